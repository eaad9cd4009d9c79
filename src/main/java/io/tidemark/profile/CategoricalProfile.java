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
    private final SortedMap<String, Long> counts;
    private final Rest rest;

    CategoricalProfile(long rows, long missing, Map<String, Long> counts, Rest rest) {
        this.rows = rows;
        this.missing = missing;
        this.counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
        this.rest = rest;
    }

    /** The profile of no applicants: the identity of {@link #merge}. */
    public static CategoricalProfile empty() {
        return new CategoricalAccumulator().profile();
    }

    @Override
    public Profile mergeWith(Profile other) {
        if (!(other instanceof CategoricalProfile same)) {
            throw new IllegalArgumentException("numbers and categories do not merge");
        }
        return merge(same);
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

    /** What is beyond the most frequent categories. */
    public Rest rest() {
        return rest;
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
        return new CategoricalProfile(rows, missing, masked, rest);
    }

    @Override
    public DistinctCount distinct() {
        return new DistinctCount(counts.size() + rest.categories(), rest.isNone());
    }

    /** {@inheritDoc} The categories that were not kept are taken for rare ones. */
    @Override
    public long[] countInto(Bins bins) {
        long[] counted = new long[bins.size()];
        counts.forEach((category, count) -> counted[bins.indexOf(category)] += count);
        counted[bins.indexOf(BinKind.RARE)] += rest.rows();
        counted[bins.indexOf(BinKind.MISSING)] += missing;
        return counted;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CategoricalProfile that
                && rows == that.rows
                && missing == that.missing
                && counts.equals(that.counts)
                && rest.equals(that.rest);
    }

    @Override
    public int hashCode() {
        return counts.hashCode() + Long.hashCode(rows);
    }
}
