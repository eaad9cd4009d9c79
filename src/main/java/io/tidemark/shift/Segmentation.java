package io.tidemark.shift;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where the shares of a series change: the segmentation with the least sum of deviances and of a penalty per change point, over all
 * segmentations (dynamic programming, exact, in cohorts²), without the change points that are too small to matter.
 *
 * <p>Cohorts without applicants belong to the segment before them, or to the first. Source: Auger and Lawrence 1989 for the search; the
 * penalty is {@link ChangeNoise}'s.
 *
 * @param starts the first cohort of each segment, ascending, the first of all being 0; empty where no cohort has applicants
 */
record Segmentation(List<Integer> starts, ChangeNoise noise) {
    /**
     * Neighbours that differ by a smaller PSI are one segment: a tenth of what the convention calls moderate. Of two halves, 5 % of the applicants
     * change sides.
     */
    static final double LEAST_EFFECT = 0.01;

    static Segmentation of(CohortSeries series) {
        int[] filled = IntStream.range(0, series.cohorts())
                .filter(t -> series.rows(t, t + 1) > 0)
                .toArray();
        ChangeNoise noise = ChangeNoise.of(series, filled);
        List<Integer> starts = optimum(series, filled, noise.penalty());
        int nearest = nearest(series, starts, noise);
        while (nearest > 0) {
            starts.remove(nearest);
            nearest = nearest(series, starts, noise);
        }
        return new Segmentation(List.copyOf(starts), noise);
    }

    /** The starts of the best segmentation, changeable. */
    static List<Integer> optimum(CohortSeries series, int[] filled, double penalty) {
        // least[j]: of the first j filled cohorts; start[j]: where their last segment begins.
        double[] least = new double[filled.length + 1];
        int[] start = new int[filled.length + 1];
        least[0] = -penalty;
        for (int j = 1; j <= filled.length; j++) {
            least[j] = Double.POSITIVE_INFINITY;
            for (int i = 0; i < j; i++) {
                double sum = least[i] + penalty + series.deviance(filled[i], filled[j - 1] + 1);
                if (sum < least[j]) {
                    least[j] = sum;
                    start[j] = i;
                }
            }
        }
        List<Integer> starts = new ArrayList<>();
        for (int j = filled.length; j > 0; j = start[j]) {
            starts.add(0, start[j] == 0 ? 0 : filled[start[j]]);
        }
        return starts;
    }

    /** The segment that differs least from the one before it, and by less than matters; 0 if there is none. */
    private static int nearest(CohortSeries series, List<Integer> starts, ChangeNoise noise) {
        int nearest = 0;
        double least = LEAST_EFFECT;
        for (int i = 1; i < starts.size(); i++) {
            double effect = effect(series, starts.get(i - 1), starts.get(i), end(series, starts, i), noise);
            if (effect < least) {
                least = effect;
                nearest = i;
            }
        }
        return nearest;
    }

    /** How much two neighbouring segments differ. */
    static double effect(CohortSeries series, int from, int change, int to, ChangeNoise noise) {
        double gain = series.deviance(from, to) - series.deviance(from, change) - series.deviance(change, to);
        return noise.effect(gain, series.rows(from, change), series.rows(change, to));
    }

    /** Where the i-th segment ends. */
    static int end(CohortSeries series, List<Integer> starts, int i) {
        return i + 1 < starts.size() ? starts.get(i + 1) : series.cohorts();
    }
}
