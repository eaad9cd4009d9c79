package io.tidemark.spark.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidemark.cohort.Pane;
import io.tidemark.profile.CategoricalAccumulator;
import io.tidemark.profile.CategoricalProfile;
import io.tidemark.profile.ProfileCodec;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A column with a million different texts, nine tenths of them in one cohort: what is kept is counted exactly, and so is the rest. */
@Tag("spark")
class ManyCategoriesTest {
    private static final int ROWS = 1_300_000;
    private static final Map<String, String> SEVERAL_FILES = Map.of("parquet.block.size", "4194304");
    private static final Pane CROWDED = new Pane(LocalDate.parse("2024-03-01"));

    @TempDir
    static Path folder;

    private static Dataset<Row> applicants(int partitions) {
        SparkSession session = EveryType.session();
        return session.sql("SELECT date_add(DATE '2024-01-01', IF(id % 10 = 0, CAST(id % 59 AS INT), 60)) AS day,"
                + " CASE WHEN id % 13 = 0 THEN NULL"
                + " WHEN id % 7 = 0 THEN concat('h', CAST(sqrt(pmod(xxhash64(id, 1), 1000000)) AS INT))"
                + " WHEN id % 97 = 0 THEN ''"
                + " ELSE concat('u', hex(xxhash64(id, 2))) END AS employer"
                + " FROM range(0, " + ROWS + ", 1, " + partitions + ")");
    }

    private static Pass pass(Dataset<Row> table) {
        return new Pass(table, "day", List.of(), Map.of());
    }

    @Test
    void partitionsFilesAndPathsDoNotMatterAndWhatIsKeptIsExact() {
        Map<String, String> found = profiles(applicants(1), 1);
        assertEquals(found, profiles(applicants(3), 2));
        applicants(7).write().options(SEVERAL_FILES).parquet(path());
        Pass columns = pass(EveryType.session().read().parquet(path()));
        Map<String, String> byColumns = columns.byWhicheverPath(3);
        byColumns.keySet().removeIf(name -> name.startsWith("table column"));
        assertEquals(found, byColumns);
        assertExact(found);
    }

    private static String path() {
        return folder.resolve("applicants").toString();
    }

    private static Map<String, String> profiles(Dataset<Row> table, int partitions) {
        Map<String, String> profiles = pass(table).byWhicheverPath(partitions);
        profiles.keySet().removeIf(name -> name.startsWith("table column"));
        return profiles;
    }

    private static void assertExact(Map<String, String> found) {
        Dataset<Row> crowded = EveryType.session().read().parquet(path()).where("day >= DATE '2024-03-01'");
        Dataset<Row> counted = crowded.where("employer IS NOT NULL")
                .groupBy("employer")
                .count()
                .cache();
        Map<String, Long> most = new TreeMap<>();
        counted.orderBy(functions.col("count").desc(), functions.col("employer"))
                .limit(CategoricalAccumulator.MOST_CATEGORIES)
                .collectAsList()
                .forEach(row -> most.put(row.getString(0), row.getLong(1)));
        String key = found.keySet().stream()
                .filter(name -> name.endsWith(" in " + CROWDED.code()))
                .findFirst()
                .orElseThrow();
        CategoricalProfile profile =
                (CategoricalProfile) ProfileCodec.decode(HexFormat.of().parseHex(found.get(key)));
        assertEquals(most, profile.counts());
        assertEquals(crowded.count(), profile.rows());
        assertEquals(crowded.where("employer IS NULL").count(), profile.missing());
        assertEquals(counted.count() - most.size(), profile.rest().categories());
        long kept = most.values().stream().mapToLong(Long::longValue).sum();
        assertEquals(profile.present() - kept, profile.rest().rows());
        counted.unpersist();
    }
}
