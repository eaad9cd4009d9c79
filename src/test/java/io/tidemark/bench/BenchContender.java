package io.tidemark.bench;

import java.util.concurrent.Callable;

/**
 * One of those that are timed.
 *
 * @param key its name in the report
 * @param what what it does, in a few words
 * @param warmUps how often it runs before it is timed
 * @param most how often it is timed at most: who takes minutes needs no five rounds
 * @param expected what every run has to give
 * @param work gives the number of rows it has accounted for
 */
record BenchContender(String key, String what, int warmUps, int most, long expected, Callable<Long> work) {
    static BenchContender of(String key, String what, BenchTable table, Callable<Long> work) {
        return new BenchContender(key, what, 2, Integer.MAX_VALUE, table.rows(), work);
    }

    /** The same, warmed up once only and timed no more often than this. */
    BenchContender slow(int times) {
        return new BenchContender(key, what, 1, times, expected, work);
    }

    /** One run in seconds, once it is sure that it did what it should. */
    double seconds() {
        // What the one before has left behind is not this one's to clear.
        System.gc();
        long start = System.nanoTime();
        long found = call();
        double seconds = (System.nanoTime() - start) / 1e9;
        if (found != expected) {
            throw new IllegalStateException(key + " accounts for " + found + " of " + expected + " rows");
        }
        return seconds;
    }

    private long call() {
        try {
            return work.call();
        } catch (Exception e) {
            throw new IllegalStateException(key + " failed", e);
        }
    }
}
