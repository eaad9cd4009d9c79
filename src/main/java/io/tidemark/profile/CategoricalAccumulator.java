package io.tidemark.profile;

import io.tidemark.feature.CategoryMask;
import java.util.HashMap;
import java.util.Map;

/** Counts the categories of one feature as they come by, and takes in other profiles of it. */
public final class CategoricalAccumulator {
    /** How many different categories a profile keeps; the rest of one cohort's is counted together. */
    public static final int MOST_CATEGORIES = 10_000;

    private long rows;
    private long missing;
    private Rest rest = Rest.NONE;
    private final Map<String, Long> counts = new HashMap<>();
    /** From the mask of each named category to its name, made when the first masked profile comes. */
    private Map<String, String> names;

    public void addMissing(long times) {
        rows += times;
        missing += times;
    }

    public void add(String category, long times) {
        rows += times;
        countKnown(category, times);
    }

    private void count(String category, long times) {
        counts.merge(category, times, Long::sum);
    }

    /** Takes in what another accumulator came to; a category masked on one side and named on the other keeps its name. */
    public void absorb(CategoricalProfile other) {
        rows += other.rows();
        missing += other.missing();
        rest = rest.plus(other.rest());
        if (other.hasMasks() && names == null) {
            names = new HashMap<>();
            counts.keySet().forEach(this::learn);
        }
        other.counts().forEach(this::countKnown);
    }

    /** Counts a category under the name or the mask that it already goes by. */
    private void countKnown(String category, long times) {
        if (names == null) {
            count(category, times);
        } else {
            countByMask(category, times);
        }
    }

    private void countByMask(String category, long times) {
        String known = names.get(CategoryMask.of(category));
        if (known == null) {
            learn(category);
            count(category, times);
        } else if (CategoryMask.isMask(known) && !CategoryMask.isMask(category)) {
            Long before = counts.remove(known);
            learn(category);
            count(category, times + (before == null ? 0 : before));
        } else {
            count(known, times);
        }
    }

    private void learn(String category) {
        names.put(CategoryMask.of(category), category);
    }

    public CategoricalProfile profile() {
        return new CategoricalProfile(rows, missing, counts, rest);
    }
}
