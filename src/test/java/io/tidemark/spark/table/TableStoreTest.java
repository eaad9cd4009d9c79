package io.tidemark.spark.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.cohort.Cohort;
import io.tidemark.cohort.Granularity;
import io.tidemark.incident.DataIncident;
import io.tidemark.incident.IncidentKind;
import io.tidemark.spark.Output;
import io.tidemark.spark.output.Tables;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a write leaves of what was there. */
@Tag("spark")
class TableStoreTest {
    private static final OutputTable<DataIncident> TABLE = Tables.DATA_INCIDENTS;
    private static final String SCORECARD = "score card's";

    @TempDir
    Path folder;

    private TableStore store;

    @BeforeEach
    void open() {
        store = new TableStore(Output.session(), folder.toString());
    }

    @Test
    void aRunReplacesTheRowsOfItsOwnMonitorOnly() {
        replace(SCORECARD, "first", "income", "age");
        replace("mortgages", "first", "rate");
        replace(SCORECARD, "second", "region");

        assertEquals(List.of("mortgages first rate", SCORECARD + " second region"), rows());
    }

    @Test
    void aRunThatHasFoundNothingLeavesNothing() {
        replace(SCORECARD, "first", "income");
        replace(SCORECARD, "second");

        assertEquals(List.of(), rows());
    }

    @Test
    void rowsOfAMonitorThatMeetAConditionAreReplacedAmongOthersOfIt() {
        replace(SCORECARD, "first", "income", "age");
        RunId second = new RunId(SCORECARD, "second");
        store.replace(
                TABLE,
                second,
                List.of(incident("income")),
                TableStore.ofMonitor(second) + " AND column_name = 'income'");

        assertEquals(List.of(SCORECARD + " first age", SCORECARD + " second income"), rows());
    }

    @Test
    void whatIsAskedOfOneMonitorReadsNoFilesOfOthers() {
        replace(SCORECARD, "first", "income");
        replace("mortgages", "first", "rate");

        String[] files = store.read(TABLE).where("monitor = 'mortgages'").inputFiles();
        assertEquals(1, files.length);
        assertTrue(files[0].contains("monitor=mortgages"), files[0]);
    }

    @Test
    void rowsOfAMonitorAreReadWithoutSpark() {
        replace(SCORECARD, "first", "income", "age");
        replace("mortgages", "first", "rate");
        JavaSparkContext context =
                JavaSparkContext.fromSparkContext(Output.session().sparkContext());

        List<String> read = store.open(TABLE)
                .values(
                        context,
                        new StoredTable.Wanted("monitor", SCORECARD, "column_name"),
                        row -> Optional.of(row.getString(1)))
                .collect();
        assertEquals(List.of("age", "income"), read.stream().sorted().toList());
    }

    @Test
    void aTableOfAnEarlierVersionIsWrittenToAsItIs() {
        RunId first = new RunId(SCORECARD, "first");
        Output.session()
                .createDataFrame(List.of(TABLE.row(first, incident("income"))), TABLE.schema())
                .drop("value")
                .write()
                .format("delta")
                .mode(SaveMode.ErrorIfExists)
                .save(store.path(TABLE));
        replace("mortgages", "first", "rate");
        replace(SCORECARD, "second", "region");

        assertEquals(List.of("mortgages first rate", SCORECARD + " second region"), rows());
    }

    @Test
    void monitorsThatWriteAtOnceDoNotGetInEachOthersWay() {
        List<String> monitors = List.of("cards", "loans", "mortgages");
        monitors.forEach(monitor -> replace(monitor, "first", "income"));
        CompletableFuture.allOf(monitors.stream()
                        .map(monitor -> CompletableFuture.runAsync(
                                () -> IntStream.range(0, 3).forEach(run -> replace(monitor, "later " + run, "income"))))
                        .toArray(CompletableFuture[]::new))
                .join();

        assertEquals(List.of("cards later 2 income", "loans later 2 income", "mortgages later 2 income"), rows());
    }

    private void replace(String monitor, String id, String... columns) {
        RunId run = new RunId(monitor, id);
        store.replace(
                TABLE, run, Stream.of(columns).map(TableStoreTest::incident).toList(), TableStore.ofMonitor(run));
    }

    private static DataIncident incident(String column) {
        Cohort month = Cohort.of(Granularity.MONTH, LocalDate.of(2024, 1, 1));
        return new DataIncident(month, column, IncidentKind.CONSTANT, 1, 2, month, column + " has one value only");
    }

    private List<String> rows() {
        return store.read(TABLE).select("monitor", "run_id", "column_name").collectAsList().stream()
                .map(TableStoreTest::said)
                .sorted()
                .toList();
    }

    private static String said(Row row) {
        return row.getString(0) + " " + row.getString(1) + " " + row.getString(2);
    }
}
