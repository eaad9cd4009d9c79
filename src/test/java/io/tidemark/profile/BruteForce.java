package io.tidemark.profile;

import java.util.Arrays;

/** The definitions over sorted arrays of single values, with nothing clever: what counts in buckets are held against. */
public final class BruteForce {
    private BruteForce() {}

    /** sup |F − G|. */
    public static double kolmogorovSmirnov(double[] reference, double[] current) {
        double[] a = sorted(reference);
        double[] b = sorted(current);
        double widest = 0;
        int i = 0;
        int j = 0;
        while (i < a.length && j < b.length) {
            double here = Math.min(a[i], b[j]);
            while (i < a.length && a[i] <= here) {
                i++;
            }
            while (j < b.length && b[j] <= here) {
                j++;
            }
            widest = Math.max(widest, Math.abs((double) i / a.length - (double) j / b.length));
        }
        return widest;
    }

    /** ∫ |F − G| dx. */
    public static double wasserstein(double[] reference, double[] current) {
        double[] a = sorted(reference);
        double[] b = sorted(current);
        double area = 0;
        double before = Math.min(a[0], b[0]);
        int i = 0;
        int j = 0;
        while (i < a.length || j < b.length) {
            double here = j == b.length || (i < a.length && a[i] <= b[j]) ? a[i] : b[j];
            area += Math.abs((double) i / a.length - (double) j / b.length) * (here - before);
            before = here;
            if (i < a.length && a[i] == here) {
                i++;
            } else {
                j++;
            }
        }
        return area;
    }

    /** Every amount by itself, however many there are; none of them is zero. */
    public static Distribution distribution(double... amounts) {
        long[] keys = Arrays.stream(amounts)
                .mapToLong(amount -> Doubles.key(Double.doubleToLongBits(amount)))
                .sorted()
                .toArray();
        long[] counts = new long[keys.length];
        int size = 0;
        for (long key : keys) {
            if (size == 0 || keys[size - 1] != key) {
                keys[size++] = key;
            }
            counts[size - 1]++;
        }
        return Distribution.of(new ValueCounts(0, Arrays.copyOf(keys, size), Arrays.copyOf(counts, size)), 0);
    }

    static double[] sorted(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }
}
