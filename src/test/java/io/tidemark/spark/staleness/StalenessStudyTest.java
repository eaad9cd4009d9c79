package io.tidemark.spark.staleness;

import static org.apache.spark.sql.functions.expr;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.cohort.Calendar;
import io.tidemark.cohort.Cohort;
import io.tidemark.cohort.Granularity;
import io.tidemark.config.ColumnsConfig;
import io.tidemark.model.BadOutcome;
import io.tidemark.model.LabelledCohort;
import io.tidemark.model.Recipe;
import io.tidemark.model.Staleness;
import io.tidemark.model.TrailingWindows;
import io.tidemark.spark.Output;
import io.tidemark.spark.history.Reach;
import io.tidemark.spark.output.StoredStaleness;
import io.tidemark.spark.output.Tables;
import io.tidemark.spark.pass.FeatureSelection;
import io.tidemark.spark.pass.PassPlan;
import io.tidemark.spark.table.Partition;
import io.tidemark.spark.table.RunId;
import io.tidemark.spark.table.TableStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models trained anew with every month of the committed sample, in which renters behave otherwise from 2023-10 on. */
@Tag("spark")
@Tag("slow")
class StalenessStudyTest {
    private static final int WIDTH = 3;
    private static final ColumnsConfig COLUMNS = new ColumnsConfig(
            "application_date",
            "defaulted",
            null,
            List.of("pd_score"),
            "application_id",
            List.of(),
            List.of(),
            List.of(),
            Map.of(),
            Map.of("bureau_score", List.of(-999.0, -998.0)),
            Map.of());

    @TempDir
    static Path folder;

    private static List<StoredStaleness> whole;

    @BeforeAll
    static void study() {
        whole = study("whole", applicants(), 12, Reach.WHOLE, new TreeSet<>());
    }

    private static Dataset<Row> applicants() {
        return Output.session()
                .read()
                .option("header", true)
                .option("inferSchema", true)
                .csv("data-sample/applicants.csv.gz")
                .where("application_date < '2024-01-01'");
    }

    private static Cohort month(int number) {
        return new Cohort(Granularity.MONTH, LocalDate.of(2023, number, 1));
    }

    /** Studies months of 2023 up to one of them, as a run does that leaves its tables in a folder. */
    private static List<StoredStaleness> study(
            String name, Dataset<Row> applicants, int months, Reach reach, Set<Cohort> read) {
        List<LabelledCohort> cohorts = new ArrayList<>();
        for (int month = 5; month <= months; month++) {
            Dataset<Row> rows = applicants.where("month(application_date) = " + month);
            cohorts.add(new LabelledCohort(
                    month(month), rows.count(), rows.where("defaulted = 1").count()));
        }
        StalenessPlan plan = new StalenessPlan(
                new PassPlan(
                        FeatureSelection.of(applicants.schema(), COLUMNS, new ArrayList<>())
                                .features(),
                        List.of(),
                        new Calendar(Granularity.MONTH, List.of(), List.of()),
                        LocalDate.MAX),
                COLUMNS,
                10,
                BadOutcome.USUAL,
                List.of(Recipe.LOGISTIC, Recipe.TREES),
                new TrailingWindows(cohorts, WIDTH));
        TableStore store = new TableStore(Output.session(), folder.resolve(name).toString());
        RunId run = new RunId("sample", name + months);
        List<StoredStaleness> found = new StalenessStudy(
                        Output.session(),
                        plan,
                        EarlierStaleness.of(store, run.monitor(), plan, reach),
                        new ModelFolder(Output.session(), folder.resolve(name).toString(), run.monitor()),
                        wanted -> {
                            read.addAll(wanted);
                            return applicants;
                        })
                .found();
        store.replace(Tables.STALENESS, run, found, Partition.ofMonitor(run));
        return sorted(found);
    }

    private static List<StoredStaleness> sorted(List<StoredStaleness> found) {
        return found.stream()
                .sorted(Comparator.comparing(
                                (StoredStaleness one) -> one.figures().recipe())
                        .thenComparing(one -> one.figures().trainedThrough())
                        .thenComparing(one -> one.figures().cohort()))
                .toList();
    }

    private static List<Staleness> until(int month, List<StoredStaleness> found) {
        return found.stream()
                .map(StoredStaleness::figures)
                .filter(one -> one.cohort().compareTo(month(month)) <= 0)
                .toList();
    }

    private static Staleness on(Recipe recipe, int through, int judged) {
        return whole.stream()
                .map(StoredStaleness::figures)
                .filter(one -> one.recipe() == recipe
                        && one.trainedThrough().equals(month(through))
                        && one.cohort().equals(month(judged)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyModelIsJudgedOnEveryLaterMonth() {
        // Six months take part, from July on: the first full window ends there.
        assertEquals(2 * (5 + 4 + 3 + 2 + 1), whole.size());
        for (StoredStaleness one : whole) {
            boolean isFreshest =
                    one.figures().trainedThrough().next().equals(one.figures().cohort());
            assertEquals(isFreshest, one.figures().brierGap().standardError() == 0, one.toString());
            assertTrue(one.figures().auc() > 0.55 && one.figures().auc() < 0.95, one.toString());
        }
    }

    @Test
    void modelsFromBeforeTheRentersChangedLoseToThoseFromAfter() {
        for (Recipe recipe : Recipe.values()) {
            Staleness old = on(recipe, 9, 12);
            assertTrue(old.aucGap().value() > 0, old.toString());
            assertTrue(old.brierGap().value() > 2 * old.brierGap().standardError(), old.toString());
            Staleness before = on(recipe, 7, 9);
            assertTrue(
                    Math.abs(before.brierGap().value()) < 3 * before.brierGap().standardError(), before.toString());
        }
    }

    @Test
    void levelsAreRefittedOnTwoMonthsAndHeldAgainstEachLaterOne() {
        for (StoredStaleness one : whole) {
            int age = one.figures().cohort().start().getMonthValue()
                    - one.figures().trainedThrough().start().getMonthValue();
            assertEquals(age >= 2, one.figures().recalibration().isPresent(), one.toString());
            assertEquals(Math.max(0, age - 2), one.figures().recalibratedBrier().size(), one.toString());
        }
        // Renters default more often from October on, which the models of before did not know.
        Staleness old = on(Recipe.LOGISTIC, 8, 12);
        assertTrue(old.recalibratedBrier().get(month(11)) < old.brier(), old.toString());
    }

    /** In December everybody has the outcome of somebody else, and another income; it has as many bads. */
    @Test
    void whatHappensLaterChangesNothingOfWhatWasBefore() {
        Dataset<Row> december = applicants().where("month(application_date) = 12");
        Dataset<Row> shuffled = december.drop("defaulted", "income")
                .withColumn("row", expr("row_number() OVER (ORDER BY application_id)"))
                .join(
                        december.selectExpr(
                                "row_number() OVER (ORDER BY reverse(application_id)) AS row",
                                "defaulted",
                                "income * 7 AS income"),
                        "row")
                .select(Arrays.stream(december.columns()).map(functions::col).toArray(Column[]::new));
        Dataset<Row> other = applicants().where("month(application_date) < 12").union(shuffled);
        List<StoredStaleness> perturbed = study("perturbed", other, 12, Reach.WHOLE, new TreeSet<>());
        assertEquals(until(11, whole), until(11, perturbed));
        assertNotEquals(until(12, whole), until(12, perturbed));
    }

    @Test
    void aNewMonthAddsARowAndAColumnAndReadsNoMoreThanThese() throws IOException {
        List<StoredStaleness> before = study("growing", applicants(), 11, Reach.WHOLE, new TreeSet<>());
        assertEquals(until(11, whole), until(11, before));
        Path july;
        try (Stream<Path> files = Files.walk(folder.resolve("growing"))) {
            july = files.filter(path -> path.endsWith("2023-07.zip"))
                    .findFirst()
                    .orElseThrow();
        }
        FileTime trained = Files.getLastModifiedTime(july);
        Set<Cohort> read = new TreeSet<>();
        assertEquals(whole, study("growing", applicants(), 12, new Reach(false, Set.of(month(12)), false), read));
        assertEquals(Set.of(month(9), month(10), month(11), month(12)), read);
        assertEquals(trained, Files.getLastModifiedTime(july), "its models were kept");

        read.clear();
        assertEquals(whole, study("growing", applicants(), 12, new Reach(false, Set.of(), false), read));
        assertEquals(Set.of(), read, "nothing is new");
    }

    @Test
    void rowsThatComeLateAreTrainedOnAndJudgedAnew() {
        Dataset<Row> late = applicants().where("month(application_date) = 8 AND application_id LIKE '%7'");
        Dataset<Row> early = applicants().where("NOT (month(application_date) = 8 AND application_id LIKE '%7')");
        study("late", early, 12, Reach.WHOLE, new TreeSet<>());
        assertEquals(
                whole,
                study("late", early.union(late), 12, new Reach(false, Set.of(month(8)), false), new TreeSet<>()));
    }
}
