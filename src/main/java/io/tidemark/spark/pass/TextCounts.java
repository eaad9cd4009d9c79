package io.tidemark.spark.pass;

import io.tidemark.profile.CategoricalAccumulator;
import io.tidemark.profile.CategoricalProfile;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Counts texts by their numbers in the dictionary of their column. */
final class TextCounts {
    private static final int FIRST_CAPACITY = 16;

    private long[] counts = new long[FIRST_CAPACITY];
    private long missing;

    void addAll(int[] ids, int from, int to) {
        long[] local = counts;
        for (int i = from; i < to; i++) {
            int id = ids[i];
            if (id == Block.NO_TEXT) {
                missing++;
                continue;
            }
            if (id >= local.length) {
                counts = Arrays.copyOf(local, Math.max(id + 1, 2 * local.length));
                local = counts;
            }
            local[id]++;
        }
    }

    /** Takes in what was counted elsewhere by the same dictionary. */
    void addAll(TextCounts other) {
        if (other.counts.length > counts.length) {
            counts = Arrays.copyOf(counts, other.counts.length);
        }
        for (int id = 0; id < other.counts.length; id++) {
            counts[id] += other.counts[id];
        }
        missing += other.missing;
    }

    /** How many different texts were counted. */
    int distinct() {
        int distinct = 0;
        for (long count : counts) {
            if (count > 0) {
                distinct++;
            }
        }
        return distinct;
    }

    CategoricalProfile profile(TextDictionary dictionary) {
        CategoricalAccumulator accumulator = new CategoricalAccumulator();
        accumulator.addMissing(missing);
        for (int id = 0; id < counts.length; id++) {
            if (counts[id] > 0) {
                accumulator.add(dictionary.text(id), counts[id]);
            }
        }
        return accumulator.profile();
    }

    /** The same in the parts that categories belong to; who has none is in the first. */
    List<CategoricalProfile> parts(TextDictionary dictionary) {
        List<CategoricalAccumulator> parts = Stream.generate(CategoricalAccumulator::new)
                .limit(Partials.PARTS)
                .toList();
        parts.get(0).addMissing(missing);
        for (int id = 0; id < counts.length; id++) {
            if (counts[id] > 0) {
                String text = dictionary.text(id);
                parts.get(Partials.part(text)).add(text, counts[id]);
            }
        }
        return parts.stream().map(CategoricalAccumulator::profile).toList();
    }

    long heldBytes() {
        return (long) counts.length * Long.BYTES;
    }
}
