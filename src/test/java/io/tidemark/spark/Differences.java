package io.tidemark.spark;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** What differs between two outputs, whatever the order of their rows; run ids do not count. */
final class Differences {
    private Differences() {}

    /** Pairs of rows, as JSON in sorted order, that are not the same. */
    static List<String> between(Output one, Output other, OutputTable<?> table) {
        Iterator<String> left = rows(one, table).iterator();
        Iterator<String> right = rows(other, table).iterator();
        List<String> differences = new ArrayList<>();
        while (left.hasNext() || right.hasNext()) {
            String a = left.hasNext() ? left.next() : "nothing";
            String b = right.hasNext() ? right.next() : "nothing";
            if (!a.equals(b)) {
                differences.add(a + " <> " + b);
            }
        }
        return differences;
    }

    private static List<String> rows(Output output, OutputTable<?> table) {
        List<String> rows =
                new ArrayList<>(output.table(table).drop("run_id").toJSON().collectAsList());
        rows.sort(null);
        return rows;
    }
}
