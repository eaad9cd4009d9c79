package io.tidemark.profile;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * Counts the numbers of one feature as they come by, and takes in other profiles of it.
 *
 * <p>Up to {@link #EXACT_VALUES} different non-zero amounts each is counted by itself; beyond that they are counted in narrow buckets. What
 * it comes to depends on the multiset of values alone, not on their order nor on how they were split and merged.
 */
public final class NumericAccumulator {
    /** How many different non-zero amounts are told apart. */
    public static final int EXACT_VALUES = 2_048;

    private final long[] codes;
    private long rows;
    private ExactCounts exact;
    private CoarseCounts coarse;
    /** Moments of what was absorbed in buckets, whose single values are no longer known. */
    private Moments absorbed = Moments.NONE;

    public NumericAccumulator(List<Double> specialValues) {
        this.codes = specialValues.stream()
                .mapToDouble(Double::doubleValue)
                .sorted()
                .mapToLong(Cells::of)
                .distinct()
                .toArray();
        this.exact = new ExactCounts(codes);
    }

    public void addMissing() {
        addMissing(1);
    }

    public void addMissing(long times) {
        rows += times;
        add(Cells.MISSING, times);
    }

    public void add(double value) {
        add(value, 1);
    }

    /** Counts several applicants with one value. */
    public void add(double value, long times) {
        rows += times;
        add(Cells.of(value), times);
    }

    /**
     * Counts applicants, each by its cell: {@link Cells#of}, or {@link Cells#MISSING}.
     *
     * @param from the first cell that is counted
     * @param to after the last
     */
    public void addAll(long[] cells, int from, int to) {
        rows += to - from;
        int next = from;
        if (coarse == null) {
            next = exact.addAll(cells, from, to, EXACT_VALUES);
            coarsenWhereNeeded();
        }
        if (next < to) {
            coarse.addAll(cells, next, to);
        }
    }

    /**
     * Counts applicants, each by a code, which is the place of its cell in a list.
     *
     * @param from the first code that is counted
     * @param to after the last
     * @param cells the cell of each code; those that no code stands for are not looked at
     */
    public void addAll(int[] codes, int from, int to, long[] cells) {
        if (to - from < cells.length) {
            long[] each = new long[to - from];
            for (int i = from; i < to; i++) {
                each[i - from] = cells[codes[i]];
            }
            addAll(each, 0, each.length);
            return;
        }
        rows += to - from;
        int[] times = new int[cells.length];
        for (int i = from; i < to; i++) {
            times[codes[i]]++;
        }
        for (int code = 0; code < times.length; code++) {
            add(cells[code], times[code]);
        }
    }

    private void coarsenWhereNeeded() {
        if (exact.amounts() > EXACT_VALUES) {
            coarsen();
        }
    }

    private void coarsen() {
        coarse = new CoarseCounts(codes, exact);
        exact = new ExactCounts(codes);
    }

    /**
     * Takes in what another accumulator came to.
     *
     * @throws IllegalArgumentException if the other one counted other special values
     */
    public void absorb(NumericProfile other) {
        Map<Double, Long> specials = specials();
        if (!other.specials().keySet().equals(specials.keySet())) {
            throw new IllegalArgumentException("profiles with special values " + specials.keySet() + " and "
                    + other.specials().keySet() + " do not merge");
        }
        rows += other.rows();
        add(Cells.MISSING, other.missing());
        add(Cells.NAN, other.nan());
        add(Cells.NEGATIVE_INFINITY, other.negativeInfinity());
        add(Cells.POSITIVE_INFINITY, other.positiveInfinity());
        add(Cells.ZERO, other.zeros());
        other.specials().forEach((value, count) -> add(Cells.of(value), count));
        ValueCounts counts = other.counts();
        if (counts.isExact()) {
            for (int i = 0; i < counts.size(); i++) {
                add(Cells.of(counts.lower(i)), counts.count(i));
            }
            return;
        }
        if (coarse == null) {
            coarsen();
        }
        coarse.absorb(counts, other.nonZeroMin(), other.nonZeroMax());
        absorbed = absorbed.plus(other.nonZeroMoments());
    }

    private void add(long cell, long times) {
        if (times == 0) {
            return;
        }
        if (coarse != null) {
            coarse.add(cell, times);
        } else {
            exact.add(cell, times);
            coarsenWhereNeeded();
        }
    }

    /** What has been counted so far. */
    public NumericProfile profile() {
        ValueCounts counts = coarse == null ? exact.sorted() : coarse.sorted();
        Moments moments = coarse == null ? null : coarse.moments().plus(absorbed);
        int last = counts.size() - 1;
        double exactMin = last < 0 ? Double.POSITIVE_INFINITY : counts.lower(0);
        double exactMax = last < 0 ? Double.NEGATIVE_INFINITY : counts.lower(last);
        return new NumericProfile(
                rows,
                count(Cells.MISSING),
                count(Cells.NAN),
                count(Cells.NEGATIVE_INFINITY),
                count(Cells.POSITIVE_INFINITY),
                isSpecial(Cells.ZERO) ? 0 : count(Cells.ZERO),
                specials(),
                counts,
                coarse == null ? exactMin : coarse.min(),
                coarse == null ? exactMax : coarse.max(),
                moments == null ? null : moments.sum(),
                moments == null ? null : moments.squares());
    }

    private boolean isSpecial(long cell) {
        return LongStream.of(codes).anyMatch(code -> code == cell);
    }

    private long count(long cell) {
        return coarse == null ? exact.count(cell) : coarse.countOfCode(cell);
    }

    /** Memory in use, about. */
    public long heldBytes() {
        return coarse == null ? exact.heldBytes() : coarse.heldBytes();
    }

    private Map<Double, Long> specials() {
        Map<Double, Long> specials = new TreeMap<>();
        for (long code : codes) {
            specials.put(Double.longBitsToDouble(code), count(code));
        }
        return specials;
    }
}
