package io.tidemark.shift;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** How p-values are corrected for how many tests were made. */
public enum Multiplicity {
    /** Keeps the share of false discoveries where tests are independent or lean the same way, as those of features do. */
    BENJAMINI_HOCHBERG,
    /** Keeps it however tests depend on each other, for less power: q is Σ 1/i times as large. Source: Benjamini and Yekutieli 2001. */
    BENJAMINI_YEKUTIELI;

    /** The q-values, in the order of the p-values. Checked against {@code p.adjust} of R. */
    public double[] qValues(double[] pValues) {
        double[] q = BenjaminiHochberg.qValues(pValues);
        if (this == BENJAMINI_HOCHBERG) {
            return q;
        }
        double harmonic =
                IntStream.rangeClosed(1, q.length).mapToDouble(i -> 1.0 / i).sum();
        return Arrays.stream(q).map(value -> Math.min(1, value * harmonic)).toArray();
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Multiplicity ofId(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    public static List<String> ids() {
        return Arrays.stream(values()).map(Multiplicity::id).toList();
    }
}
