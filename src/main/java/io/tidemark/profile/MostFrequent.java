package io.tidemark.profile;

import java.util.Comparator;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;

/**
 * Keeps the most frequent of categories that come by one after another, each with its whole count. What it comes to depends on the
 * categories alone, not on their order: of equally frequent ones those are kept whose names come first.
 */
public final class MostFrequent {
    private record Counted(String category, long count) {}

    /** The one that goes first is the least frequent. */
    private static final Comparator<Counted> LEAST_FIRST =
            Comparator.comparingLong(Counted::count).thenComparing(Counted::category, Comparator.reverseOrder());

    private final int most;
    private final PriorityQueue<Counted> kept = new PriorityQueue<>(LEAST_FIRST);
    private Rest rest = Rest.NONE;

    public MostFrequent(int most) {
        this.most = most;
    }

    /** Takes a category that did not come before. */
    public void add(String category, long count) {
        kept.add(new Counted(category, count));
        if (kept.size() > most) {
            long cut = kept.remove().count();
            rest = new Rest(rest.rows() + cut, rest.categories() + 1, Math.max(rest.most(), cut));
        }
    }

    /** The profile of those that were kept, among all applicants. */
    public CategoricalProfile profile(long rows, long missing) {
        Map<String, Long> counts = new TreeMap<>();
        kept.forEach(category -> counts.put(category.category(), category.count()));
        return new CategoricalProfile(rows, missing, counts, rest);
    }
}
