package io.tidemark.spark;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The stages of a run: says which one it is at, and how long each took. */
final class Stages {
    private final PrintStream out;
    private final Map<String, Long> durations = new LinkedHashMap<>();

    Stages(PrintStream out) {
        this.out = out;
    }

    <T> T time(String stage, String doing, Supplier<T> work) {
        out.printf(Locale.ROOT, "%s … ", doing);
        out.flush();
        long start = System.nanoTime();
        try {
            return work.get();
        } finally {
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
            durations.merge(stage, millis, Long::sum);
            out.printf(Locale.ROOT, "%.1f s%n", millis / 1000.0);
        }
    }

    /** Wall time per stage so far, milliseconds. */
    Map<String, Long> durations() {
        return Map.copyOf(durations);
    }
}
