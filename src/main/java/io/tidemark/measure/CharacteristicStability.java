package io.tidemark.measure;

/**
 * What a feature's shift does to the mean score: the characteristic stability index of a scorecard.
 *
 * <p>Σ (q − p) · points over the feature's bins, with p, q their shares in the reference and in the cohort: by how many points the mean of what
 * the feature adds to the score differs. In the points' own unit, with their sign, 0 where no share moved; adding a constant to all points
 * changes nothing. Other than the population stability index it sees bins that exchange applicants only where their points differ. Source:
 * Siddiqi 2006, Credit Risk Scorecards.
 */
public final class CharacteristicStability {
    private CharacteristicStability() {}

    /**
     * The change of the mean points, the cohort's less the reference's.
     *
     * @param reference applicants of the reference by bin
     * @param current applicants of the cohort by bin
     * @param points that a bin adds to the score
     * @throws IllegalArgumentException if a side has no applicants, or the sides are not of one shape
     */
    public static double of(long[] reference, long[] current, double[] points) {
        if (current.length != reference.length || points.length != reference.length) {
            throw new IllegalArgumentException("the sides have different bins");
        }
        double before = total(reference);
        double now = total(current);
        double change = 0;
        for (int bin = 0; bin < points.length; bin++) {
            change += (current[bin] / now - reference[bin] / before) * points[bin];
        }
        return change;
    }

    private static double total(long[] counts) {
        long total = 0;
        for (long count : counts) {
            total += count;
        }
        if (total == 0) {
            throw new IllegalArgumentException("one side has no applicants");
        }
        return total;
    }
}
