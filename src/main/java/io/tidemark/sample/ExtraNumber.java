package io.tidemark.sample;

import java.io.Serializable;
import java.util.Locale;

/**
 * A number that says nothing and never moves.
 *
 * @param level 0 to 1: where it stands among those of its shape
 * @param missing the share of applicants without it
 */
record ExtraNumber(String name, NumberShape shape, double level, double missing) implements Serializable {
    private static final double GOLDEN_RATIO = 0.618033988749895;

    /** Seven of these against five shapes: each shape comes with each share in time. */
    private static final double[] MISSING = {0, 0, 0.04, 0, 0.15, 0, 0.4};

    /** The one at this place, from 0. */
    static ExtraNumber of(int place) {
        NumberShape[] shapes = NumberShape.values();
        return new ExtraNumber(
                String.format(Locale.ROOT, "attribute_%03d", place + 1),
                shapes[place % shapes.length],
                (place * GOLDEN_RATIO) % 1,
                MISSING[place % MISSING.length]);
    }

    SampleColumn column() {
        String gaps = missing == 0 ? "" : "; missing for " + Math.round(100 * missing) + " in 100";
        return new SampleColumn(
                name, shape.type, shape.unit, shape.meaning + " that says nothing and never moves" + gaps);
    }

    /** A value of the column's type; null where missing. */
    Object value(RowRandom random) {
        if (missing > 0 && random.chance(missing)) {
            return null;
        }
        double number = shape.draw(random, level);
        if (shape.type == ColumnType.INTEGER) {
            return (int) number;
        }
        return number;
    }
}
