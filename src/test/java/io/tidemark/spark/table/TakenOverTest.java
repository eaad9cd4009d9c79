package io.tidemark.spark.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.delta.tables.DeltaTable;
import io.tidemark.cohort.Window;
import io.tidemark.problem.UserMistake;
import io.tidemark.spark.Output;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows of an earlier run beside those of a run, in a table with a column of every type that output tables have. */
@Tag("spark")
class TakenOverTest {
    /** What is found on a day; little is found on days that are odd. */
    private record Found(int day) implements Serializable {
        private <T> T orNull(T value) {
            return day % 2 == 0 ? value : null;
        }

        private LocalDate date() {
            return LocalDate.of(2024, 2, day);
        }
    }

    private static final StructType PART = new StructType()
            .add("of", Types.TEXT, true)
            .add("numbers", DataTypes.createArrayType(DataTypes.DoubleType, true), true)
            .add("at", DataTypes.TimestampType, true);

    private static final OutputTable<Found> TABLE = OutputTable.<Found>of("found", "What is found.")
            .column("window", Types.WINDOW, "the day", f -> Types.window(new Window(f.date(), f.date())))
            .nullable("text", Types.TEXT, "a text", f -> f.orNull("déjà vu"))
            .nullable("number", Types.NUMBER, "a number", f -> f.orNull(0.1 + 0.2))
            .nullable("count", Types.COUNT, "a count", f -> f.orNull(1L << 53))
            .nullable("small", DataTypes.IntegerType, "a small count", f -> f.orNull(-7))
            .nullable("known", DataTypes.BooleanType, "whether", f -> f.orNull(true))
            .nullable("bytes", DataTypes.BinaryType, "bytes", f -> f.orNull("ab".getBytes(StandardCharsets.UTF_8)))
            .nullable("date", DataTypes.DateType, "the date", f -> f.orNull(f.date()))
            .nullable("texts", Types.TEXTS, "texts", f -> f.orNull(Types.array(List.of("a", "b"))))
            .nullable("counts", Types.COUNT_BY_TEXT, "counts", f -> f.orNull(Types.map(Map.of("a", 1L, "b", 2L))))
            .nullable(
                    "parts",
                    DataTypes.createArrayType(PART, false),
                    "parts",
                    f -> f.orNull(Types.array(List.of(
                            RowFactory.create(
                                    "x",
                                    Types.array(List.of(1.5, 2.5)),
                                    Types.window(new Window(f.date(), f.date())).get(0)),
                            RowFactory.create(null, null, null)))));

    private static final RunId FIRST = new RunId("loans", "first");
    private static final RunId SECOND = new RunId("loans", "second");

    @TempDir
    Path folder;

    private TableStore store;

    @BeforeEach
    void firstRun() {
        store = new TableStore(Output.session(), folder.toString());
        store.replace(TABLE, FIRST, found(1, 2, 3, 4), Partition.ofMonitor(FIRST));
        RunId other = new RunId("mortgages", "first");
        store.replace(TABLE, other, found(1, 2), Partition.ofMonitor(other));
    }

    private static JavaRDD<Found> found(int... days) {
        return JavaSparkContext.fromSparkContext(Output.session().sparkContext())
                .parallelize(IntStream.of(days).mapToObj(Found::new).toList(), 2);
    }

    private void second(String earlier, int... days) {
        Set<LocalDate> starts = Set.copyOf(
                IntStream.of(days).mapToObj(day -> new Found(day).date()).toList());
        second(new TakenOver(earlier, starts));
    }

    private void second(TakenOver takenOver) {
        store.replace(TABLE, SECOND, found(5), Optional.of(takenOver), Partition.ofMonitor(SECOND));
    }

    private List<String> rows(String run) {
        return store
                .read(TABLE)
                .where("monitor = 'loans' AND run_id = '" + run + "'")
                .drop("run_id")
                .toJSON()
                .collectAsList()
                .stream()
                .sorted()
                .toList();
    }

    private long rows() {
        return store.read(TABLE).count();
    }

    @Test
    void theyAreWhatTheyWereButForTheRun() {
        List<String> before = rows("first");
        second("first", 1, 2, 4);
        List<String> after = rows("second");
        assertEquals(4, after.size());
        assertTrue(before.containsAll(after.subList(0, 3)), before + "\n" + after);
        assertEquals(List.of(), rows("first"));
        assertEquals(4 + 2, rows());
    }

    @Test
    void aColumnIsToldAnewByWhatTheRowHad() {
        TakenOver takenOver = new TakenOver("first", Set.of(new Found(1).date(), new Found(2).date()));
        second(takenOver.with("text", row -> row.isNull("text") ? "none before" : null));
        assertEquals(
                List.of("1 none before", "2 null", "5 null"),
                store
                        .read(TABLE)
                        .where("run_id = 'second'")
                        .selectExpr("concat(day(window.start), ' ', coalesce(text, 'null'))")
                        .as(Encoders.STRING())
                        .collectAsList()
                        .stream()
                        .sorted()
                        .toList());
    }

    @Test
    void whereAnotherRunHasReplacedThemNothingIsWritten() {
        List<String> before = rows("first");
        UserMistake mistake = assertThrows(UserMistake.class, () -> second("another", 1, 2));
        assertEquals(
                "another run of the monitor loans has written its tables meanwhile",
                mistake.problems().get(0).what());
        assertThrows(UserMistake.class, () -> second("first", 1, 7));
        assertEquals(before, rows("first"));
    }

    @Test
    void rowsThatWereDeletedDoNotComeBack() {
        Output.session()
                .sql("ALTER TABLE delta.`" + store.path(TABLE)
                        + "` SET TBLPROPERTIES ('delta.enableDeletionVectors' = 'true')");
        DeltaTable.forPath(Output.session(), store.path(TABLE)).delete("date = DATE '2024-02-02'");
        assertThrows(UserMistake.class, () -> second("first", 1, 2));
        second("first", 1, 4);
        assertEquals(3, rows("second").size());
    }
}
