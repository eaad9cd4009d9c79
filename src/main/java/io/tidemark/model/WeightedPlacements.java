package io.tidemark.model;

/**
 * Of applicants who each count for so many bad and so many good ones: how many good ones have a lower score, and how many bad ones a higher
 * score, ties (and the applicant's own) counted half.
 *
 * @param goodsBelow in the order of the applicants
 * @param badsAbove in the order of the applicants
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record WeightedPlacements(double[] goodsBelow, double[] badsAbove) {
    /**
     * The placements.
     *
     * @param scores ascending
     * @param bads for how many bad ones each counts
     * @param goods for how many good ones each counts
     */
    static WeightedPlacements of(double[] scores, double[] bads, double[] goods) {
        int n = scores.length;
        double[] below = new double[n];
        double[] above = new double[n];
        double goodsSoFar = 0;
        double badsLeft = sum(bads, 0, n);
        for (int first = 0; first < n; ) {
            int end = first + 1;
            while (end < n && scores[end] == scores[first]) {
                end++;
            }
            double tiedGoods = sum(goods, first, end);
            double tiedBads = sum(bads, first, end);
            badsLeft -= tiedBads;
            for (int i = first; i < end; i++) {
                below[i] = goodsSoFar + tiedGoods / 2;
                above[i] = Math.max(0, badsLeft) + tiedBads / 2;
            }
            goodsSoFar += tiedGoods;
            first = end;
        }
        return new WeightedPlacements(below, above);
    }

    static double sum(double[] values, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        return sum;
    }
}
