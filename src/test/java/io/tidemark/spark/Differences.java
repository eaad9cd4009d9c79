package io.tidemark.spark;

import io.tidemark.spark.table.OutputTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What differs between two outputs, whatever the order of their rows; run ids do not count. */
final class Differences {
    private Differences() {}

    private static final int SHOWN = 400;

    /** Rows, as JSON, that only one side has; the first letters of each. */
    static List<String> between(Output one, Output other, OutputTable<?> table) {
        List<String> differences = new ArrayList<>(onlyIn(one, other, table));
        differences.addAll(onlyIn(other, one, table));
        return differences;
    }

    /** Rows that one side has and the other has not. */
    static List<String> onlyIn(Output one, Output other, OutputTable<?> table) {
        return only(rows(one, table), rows(other, table)).stream()
                .map(row -> "only in " + one.directory().getFileName() + ": " + row)
                .toList();
    }

    private static List<String> only(List<String> these, List<String> those) {
        Map<String, Integer> left = new HashMap<>();
        those.forEach(row -> left.merge(row, 1, Integer::sum));
        return these.stream()
                .filter(row -> left.merge(row, -1, Integer::sum) < 0)
                .map(row -> row.substring(0, Math.min(SHOWN, row.length())))
                .toList();
    }

    private static List<String> rows(Output output, OutputTable<?> table) {
        return output.table(table).drop("run_id").toJSON().collectAsList();
    }
}
