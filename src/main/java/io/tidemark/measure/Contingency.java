package io.tidemark.measure;

import io.tidemark.feature.Bin;
import io.tidemark.feature.BinKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** Counts of two groups of applicants in the same bins, without the bins that are empty in both. */
public final class Contingency {
    private final List<Bin> bins;
    private final long[] reference;
    private final long[] current;
    private final long referenceTotal;
    private final long currentTotal;

    private Contingency(List<Bin> bins, long[] reference, long[] current) {
        this.bins = bins;
        this.reference = reference;
        this.current = current;
        this.referenceTotal = LongStream.of(reference).sum();
        this.currentTotal = LongStream.of(current).sum();
    }

    public static Contingency of(List<Bin> bins, long[] reference, long[] current) {
        if (bins.size() != reference.length || bins.size() != current.length) {
            throw new IllegalArgumentException(
                    bins.size() + " bins, " + reference.length + " and " + current.length + " counts");
        }
        List<Bin> used = new ArrayList<>();
        LongStream.Builder before = LongStream.builder();
        LongStream.Builder now = LongStream.builder();
        for (int i = 0; i < bins.size(); i++) {
            if (reference[i] + current[i] > 0) {
                used.add(bins.get(i));
                before.add(reference[i]);
                now.add(current[i]);
            }
        }
        return new Contingency(
                List.copyOf(used), before.build().toArray(), now.build().toArray());
    }

    /**
     * The same applicants, with those below and above the ranges counted in the lowest and the highest of them. Only where the reference has
     * nobody there: where it has, the edges are not its own, and those bins are like any other.
     */
    public Contingency withinRange() {
        int lowest = -1;
        int highest = -1;
        for (int i = 0; i < size(); i++) {
            if (bins.get(i).kind() == BinKind.RANGE) {
                lowest = lowest < 0 ? i : lowest;
                highest = i;
            }
        }
        if (lowest < 0) {
            return this;
        }
        long[] now = current.clone();
        for (int i = 0; i < size(); i++) {
            BinKind kind = bins.get(i).kind();
            if (reference[i] == 0 && (kind == BinKind.BELOW || kind == BinKind.ABOVE)) {
                now[kind == BinKind.BELOW ? lowest : highest] += now[i];
                now[i] = 0;
            }
        }
        return of(bins, reference, now);
    }

    public int size() {
        return reference.length;
    }

    public Bin bin(int i) {
        return bins.get(i);
    }

    public long reference(int i) {
        return reference[i];
    }

    public long current(int i) {
        return current[i];
    }

    public long referenceTotal() {
        return referenceTotal;
    }

    public long currentTotal() {
        return currentTotal;
    }

    /** The reference's share of bin i, 0..1, as counted. */
    public double referenceShare(int i) {
        return (double) reference[i] / referenceTotal;
    }

    /** The current share of bin i, 0..1, as counted. */
    public double currentShare(int i) {
        return (double) current[i] / currentTotal;
    }

    /** Why shares cannot be compared, or null where they can. */
    String emptySide() {
        if (referenceTotal == 0) {
            return "the reference has no applicants";
        }
        return currentTotal == 0 ? "the cohort has no applicants" : null;
    }
}
