package io.tidemark.incident;

import java.util.Locale;

/** Numbers as sentences write them. */
final class Words {
    private Words() {}

    /** A share as a percentage, 0.273 as {@code 27.3 %}. */
    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    /** Four significant digits, without a trailing exponent for everyday sizes. */
    static String number(double value) {
        double size = Math.abs(value);
        if (size >= 1000 && size < 1e15) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        return String.format(Locale.ROOT, "%.4g", value);
    }
}
