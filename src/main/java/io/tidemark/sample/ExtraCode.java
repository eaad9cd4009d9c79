package io.tidemark.sample;

import java.io.Serializable;
import java.util.Locale;

/**
 * A code that says nothing and never moves.
 *
 * @param missing the share of applicants without it
 */
record ExtraCode(String name, int size, WeightedCodes codes, double missing) implements Serializable {
    private static final int[] SIZES = {12, 3, 25, 6, 60, 4, 40, 9};
    private static final double[] MISSING = {0, 0.02, 0, 0.1, 0.3};

    /** The one at this place, from 0. */
    static ExtraCode of(int place) {
        int size = SIZES[place % SIZES.length];
        String[] codes = new String[size];
        double[] weights = new double[size];
        for (int code = 0; code < size; code++) {
            codes[code] = String.format(Locale.ROOT, "K%02d", code + 1);
            // Zipf's law: the first is frequent, the last are rare.
            weights[code] = 1.0 / (code + 1);
        }
        return new ExtraCode(
                String.format(Locale.ROOT, "code_%03d", place + 1),
                size,
                WeightedCodes.of(codes, weights),
                MISSING[place % MISSING.length]);
    }

    SampleColumn column() {
        String gaps = missing == 0 ? "" : "; missing for " + Math.round(100 * missing) + " in 100";
        return new SampleColumn(
                name, ColumnType.STRING, "code", "one of " + size + " codes that say nothing and never move" + gaps);
    }

    /** A code; null where missing. */
    String value(RowRandom random) {
        return missing > 0 && random.chance(missing) ? null : codes.pick(random);
    }
}
