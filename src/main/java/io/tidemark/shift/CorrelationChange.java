package io.tidemark.shift;

import io.tidemark.model.FisherZ;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How the correlation of two features changed.
 *
 * @param reference Spearman's rank correlation in the reference, −1..1
 * @param current the same in the cohort
 * @param pValue of Fisher's test that they are the same, times the number of pairs (Bonferroni), at most 1
 */
public record CorrelationChange(String left, String right, double reference, double current, double pValue)
        implements Serializable {
    /** Correlations between features by their places; NaN where a feature is constant. */
    @FunctionalInterface
    public interface Matrix {
        double at(int left, int right);
    }

    /** The absolute difference, 0..2. */
    public double size() {
        return Math.abs(current - reference);
    }

    /**
     * All pairs of features, the most surprising first. A pair with a feature that is constant on either side has no correlation and is left
     * out.
     *
     * @param n applicants of the reference, above 3
     * @param m applicants of the cohort, above 3
     */
    public static List<CorrelationChange> of(List<String> features, Matrix reference, int n, Matrix current, int m) {
        List<CorrelationChange> changes = new ArrayList<>();
        for (int left = 0; left < features.size(); left++) {
            for (int right = left + 1; right < features.size(); right++) {
                double before = reference.at(left, right);
                double now = current.at(left, right);
                if (!Double.isNaN(before) && !Double.isNaN(now)) {
                    changes.add(new CorrelationChange(
                            features.get(left), features.get(right), before, now, FisherZ.pValue(before, n, now, m)));
                }
            }
        }
        int pairs = changes.size();
        return changes.stream()
                .sorted(Comparator.comparingDouble(CorrelationChange::pValue)
                        .thenComparing(Comparator.comparingDouble(CorrelationChange::size)
                                .reversed()))
                .map(change -> change.correctedFor(pairs))
                .toList();
    }

    private CorrelationChange correctedFor(int pairs) {
        return new CorrelationChange(left, right, reference, current, Math.min(1, pairs * pValue));
    }
}
