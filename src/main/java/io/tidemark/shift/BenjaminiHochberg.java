package io.tidemark.shift;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The q-value of each of several tests: the smallest share of false discoveries at which it would still be called one.
 *
 * <p>q of the i-th smallest of k p-values is min over j ≥ i of p(j) · k / j, at most 1. Source: Benjamini and Hochberg 1995. Checked against
 * {@code p.adjust(p, "BH")} of R.
 */
public final class BenjaminiHochberg {
    private BenjaminiHochberg() {}

    /** The q-values, in the order of the p-values; none for none. */
    public static double[] qValues(double[] pValues) {
        int k = pValues.length;
        int[] descending = IntStream.range(0, k)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> pValues[i]).reversed())
                .mapToInt(Integer::intValue)
                .toArray();
        double[] q = new double[k];
        double least = 1;
        for (int i = 0; i < k; i++) {
            int rank = k - i;
            least = Math.min(least, pValues[descending[i]] * k / rank);
            q[descending[i]] = least;
        }
        return q;
    }
}
