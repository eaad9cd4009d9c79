package io.tidemark.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidemark.Said;
import io.tidemark.spark.output.Tables;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same applicants in another order, in other files and partitions, give the same tables. */
@Tag("spark")
@Tag("slow")
class PartitioningTest {
    @TempDir
    Path folder;

    @Test
    void rowOrderFileSplitAndPartitionsDoNotMatter() {
        Dataset<Row> applicants = Output.session()
                .read()
                .option("header", "true")
                .option("inferSchema", "true")
                .csv("data-sample/applicants.csv.gz");
        Path inOrder = folder.resolve("in-order");
        Path shuffled = folder.resolve("shuffled");
        applicants.coalesce(1).write().parquet(inOrder.toString());
        applicants
                .orderBy(functions.xxhash64(functions.col("application_id")))
                .repartition(7)
                .write()
                .parquet(shuffled.toString());
        Output one = run(inOrder, "one");
        Output other = run(shuffled, "other");
        assertEquals(one.made(), other.made());
        one.made().stream()
                .filter(table -> table != Tables.RUNS)
                .forEach(table -> assertEquals(List.of(), Differences.between(one, other, table), table.name()));
    }

    private Output run(Path input, String name) {
        Output output = new Output(folder.resolve(name));
        Said said = Said.by(
                "run",
                "--config",
                "data-sample/monitor.yaml",
                "--input",
                input.toString(),
                "--format",
                "parquet",
                "--monitor",
                "applicants",
                "--output",
                output.directory().toString());
        assertEquals(0, said.code(), said.err());
        return output;
    }
}
