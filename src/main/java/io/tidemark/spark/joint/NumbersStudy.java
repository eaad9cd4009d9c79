package io.tidemark.spark.joint;

import io.tidemark.model.Components;
import io.tidemark.shift.CorrelationChange;
import io.tidemark.shift.ReconstructionError;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * The numeric features of cohorts together, beside the reference's.
 *
 * <p>Components are learned from every second applicant of the reference, and held against the others: those that they were learned from are
 * put together again too well.
 */
final class NumbersStudy {
    private final JavaSparkContext context;
    private final List<String> names;
    private final int size;
    private final double[][] unseen;
    private final Components components;
    private final CorrelationChange.Matrix correlations;

    /**
     * Learns from the reference.
     *
     * @param names of the features
     * @param reference its applicants' amounts, in the order of the features
     */
    NumbersStudy(JavaSparkContext context, List<String> names, double[][] reference) {
        this.context = context;
        this.names = names;
        this.size = reference.length;
        this.unseen = everySecond(reference, 1);
        this.components = PrincipalComponents.of(context, everySecond(reference, 0));
        this.correlations = RankCorrelation.of(context, reference);
    }

    /** What has become of the numbers in a cohort; of correlations the most surprising first. */
    record NumbersShift(ReconstructionError reconstruction, List<CorrelationChange> correlations) {}

    /** A cohort, by its applicants' amounts. */
    NumbersShift shift(double[][] current) {
        return new NumbersShift(
                ReconstructionError.of(components.errors(unseen), components.errors(current)),
                CorrelationChange.of(names, correlations, size, RankCorrelation.of(context, current), current.length));
    }

    private static double[][] everySecond(double[][] rows, int from) {
        return IntStream.iterate(from, i -> i < rows.length, i -> i + 2)
                .mapToObj(i -> rows[i])
                .toArray(double[][]::new);
    }
}
