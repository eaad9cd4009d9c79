package io.tidemark.spark.pass;

import io.tidemark.profile.CategoricalAccumulator;
import io.tidemark.profile.CategoricalProfile;
import io.tidemark.profile.MostFrequent;
import java.util.HashMap;
import java.util.Map;

/**
 * Adds up partial profiles of categories, those that are whole first and then part by part, and keeps the most frequent categories. Every
 * count is whole before it is decided what is kept.
 */
final class CategoryMerge {
    private final MostFrequent mostFrequent = new MostFrequent(CategoricalAccumulator.MOST_CATEGORIES);
    private final Map<Integer, Map<String, Long>> openParts = new HashMap<>();
    private int lastPart = PartialKey.WHOLE;
    private long rows;
    private long missing;

    void add(int part, CategoricalProfile profile) {
        rows += profile.rows();
        missing += profile.missing();
        if (part != lastPart) {
            close(lastPart);
            lastPart = part;
        }
        profile.counts()
                .forEach((category, count) -> openParts
                        .computeIfAbsent(Partials.part(category), any -> new HashMap<>())
                        .merge(category, count, Long::sum));
    }

    private void close(int part) {
        Map<String, Long> counts = openParts.remove(part);
        if (counts != null) {
            counts.forEach(mostFrequent::add);
        }
    }

    CategoricalProfile profile() {
        openParts.values().forEach(counts -> counts.forEach(mostFrequent::add));
        return mostFrequent.profile(rows, missing);
    }
}
