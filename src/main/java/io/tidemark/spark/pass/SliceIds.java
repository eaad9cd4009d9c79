package io.tidemark.spark.pass;

import io.tidemark.cohort.SegmentKey;
import io.tidemark.cohort.Slice;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Gives rows numbers by their slices: the number of a column's text, or of the texts of several columns. */
public final class SliceIds {
    /** The value of the slice that holds what is beyond the values that are told apart. */
    public static final String OTHERS = "(others)";

    private final SegmentKey key;
    private final int[] columns;
    private final TextDictionary[] texts;
    private final PairIds[] pairs;

    SliceIds(PassPlan plan, SegmentKey key, Dictionaries dictionaries) {
        this.key = key;
        this.columns = key.columns().stream().mapToInt(plan::segmentColumn).toArray();
        this.texts = new TextDictionary[columns.length];
        this.pairs = new PairIds[columns.length - 1];
        for (int i = 0; i < columns.length; i++) {
            texts[i] = dictionaries.of(columns[i]);
            if (i > 0) {
                pairs[i - 1] = new PairIds();
            }
        }
    }

    /** Puts the numbers of a block's rows into {@code ids}; {@link Block#NO_TEXT} for a single column without a value. */
    void of(Block block, int[] ids, int[] spare) {
        block.texts(columns[0], ids);
        for (int i = 1; i < columns.length; i++) {
            block.texts(columns[i], spare);
            for (int row = 0; row < block.rows(); row++) {
                ids[row] = pairs[i - 1].id(ids[row], spare[row]);
            }
        }
    }

    Slice slice(int id) {
        if (columns.length > 1 && id == GroupIndex.MOST_VALUES) {
            return new Slice(key.name(), OTHERS);
        }
        List<String> values = new ArrayList<>();
        int left = id;
        for (int i = columns.length - 1; i > 0; i--) {
            boolean isBeyond = left == GroupIndex.MOST_VALUES;
            PairIds.Pair pair = isBeyond ? new PairIds.Pair(left, left) : pairs[i - 1].pair(left);
            values.add(text(i, pair.right()));
            left = pair.left();
        }
        values.add(text(0, left));
        Collections.reverse(values);
        return key.slice(values);
    }

    private String text(int column, int id) {
        if (id == Block.NO_TEXT) {
            return Slice.MISSING;
        }
        return id < texts[column].size() ? texts[column].text(id) : OTHERS;
    }

    void clear() {
        for (PairIds ids : pairs) {
            ids.clear();
        }
    }
}
