package io.tidemark.bench;

import java.util.List;

/** How long the runs of a contender took, in seconds. */
record BenchTimes(String key, String what, List<Double> seconds) {
    double median() {
        return median(seconds);
    }

    double min() {
        return seconds.stream().min(Double::compare).orElseThrow();
    }

    double max() {
        return seconds.stream().max(Double::compare).orElseThrow();
    }

    static double median(List<Double> numbers) {
        List<Double> sorted = numbers.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
