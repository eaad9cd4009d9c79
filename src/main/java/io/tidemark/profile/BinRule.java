package io.tidemark.profile;

import io.tidemark.feature.Bins;
import io.tidemark.feature.Feature;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How a feature's bins are made from what the reference holds.
 *
 * @param count how many quantile bins a numeric feature gets; equal quantiles make fewer
 * @param edges a scorecard's own edges, per feature
 * @param privacyFloor how many applicants of the reference must carry a category for it to have a bin of its own
 */
public record BinRule(int count, Map<String, List<Double>> edges, long privacyFloor) implements Serializable {
    /** So many categories, the most frequent of the reference, get bins of their own. */
    private static final int MOST_CATEGORY_BINS = 200;

    /** A numeric feature with at most this many different values in the reference gets a bin for each. */
    public static final int MOST_SINGLE_VALUES = 20;

    public BinRule {
        if (count < 2) {
            throw new IllegalArgumentException("at least two bins are needed, not " + count);
        }
        edges = Map.copyOf(edges);
    }

    /** The bins of a feature, frozen with its reference. */
    public Bins bins(Feature feature, Profile reference) {
        if (reference instanceof CategoricalProfile categorical) {
            return categories(categorical);
        }
        NumericProfile numeric = (NumericProfile) reference;
        List<Double> own = edges.get(feature.name());
        if (own != null) {
            double[] given = own.stream().mapToDouble(Double::doubleValue).toArray();
            return Bins.ofRanges(given, feature.specialValues());
        }
        Distribution distribution = numeric.distribution();
        if (numeric.isExact() && distribution.size() <= MOST_SINGLE_VALUES) {
            double[] values = new double[distribution.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = distribution.value(i);
            }
            return Bins.ofNumbers(values, feature.specialValues());
        }
        return Bins.ofRanges(quantiles(distribution), feature.specialValues());
    }

    private Bins categories(CategoricalProfile reference) {
        List<String> frequent = reference.frequent(MOST_CATEGORY_BINS, privacyFloor).stream()
                .map(Map.Entry::getKey)
                .toList();
        Set<String> rare = new TreeSet<>(reference.counts().keySet());
        frequent.forEach(rare::remove);
        return Bins.ofCategories(frequent.stream().sorted().toList(), rare);
    }

    private double[] quantiles(Distribution distribution) {
        List<Double> distinct = new ArrayList<>();
        for (int i = 0; i <= count; i++) {
            double edge = i == count ? distribution.highest() : distribution.quantile((double) i / count);
            if (distinct.isEmpty() || edge > distinct.get(distinct.size() - 1)) {
                distinct.add(edge);
            }
        }
        return distinct.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
