package io.tidemark.policy;

import java.util.Locale;

/** Numbers as sentences write them. */
final class Figures {
    private static final double LEAST_SHARE = 0.0005;

    private Figures() {}

    /** Three significant digits. */
    static String number(double value) {
        double size = Math.abs(value);
        if (size == 0) {
            return "0";
        }
        if (size < 1e-4 || size >= 1e4) {
            return String.format(Locale.ROOT, "%.2e", value);
        }
        int decimals = Math.max(0, 2 - (int) Math.floor(Math.log10(size)));
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    /** Whole units, in thousands. */
    static String money(double amount) {
        return String.format(Locale.ROOT, "%,.0f in money", amount);
    }

    /** An area under the ROC curve. */
    static String auc(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    /** A share as a percentage, 0.0973 as {@code 9.7 %}; never a negative zero. */
    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", Math.abs(share) < LEAST_SHARE ? 0 : 100 * share);
    }

    /** A chance as a whole percentage; never quite 0 or 100. */
    static String chance(double probability) {
        double percent = 100 * probability;
        if (percent > 99) {
            return "more than 99 %";
        }
        return percent < 1 ? "less than 1 %" : String.format(Locale.ROOT, "%.0f %%", percent);
    }

    static String cohorts(long count) {
        return count + (count == 1 ? " cohort" : " cohorts");
    }
}
