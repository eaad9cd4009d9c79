package io.tidemark.spark;

import io.tidemark.feature.Feature;
import io.tidemark.profile.NumericAccumulator;
import io.tidemark.profile.Profile;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;

/** The accumulators of one pane: one for each column of the pass. */
final class PaneCounts {
    private final NumericAccumulator[] numbers;
    private final TextCounts[] texts;

    PaneCounts(List<Feature> features) {
        int columns = features.size() + 1;
        numbers = new NumericAccumulator[columns];
        texts = new TextCounts[columns];
        for (int i = 0; i < features.size(); i++) {
            Feature feature = features.get(i);
            if (feature.kind().isNumeric()) {
                numbers[i] = new NumericAccumulator(feature.specialValues());
            } else {
                texts[i] = new TextCounts();
            }
        }
        texts[features.size()] = new TextCounts();
    }

    /** Counts a row whose columns, from {@code offset} on, are those of the pass. */
    void add(InternalRow row, int offset) {
        for (int i = 0; i < numbers.length; i++) {
            addColumn(row, i, offset + i);
        }
    }

    /** Counts only what a row says of the table as a whole. */
    void addTable(InternalRow row, int ordinal) {
        addColumn(row, numbers.length - 1, ordinal);
    }

    private void addColumn(InternalRow row, int column, int ordinal) {
        NumericAccumulator number = numbers[column];
        boolean isMissing = row.isNullAt(ordinal);
        if (number != null) {
            if (isMissing) {
                number.addMissing();
            } else {
                number.add(row.getDouble(ordinal));
            }
        } else if (isMissing) {
            texts[column].addMissing();
        } else {
            texts[column].add(row.getUTF8String(ordinal));
        }
    }

    Profile profile(int column) {
        return numbers[column] != null ? numbers[column].profile() : texts[column].profile();
    }
}
