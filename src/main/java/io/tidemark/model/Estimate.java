package io.tidemark.model;

import java.io.Serializable;
import java.util.Arrays;

/**
 * A figure of a sample of applicants, and how far it is from that of all such applicants; by the normal law.
 *
 * @param standardError at least 0
 */
public record Estimate(double value, double standardError) implements Serializable {
    public Estimate {
        if (!Double.isFinite(value) || !(standardError >= 0 && standardError < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("no estimate: " + value + " ± " + standardError);
        }
    }

    /** The mean, with its standard error s / √n. */
    static Figure<Estimate> ofMean(double[] values) {
        int n = values.length;
        if (n < 2) {
            return Figure.undefined("takes at least 2 applicants, not " + n);
        }
        double mean = Arrays.stream(values).sum() / n;
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Figure.of(new Estimate(mean, Math.sqrt(squares / (n - 1) / n)));
    }

    /** The lower end of the 95 % confidence interval. */
    public double low() {
        return value - Auc.QUANTILE * standardError;
    }

    /** The upper end of the 95 % confidence interval. */
    public double high() {
        return value + Auc.QUANTILE * standardError;
    }
}
