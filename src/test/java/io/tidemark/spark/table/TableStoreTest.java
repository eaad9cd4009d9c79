package io.tidemark.spark.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.delta.exceptions.DeltaConcurrentModificationException;
import io.delta.tables.DeltaTable;
import io.tidemark.cohort.Cohort;
import io.tidemark.cohort.Granularity;
import io.tidemark.incident.DataIncident;
import io.tidemark.incident.IncidentKind;
import io.tidemark.problem.Problems;
import io.tidemark.problem.UserMistake;
import io.tidemark.spark.Output;
import io.tidemark.spark.output.Tables;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
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

    /** Static, so that a task of Spark waits for the very latch that the test opens. */
    private static volatile CountDownLatch hasBegun;

    private static volatile CountDownLatch mayGoOn;

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
    void rowsOfAPortionAreReplacedAmongOthersOfTheirMonitor() {
        replace(SCORECARD, "first", "income", "age");
        replace("mortgages", "first", "income");
        replacePortion("second", "income");

        assertEquals(List.of("mortgages first income", SCORECARD + " first age", SCORECARD + " second income"), rows());
    }

    @Test
    void aPortionThatIsNotThereIsAdded() {
        replacePortion("first", "age");
        replace("mortgages", "first", "income");
        replacePortion("second", "income");

        assertEquals(List.of("mortgages first income", SCORECARD + " first age", SCORECARD + " second income"), rows());
        assertEquals("Append", operationMode());
    }

    /** As one that a run has written which then failed. */
    @Test
    void aPortionThatIsThereAlreadyIsNotAddedOnceMore() {
        replacePortion("first", "income");
        replacePortion("second", "income");

        assertEquals(List.of(SCORECARD + " second income"), rows());
        assertEquals("Overwrite", operationMode());
    }

    @Test
    void aPortionIsNotAddedByTwoRunsThatDoNotSeeEachOther() {
        replace(SCORECARD, "first", "age");
        AtomicBoolean isAlone = new AtomicBoolean(true);
        Portion looked = new Portion(ofScorecard(), portion("income").condition(), List.of("column_name"), row -> {
            if (isAlone.getAndSet(false)) {
                replacePortion("quick", "income");
            }
            return portion("income").has().test(row);
        });

        assertOvertaken(assertThrows(UserMistake.class, () -> replace("slow", "income", looked)));
        assertEquals(List.of(SCORECARD + " first age", SCORECARD + " quick income"), rows());
    }

    private static Portion portion(String column) {
        return new Portion(
                ofScorecard(),
                "column_name = '" + column + "'",
                List.of("column_name"),
                row -> row.text("column_name").equals(column));
    }

    private void replacePortion(String id, String column) {
        replace(id, column, portion(column));
    }

    private void replace(String id, String column, Portion portion) {
        store.replace(TABLE, new RunId(SCORECARD, id), context().parallelize(List.of(incident(column))), portion);
    }

    /** Delta has let another commit through. */
    private static void assertOvertaken(Throwable failure) {
        UserMistake mistake = assertInstanceOf(UserMistake.class, failure);
        assertEquals(List.of(Problems.overtaken(SCORECARD)), mistake.problems());
        assertInstanceOf(DeltaConcurrentModificationException.class, mistake.getCause());
    }

    private String operationMode() {
        return DeltaTable.forPath(Output.session(), store.path(TABLE))
                .history(1)
                .selectExpr("operationParameters.mode")
                .head()
                .getString(0);
    }

    @Test
    void rowsThatAreAddedLeaveTheOthers() {
        store.append(TABLE, new RunId(SCORECARD, "first"), List.of(incident("income")));
        store.append(TABLE, new RunId(SCORECARD, "second"), List.of(incident("income")));

        assertEquals(List.of(SCORECARD + " first income", SCORECARD + " second income"), rows());
    }

    /** As tables where deletion vectors are switched on have them. */
    @Test
    void filesThatHaveLostSomeOfTheirRowsAreReplacedAsWell() {
        store.replace(
                TABLE,
                new RunId(SCORECARD, "first"),
                context().parallelize(List.of(incident("income"), incident("age")), 1),
                ofScorecard());
        Output.session()
                .sql("ALTER TABLE delta.`" + store.path(TABLE)
                        + "` SET TBLPROPERTIES ('delta.enableDeletionVectors' = 'true')");
        DeltaTable.forPath(Output.session(), store.path(TABLE)).delete("column_name = 'age'");
        assertTrue(commit("second", "region").isPresent());

        assertEquals(List.of(SCORECARD + " second region"), rows());
    }

    @Test
    void whatReplacesNothingByNothingIsNoVersion() {
        replace("mortgages", "first", "rate");
        assertEquals(0, commit("second").orElseThrow().version());
        assertEquals(1, commit("third", "income").orElseThrow().version());
        assertEquals(2, commit("fourth").orElseThrow().version());
        assertEquals(2, commit("fifth").orElseThrow().version());
    }

    @Test
    void theHistorySaysWhoseRowsWereReplaced() {
        replace(SCORECARD, "first", "income");
        replace(SCORECARD, "second", "income");

        String said = DeltaTable.forPath(Output.session(), store.path(TABLE))
                .history(1)
                .selectExpr("operationParameters.predicate")
                .head()
                .getString(0);
        assertTrue(said.contains(ofScorecard().condition()), said);
    }

    /** Comments may change from version to version. */
    @Test
    void aTableThatIsDescribedOtherwiseIsWrittenToAllTheSame() {
        replace(SCORECARD, "first", "income");
        Output.session().sql("ALTER TABLE delta.`" + store.path(TABLE) + "` ALTER COLUMN value COMMENT 'as once said'");

        assertTrue(commit("second", "region").isPresent());
        assertEquals(List.of(SCORECARD + " second region"), rows());
    }

    @Test
    void aTableWhoseColumnsAreCalledOtherwiseInFilesIsLeftToDelta() {
        replace(SCORECARD, "first", "income");
        Output.session()
                .sql("ALTER TABLE delta.`" + store.path(TABLE)
                        + "` SET TBLPROPERTIES ('delta.columnMapping.mode' = 'name')");

        assertTrue(commit("second", "region").isEmpty());
        replace(SCORECARD, "second", "region");
        assertEquals(List.of(SCORECARD + " second region"), rows());
    }

    private static Partition ofScorecard() {
        return Partition.ofMonitor(new RunId(SCORECARD, "any"));
    }

    private Optional<DirectCommit.Written> commit(String id, String... columns) {
        List<Row> rows = Stream.of(columns)
                .map(column -> TABLE.row(new RunId(SCORECARD, id), incident(column)))
                .toList();
        return new DirectCommit(Output.session(), TABLE, store.path(TABLE))
                .replace(ofScorecard(), Output.session().createDataFrame(rows, TABLE.schema()));
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
        List<String> read = store.open(TABLE)
                .values(
                        context(),
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

    @Test
    void aTableThatAnotherMonitorHasCreatedMeanwhileIsWrittenToAllTheSame() {
        meeting("slow", () -> replace("quick", "first", "age")).join();

        assertEquals(List.of("quick first age", "slow slow income"), rows());
    }

    @Test
    void aTableThatAnotherRunOfTheMonitorHasCreatedMeanwhileIsNotWrittenTo() {
        CompletableFuture<Void> slow = meeting(SCORECARD, () -> replace(SCORECARD, "quick", "age"));

        assertOvertaken(assertThrows(CompletionException.class, slow::join).getCause());
        assertEquals(List.of(SCORECARD + " quick age"), rows());
    }

    @Test
    void rowsAreAddedToATableThatOthersHaveCreatedMeanwhile() {
        List<CompletableFuture<Void>> written = Stream.of("cards", "loans", "mortgages")
                .map(monitor -> CompletableFuture.runAsync(
                        () -> store.append(TABLE, new RunId(monitor, "first"), List.of(incident("income")))))
                .toList();
        written.forEach(CompletableFuture::join);

        assertEquals(List.of("cards first income", "loans first income", "mortgages first income"), rows());
    }

    /** A slow run of a monitor: its transaction has begun, and its rows come after something else has been done. */
    private CompletableFuture<Void> meeting(String monitor, Runnable meanwhile) {
        hasBegun = new CountDownLatch(1);
        mayGoOn = new CountDownLatch(1);
        RunId slow = new RunId(monitor, "slow");
        JavaRDD<DataIncident> rows = context()
                .parallelize(List.of(incident("income")), 1)
                .map(row -> {
                    hasBegun.countDown();
                    assertTrue(mayGoOn.await(1, TimeUnit.MINUTES), "nobody let the slow run go on");
                    return row;
                });
        CompletableFuture<Void> written =
                CompletableFuture.runAsync(() -> store.replace(TABLE, slow, rows, Partition.ofMonitor(slow)));
        try {
            assertTrue(hasBegun.await(1, TimeUnit.MINUTES), () -> "the slow run did not begin: " + written);
            meanwhile.run();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            mayGoOn.countDown();
        }
        return written;
    }

    /** One after the other or, where they meet, one of them only; never the rows of both. */
    @Test
    void runsOfAMonitorAtOnceDoNotMixTheirRows() {
        replace("mortgages", "first", "rate");
        for (int round = 0; round < 5; round++) {
            // Every other time there are no files that both would take out.
            if (round % 2 == 0) {
                replace(SCORECARD, "none");
            }
            List<String> written = Stream.of("one", "other")
                    .map(id -> CompletableFuture.supplyAsync(() -> {
                        try {
                            replace(SCORECARD, id, "income");
                            return SCORECARD + " " + id + " income";
                        } catch (UserMistake e) {
                            assertOvertaken(e);
                            return "not written";
                        }
                    }))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();

            List<String> rows = new ArrayList<>(rows());
            rows.remove("mortgages first rate");
            assertEquals(1, rows.size(), written + " and then " + rows);
            assertTrue(written.containsAll(rows), written + " and then " + rows);
        }
    }

    private void replace(String monitor, String id, String... columns) {
        RunId run = new RunId(monitor, id);
        store.replace(
                TABLE, run, Stream.of(columns).map(TableStoreTest::incident).toList(), Partition.ofMonitor(run));
    }

    private static JavaSparkContext context() {
        return JavaSparkContext.fromSparkContext(Output.session().sparkContext());
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
