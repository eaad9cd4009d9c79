package io.tidemark.profile;

import io.tidemark.feature.BinKind;
import io.tidemark.feature.Bins;
import io.tidemark.feature.CategoryMask;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What was seen of a categorical feature. */
public final class CategoricalProfile implements Profile {
    private final long rows;
    private final long missing;
    private final boolean isText;
    private final SortedMap<String, Long> counts;

    CategoricalProfile(long rows, long missing, boolean isText, Map<String, Long> counts) {
        this.rows = rows;
        this.missing = missing;
        this.isText = isText;
        this.counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }

    /** The profile of no applicants: the identity of {@link #merge}. */
    public static CategoricalProfile empty() {
        return new CategoricalAccumulator().profile();
    }

    /** Both together; associative and commutative. */
    public CategoricalProfile merge(CategoricalProfile other) {
        CategoricalAccumulator both = new CategoricalAccumulator();
        both.absorb(this);
        both.absorb(other);
        return both.profile();
    }

    @Override
    public long rows() {
        return rows;
    }

    @Override
    public long missing() {
        return missing;
    }

    /** Applicants with a category. */
    public long present() {
        return rows - missing;
    }

    /** Whether the values were too many to be categories, so that none of them is kept. */
    public boolean isText() {
        return isText;
    }

    /** Applicants per category, named or masked, in the order of the names. */
    public SortedMap<String, Long> counts() {
        return counts;
    }

    /** Whether any category is masked. */
    boolean hasMasks() {
        return counts.keySet().stream().anyMatch(CategoryMask::isMask);
    }

    /** The most frequent categories that at least {@code floor} applicants carry; ties by name. */
    public List<Map.Entry<String, Long>> frequent(int most, long floor) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= floor && !CategoryMask.isMask(entry.getKey()))
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(most)
                .toList();
    }

    /** The same counts, with every category that fewer than {@code floor} applicants carry masked. */
    public CategoricalProfile masked(long floor) {
        Map<String, Long> masked = new TreeMap<>();
        counts.forEach((category, count) ->
                masked.merge(count < floor ? CategoryMask.of(category) : category, count, Long::sum));
        return new CategoricalProfile(rows, missing, isText, masked);
    }

    @Override
    public DistinctCount distinct() {
        return isText
                ? new DistinctCount(CategoricalAccumulator.MOST_CATEGORIES + 1L, false)
                : new DistinctCount(counts.size(), true);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException if the feature is text, whose values are not kept
     */
    @Override
    public long[] countInto(Bins bins) {
        if (isText) {
            throw new IllegalStateException("text is not counted by value");
        }
        long[] counted = new long[bins.size()];
        counts.forEach((category, count) -> counted[bins.indexOf(category)] += count);
        counted[bins.indexOf(BinKind.MISSING)] += missing;
        return counted;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CategoricalProfile that
                && rows == that.rows
                && missing == that.missing
                && isText == that.isText
                && counts.equals(that.counts);
    }

    @Override
    public int hashCode() {
        return counts.hashCode() + Long.hashCode(rows);
    }
}
