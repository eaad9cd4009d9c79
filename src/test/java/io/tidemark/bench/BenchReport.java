package io.tidemark.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What was measured: printed as a table, and kept as medians in seconds by key. */
final class BenchReport {
    private final Map<String, Double> medians = new TreeMap<>();

    void line(String text) {
        System.out.println(text);
    }

    /**
     * Prints times.
     *
     * @param floor whose median the others are divided by; null for none
     */
    void table(String title, List<BenchTimes> times, BenchTimes floor) {
        line("");
        line(String.format(
                Locale.ROOT,
                "%-27s %8s %8s %8s %5s %8s",
                title,
                "median s",
                "min",
                "max",
                "runs",
                floor == null ? "" : "× floor"));
        for (BenchTimes one : times) {
            medians.put(one.key(), one.median());
            String ratio = floor == null ? "" : String.format(Locale.ROOT, "%.2f", one.median() / floor.median());
            line(String.format(
                    Locale.ROOT,
                    "%-27s %8.2f %8.2f %8.2f %5d %8s  %s",
                    one.key(),
                    one.median(),
                    one.min(),
                    one.max(),
                    one.seconds().size(),
                    ratio,
                    one.what()));
        }
    }

    void write(Path file) throws IOException {
        String json = medians.entrySet().stream()
                .map(entry -> String.format(Locale.ROOT, "  \"%s\": %.3f", entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(",\n", "{\n", "\n}\n"));
        Files.writeString(file, json);
        line("");
        line("medians in seconds are in " + file);
    }
}
