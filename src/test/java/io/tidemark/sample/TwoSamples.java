package io.tidemark.sample;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Two samples of one column, counted into the same bins: values where they are few, else twenty quantiles of the first
 * sample; missing and negative codes are bins of their own.
 */
final class TwoSamples {
    private static final int MOST_VALUES = 40;
    private static final int QUANTILES = 20;

    private final Map<String, double[]> countsByBin = new TreeMap<>();
    private final double n;
    private final double m;

    TwoSamples(List<Object> reference, List<Object> current) {
        List<Double> edges = edges(reference);
        count(reference, 0, edges);
        count(current, 1, edges);
        n = reference.size();
        m = current.size();
    }

    static TwoSamples of(String column, List<Object[]> reference, List<Object[]> current) {
        return new TwoSamples(SampleTable.column(reference, column), SampleTable.column(current, column));
    }

    /** Population stability index with half a row added to each bin. */
    double psi() {
        double bins = countsByBin.size();
        return countsByBin.values().stream()
                .mapToDouble(counts -> {
                    double p = (counts[0] + 0.5) / (n + 0.5 * bins);
                    double q = (counts[1] + 0.5) / (m + 0.5 * bins);
                    return (q - p) * Math.log(q / p);
                })
                .sum();
    }

    /** The p-value of the chi-square test that both are drawn from one distribution; rare bins are counted together. */
    double pValue() {
        List<double[]> bins = new ArrayList<>();
        double[] rare = new double[2];
        for (double[] counts : countsByBin.values()) {
            if ((counts[0] + counts[1]) * Math.min(n, m) / (n + m) < 10) {
                rare[0] += counts[0];
                rare[1] += counts[1];
            } else {
                bins.add(counts);
            }
        }
        if (rare[0] + rare[1] > 0) {
            bins.add(rare);
        }
        if (bins.size() < 2) {
            return 1;
        }
        double statistic = bins.stream()
                .mapToDouble(c -> Math.pow(Math.sqrt(m / n) * c[0] - Math.sqrt(n / m) * c[1], 2) / (c[0] + c[1]))
                .sum();
        return ChiSquaredDistribution.of(bins.size() - 1.0).survivalProbability(statistic);
    }

    private void count(Collection<Object> values, int sample, List<Double> edges) {
        for (Object value : values) {
            countsByBin.computeIfAbsent(bin(value, edges), bin -> new double[2])[sample]++;
        }
    }

    private static String bin(Object value, List<Double> edges) {
        if (!(value instanceof Number number) || number.doubleValue() < 0 || edges.isEmpty()) {
            return String.valueOf(value);
        }
        return "bin "
                + edges.stream().filter(edge -> edge <= number.doubleValue()).count();
    }

    /** Empty where each value is its own bin. */
    private static List<Double> edges(List<Object> reference) {
        List<Double> numbers = reference.stream()
                .filter(Number.class::isInstance)
                .map(value -> ((Number) value).doubleValue())
                .filter(number -> number >= 0)
                .sorted()
                .toList();
        if (new TreeSet<>(numbers).size() <= MOST_VALUES) {
            return List.of();
        }
        TreeSet<Double> edges = new TreeSet<>();
        for (int quantile = 1; quantile < QUANTILES; quantile++) {
            edges.add(numbers.get(quantile * numbers.size() / QUANTILES));
        }
        return List.copyOf(edges);
    }
}
