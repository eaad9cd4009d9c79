package io.tidemark.spark.pass;

import io.tidemark.profile.CategoricalAccumulator;
import io.tidemark.profile.CategoricalProfile;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Counts texts by their numbers in the dictionary of their column. */
final class TextCounts {
    private static final int FIRST_CAPACITY = 16;
    private static final int MISSING = 0;
    private static final int FIRST_TEXT = MISSING - Block.NO_TEXT;

    /** At the place after a text's number, how often it was seen; at the first place those who have none. */
    private long[] counts = new long[FIRST_CAPACITY];

    void addAll(int[] ids, int from, int to) {
        long[] local = counts;
        for (int i = from; i < to; i++) {
            // No case for missing texts: whether one is missing cannot be predicted.
            int place = ids[i] - Block.NO_TEXT;
            if (place >= local.length) {
                counts = Arrays.copyOf(local, Math.max(place + 1, 2 * local.length));
                local = counts;
            }
            local[place]++;
        }
    }

    /** Takes in what was counted elsewhere by the same dictionary. */
    void addAll(TextCounts other) {
        if (other.counts.length > counts.length) {
            counts = Arrays.copyOf(counts, other.counts.length);
        }
        for (int place = 0; place < other.counts.length; place++) {
            counts[place] += other.counts[place];
        }
    }

    /** How many different texts were counted. */
    int distinct() {
        int distinct = 0;
        for (int place = FIRST_TEXT; place < counts.length; place++) {
            if (counts[place] > 0) {
                distinct++;
            }
        }
        return distinct;
    }

    CategoricalProfile profile(TextDictionary dictionary) {
        CategoricalAccumulator accumulator = new CategoricalAccumulator();
        accumulator.addMissing(counts[MISSING]);
        for (int place = FIRST_TEXT; place < counts.length; place++) {
            if (counts[place] > 0) {
                accumulator.add(dictionary.text(place - FIRST_TEXT), counts[place]);
            }
        }
        return accumulator.profile();
    }

    /** The same in the parts that categories belong to; who has none is in the first. */
    List<CategoricalProfile> parts(TextDictionary dictionary) {
        List<CategoricalAccumulator> parts = Stream.generate(CategoricalAccumulator::new)
                .limit(Partials.PARTS)
                .toList();
        parts.get(0).addMissing(counts[MISSING]);
        for (int place = FIRST_TEXT; place < counts.length; place++) {
            if (counts[place] > 0) {
                String text = dictionary.text(place - FIRST_TEXT);
                parts.get(Partials.part(text)).add(text, counts[place]);
            }
        }
        return parts.stream().map(CategoricalAccumulator::profile).toList();
    }

    long heldBytes() {
        return (long) counts.length * Long.BYTES;
    }
}
