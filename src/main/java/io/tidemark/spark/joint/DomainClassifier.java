package io.tidemark.spark.joint;

import de.bwaldvogel.liblinear.Feature;
import io.tidemark.model.Auc;
import io.tidemark.model.ChanceBand;
import io.tidemark.shift.DomainModel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Teaches a model to tell one group from another, by cross-validation: each applicant is judged by a model that has not seen them.
 *
 * <p>A model is taught in one thread, since doubles that are added up in the order in which threads end would not come to the same result twice;
 * the folds keep the cores busy. Most of a fit's time goes by the values that a model is handed. So zeros are left out, and where groups are
 * large there are two folds: half of them teach as well as four fifths, at a quarter of the cost.
 */
final class DomainClassifier {
    static final int MOST_FOLDS = 5;
    private static final int FEWEST_FOLDS = 2;
    /** Applicants of the smaller group from which on there are as few folds as can be. */
    private static final int MANY = 5_000;

    private static final int SEED = 42;
    private static final int SPLITS = 5;
    private static final double ROUNDING = 1e-9;

    private final DomainModel model;
    private final Executor threads;

    DomainClassifier(DomainModel model, Executor threads) {
        this.model = model;
        this.threads = threads;
    }

    /**
     * How well the groups are told apart.
     *
     * @param probabilities of each applicant of the current group to be of it
     * @param ofReference of each applicant of the reference to be of the current group
     * @param importance of each column
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Told(Auc auc, double[] probabilities, double[] ofReference, double[] importance) {}

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Judged(Fold fold, double[] reference, double[] current, double[] weights) {}

    /** Cross-validates; ten applicants or more in each group. */
    Told tell(double[][] reference, double[][] current) {
        List<Judged> folds = model == DomainModel.TREES ? byTrees(reference, current) : byLines(reference, current);
        double[] probabilities = new double[current.length];
        double[] ofReference = new double[reference.length];
        double[] importance = new double[reference[0].length];
        for (Judged one : folds) {
            put(one.current, one.fold, probabilities);
            put(one.reference, one.fold, ofReference);
            for (int column = 0; column < importance.length; column++) {
                importance[column] += one.weights[column];
            }
        }
        Auc auc = Auc.mean(
                folds.stream().map(one -> Auc.of(one.current, one.reference)).toList());
        return new Told(auc, probabilities, ofReference, importance);
    }

    /** Puts what was said of those that a fold leaves out in their places. */
    private static void put(double[] said, Fold fold, double[] all) {
        int[] places = fold.places(all.length).toArray();
        for (int i = 0; i < places.length; i++) {
            all[places[i]] = said[i];
        }
    }

    /** How much wider chance is for this model than for scores that know nothing, seen where halves of one group are told apart. */
    double spread(double[][] group) {
        List<ChanceBand.Draw> draws = new ArrayList<>();
        for (int split = 0; split < SPLITS; split++) {
            List<double[]> one = new ArrayList<>();
            List<double[]> other = new ArrayList<>();
            UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create((long) SEED + split);
            for (double[] row : group) {
                (random.nextBoolean() ? one : other).add(row);
            }
            Auc auc = tell(one.toArray(new double[0][]), other.toArray(new double[0][]))
                    .auc();
            draws.add(new ChanceBand.Draw(auc.value(), one.size(), other.size()));
        }
        return ChanceBand.spread(draws);
    }

    private List<Judged> byLines(double[][] reference, double[][] current) {
        double[] deviations = deviations(reference, current);
        Feature[][][] groups = {TaughtLine.columns(reference, deviations), TaughtLine.columns(current, deviations)};
        return judged(groups, fold -> TaughtLine.of(fold.others(groups), deviations.length));
    }

    private List<Judged> byTrees(double[][] reference, double[][] current) {
        double[][][] groups = {reference, current};
        return judged(groups, fold -> TaughtTrees.of(fold.others(groups), reference[0].length));
    }

    private <T> List<Judged> judged(T[][] groups, Function<Fold, TaughtModel<T>> taught) {
        int folds = Math.min(groups[0].length, groups[1].length) < MANY ? MOST_FOLDS : FEWEST_FOLDS;
        List<CompletableFuture<Judged>> tasks = new ArrayList<>();
        for (int first = 0; first < folds; first++) {
            Fold fold = new Fold(first, folds);
            tasks.add(CompletableFuture.supplyAsync(() -> judged(groups, fold, taught), threads));
        }
        return tasks.stream().map(CompletableFuture::join).toList();
    }

    private static <T> Judged judged(T[][] groups, Fold fold, Function<Fold, TaughtModel<T>> taught) {
        try (TaughtModel<T> model = taught.apply(fold)) {
            return new Judged(
                    fold,
                    model.probabilities(fold.of(groups[0])),
                    model.probabilities(fold.of(groups[1])),
                    model.weights());
        }
    }

    /** The standard deviations of the columns; 0 where they are no more than rounding. */
    private static double[] deviations(double[][] reference, double[][] current) {
        double n = reference.length + current.length;
        double[] means = new double[reference[0].length];
        for (double[][] group : List.of(reference, current)) {
            for (double[] row : group) {
                for (int column = 0; column < means.length; column++) {
                    means[column] += row[column] / n;
                }
            }
        }
        double[] squares = new double[means.length];
        for (double[][] group : List.of(reference, current)) {
            for (double[] row : group) {
                for (int column = 0; column < squares.length; column++) {
                    double from = row[column] - means[column];
                    squares[column] += from * from;
                }
            }
        }
        double[] deviations = new double[squares.length];
        for (int column = 0; column < deviations.length; column++) {
            double deviation = Math.sqrt(squares[column] / n);
            deviations[column] = deviation > ROUNDING * Math.abs(means[column]) ? deviation : 0;
        }
        return deviations;
    }
}
