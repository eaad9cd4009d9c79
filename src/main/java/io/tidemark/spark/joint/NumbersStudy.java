package io.tidemark.spark.joint;

import io.tidemark.model.Components;
import io.tidemark.shift.CorrelationChange;
import io.tidemark.shift.ReconstructionError;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * The numeric features of cohorts together, beside the reference's.
 *
 * <p>Components are learned from every second applicant of the reference, and held against the others: those that they were learned from are
 * put together again too well.
 */
final class NumbersStudy {
    /** How much is learned at once: components, correlations, and what a cohort has come to. */
    static final int THREADS = 3;

    /** Enough for components and correlations to be defined. */
    private static final double[][] FEW = {{0, 1}, {1, 0}, {2, 2}, {3, 1}};

    private final JavaSparkContext context;
    private final List<String> names;
    private final int size;
    private final double[][] unseen;
    private final CompletableFuture<Components> components;
    private final CompletableFuture<CorrelationChange.Matrix> correlations;

    /**
     * Begins to learn from the reference.
     *
     * @param names of the features
     * @param reference its applicants' amounts, in the order of the features
     * @param threads for what is learned at once
     */
    NumbersStudy(JavaSparkContext context, List<String> names, double[][] reference, Executor threads) {
        this.context = context;
        this.names = names;
        this.size = reference.length;
        this.unseen = everySecond(reference, 1);
        this.components = CompletableFuture.supplyAsync(
                () -> PrincipalComponents.of(context, everySecond(reference, 0)), threads);
        this.correlations = CompletableFuture.supplyAsync(() -> RankCorrelation.of(context, reference), threads);
    }

    /** Has MLlib load what it learns by, 1,700 classes of Breeze: that takes as long as to learn, and can be done while applicants are drawn. */
    static void load(JavaSparkContext context) {
        PrincipalComponents.of(context, FEW);
        RankCorrelation.of(context, FEW);
    }

    /** What has become of the numbers in a cohort; of correlations the most surprising first. */
    record NumbersShift(ReconstructionError reconstruction, List<CorrelationChange> correlations) {}

    /** A cohort, by its applicants' amounts. */
    NumbersShift shift(double[][] current) {
        CorrelationChange.Matrix ofCohort = RankCorrelation.of(context, current);
        Components known = components.join();
        return new NumbersShift(
                ReconstructionError.of(known.errors(unseen), known.errors(current)),
                CorrelationChange.of(names, correlations.join(), size, ofCohort, current.length));
    }

    private static double[][] everySecond(double[][] rows, int from) {
        return IntStream.iterate(from, i -> i < rows.length, i -> i + 2)
                .mapToObj(i -> rows[i])
                .toArray(double[][]::new);
    }
}
