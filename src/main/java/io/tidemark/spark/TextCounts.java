package io.tidemark.spark;

import io.tidemark.profile.CategoricalAccumulator;
import io.tidemark.profile.CategoricalProfile;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.unsafe.types.UTF8String;

/** Counts texts in Spark's own form, so that each different one is decoded once and not row by row. */
final class TextCounts {
    private final Map<UTF8String, long[]> counts = new HashMap<>();
    private long missing;
    private long uncounted;

    void addMissing() {
        missing++;
    }

    void add(UTF8String text) {
        long[] count = counts.get(text);
        if (count != null) {
            count[0]++;
        } else if (uncounted > 0) {
            uncounted++;
        } else {
            // The text points into a row that will be overwritten.
            counts.put(text.copy(), new long[] {1});
            if (counts.size() > CategoricalAccumulator.MOST_CATEGORIES) {
                counts.values().forEach(c -> uncounted += c[0]);
                counts.clear();
            }
        }
    }

    CategoricalProfile profile() {
        CategoricalAccumulator accumulator = new CategoricalAccumulator();
        accumulator.addMissing(missing);
        counts.forEach((text, count) -> accumulator.add(text.toString(), count[0]));
        if (uncounted > 0) {
            accumulator.addText(uncounted);
        }
        return accumulator.profile();
    }
}
