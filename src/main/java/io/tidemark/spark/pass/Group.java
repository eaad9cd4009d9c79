package io.tidemark.spark.pass;

import io.tidemark.cohort.Slice;
import io.tidemark.profile.NumericAccumulator;

/** The accumulators of one slice in one pane: one for each column that is counted of it. */
final class Group {
    final Slice slice;
    final long pane;
    final NumericAccumulator[] numbers;
    final TextCounts[] texts;

    private Group(Slice slice, long pane, int columns) {
        this.slice = slice;
        this.pane = pane;
        this.numbers = new NumericAccumulator[columns];
        this.texts = new TextCounts[columns];
    }

    /** Of rows that are not looked at nothing is counted. */
    static Group nobody(PassPlan plan) {
        return new Group(Slice.ALL, PassPlan.TOO_LATE, plan.counted());
    }

    /**
     * A group of which nothing is counted yet.
     *
     * @param isFirst whether it counts the table as a whole, not only the features and the label
     */
    static Group of(PassPlan plan, Slice slice, long pane, boolean isFirst) {
        Group group = new Group(slice, pane, plan.counted());
        for (int column = 0; column < plan.counted(); column++) {
            if (!isCounted(plan, column, pane, isFirst)) {
                continue;
            }
            if (plan.isNumeric(column)) {
                group.numbers[column] =
                        new NumericAccumulator(plan.features().get(column).specialValues());
            } else {
                group.texts[column] = new TextCounts();
            }
        }
        return group;
    }

    private static boolean isCounted(PassPlan plan, int column, long pane, boolean isFirst) {
        boolean isStray = pane == PassPlan.NO_TIME || pane == PassPlan.TOO_LATE;
        if (plan.isFeature(column)) {
            return !isStray;
        }
        if (column == plan.timeText()) {
            return isFirst && pane == PassPlan.NO_TIME;
        }
        return column == plan.label() ? isFirst || !isStray : isFirst;
    }

    long heldBytes() {
        long bytes = 0;
        for (int column = 0; column < numbers.length; column++) {
            if (numbers[column] != null) {
                bytes += numbers[column].heldBytes();
            } else if (texts[column] != null) {
                bytes += texts[column].heldBytes();
            }
        }
        return bytes;
    }
}
