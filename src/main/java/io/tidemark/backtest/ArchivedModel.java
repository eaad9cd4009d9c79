package io.tidemark.backtest;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * An earlier champion a as a candidate to serve again, by d(j) = M(i, j) − M(a, j) on all mature cohorts that neither was trained on, j =
 * max(i, a) + 1 … m.
 *
 * @param model a
 * @param now mean of the last two d
 * @param balance B<sub>a</sub> = C + (q + 2) · now, with C the CUSUM of d (C ← max(0, C + d(j)), in order) and q the cohorts served whose
 *     labels are to come
 */
public record ArchivedModel(int model, double now, double balance) {
    private static final int LATELY = 2;

    /** How an archived model compares with the champion; empty where fewer than two cohorts tell, or it is the champion. */
    public static Optional<ArchivedModel> of(int model, Situation situation) {
        int champion = situation.champion();
        int first = Math.max(champion, model) + 1;
        int last = situation.newestMature();
        if (model == champion || last - first + 1 < LATELY) {
            return Optional.empty();
        }
        double[] better = IntStream.rangeClosed(first, last)
                .mapToDouble(cohort -> situation.known().loss(champion, cohort)
                        - situation.known().loss(model, cohort))
                .toArray();
        double now = (better[better.length - 1] + better[better.length - 2]) / LATELY;
        return Optional.of(new ArchivedModel(model, now, cusum(better) + (situation.servedButImmature() + 2) * now));
    }

    /** The model of the archive with the largest balance of those that pay: now > 0, B > c<sub>r</sub>, R · now > c<sub>r</sub>. */
    public static Optional<ArchivedModel> best(Situation situation) {
        return situation.archive().stream()
                .flatMap(model -> of(model, situation).stream())
                .filter(candidate -> candidate.pays(situation))
                .max(Comparator.comparingDouble(ArchivedModel::balance)
                        .thenComparing(
                                Comparator.comparingInt(ArchivedModel::model).reversed()));
    }

    private boolean pays(Situation situation) {
        double price = situation.prices().restore();
        return now > 0 && balance > price && situation.cohortsLeft() * now > price;
    }

    private static double cusum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum = Math.max(0, sum + value);
        }
        return sum;
    }
}
