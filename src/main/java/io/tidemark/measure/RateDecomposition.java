package io.tidemark.measure;

/**
 * A change of a rate, such as that of bad loans, taken apart over groups of applicants, such as the bins of a feature: what comes of other
 * applicants, and what of the same applicants behaving in another way.
 *
 * <p>With p, q the groups' shares in the reference and in the cohort, and r, r' their rates:
 *
 * <ul>
 *   <li>mix effect = Σ (q − p) r: the change if every group had kept its rate
 *   <li>rate effect = Σ q (r' − r): the change that the groups' own rates make among the cohort's applicants
 * </ul>
 *
 * <p>They add up to the change of the rate. A group that the reference does not have takes the reference's overall rate for its own: nothing
 * is known of it, and the whole of its difference is then rate effect. A group that the cohort does not have has no rate effect. The weights
 * are the reference's rates and the cohort's shares, so that no term is left over. Source: Kitagawa 1955; in this form, Oaxaca 1973.
 *
 * @param mixEffect −1 … 1
 * @param rateEffect −1 … 1
 */
public record RateDecomposition(double mixEffect, double rateEffect) {
    /**
     * Takes a change apart.
     *
     * @param reference applicants of the reference by group
     * @param referenceBads those of them with the outcome
     * @param current applicants of the cohort by group
     * @param currentBads those of them with the outcome
     * @throws IllegalArgumentException if a side has no applicants, or more outcomes than applicants, or the sides are not of one shape
     */
    public static RateDecomposition of(long[] reference, long[] referenceBads, long[] current, long[] currentBads) {
        int groups = reference.length;
        if (referenceBads.length != groups || current.length != groups || currentBads.length != groups) {
            throw new IllegalArgumentException("the sides have different groups");
        }
        double before = sum(reference, referenceBads);
        double now = sum(current, currentBads);
        if (before == 0 || now == 0) {
            throw new IllegalArgumentException("one side has no applicants");
        }
        double overall = sum(referenceBads, referenceBads) / before;
        double mix = 0;
        double rate = 0;
        for (int i = 0; i < groups; i++) {
            double q = current[i] / now;
            double r = reference[i] > 0 ? (double) referenceBads[i] / reference[i] : overall;
            mix += (q - reference[i] / before) * r;
            rate += current[i] > 0 ? currentBads[i] / now - q * r : 0;
        }
        return new RateDecomposition(mix, rate);
    }

    private static double sum(long[] counts, long[] bads) {
        long sum = 0;
        for (int i = 0; i < counts.length; i++) {
            if (bads[i] < 0 || bads[i] > counts[i]) {
                throw new IllegalArgumentException(bads[i] + " outcomes of " + counts[i] + " applicants");
            }
            sum += counts[i];
        }
        return sum;
    }
}
