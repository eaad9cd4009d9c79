package io.tidemark.spark.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.cohort.Calendar;
import io.tidemark.cohort.Granularity;
import io.tidemark.cohort.Reference;
import io.tidemark.cohort.SegmentKey;
import io.tidemark.cohort.Slice;
import io.tidemark.feature.Feature;
import io.tidemark.feature.FeatureKind;
import io.tidemark.spark.pass.PartialProfiles.Budget;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import scala.Tuple2;

/** When a task gives away what it has counted is a matter of its memory alone: what it all merges to is the same. */
class PartialBudgetTest {
    private static final Budget AMPLE = new Budget(Long.MAX_VALUE, Integer.MAX_VALUE);
    private static final int ROWS = 12_000;

    private static PassPlan plan(String... segments) {
        return new PassPlan(
                List.of(
                        new Feature("amount", FeatureKind.NUMERIC, "double", List.of(-999.0)),
                        new Feature("months", FeatureKind.NUMERIC, "int", List.of()),
                        new Feature("employer", FeatureKind.CATEGORICAL, "string", List.of()),
                        new Feature("purpose", FeatureKind.CATEGORICAL, "string", List.of())),
                Stream.of(segments).map(SegmentKey::parse).toList(),
                new Calendar(Granularity.MONTH, List.of(Reference.parse("2024-01-01..2024-02-15")), List.of()),
                LocalDate.parse("2024-05-31"));
    }

    /** Applicants of half a year, of whom some have no time and some come after the last day. */
    private static List<InternalRow> rows(PassPlan plan, int rows) {
        Random random = new Random(23);
        Random ofSegments = new Random(29);
        int first = (int) LocalDate.parse("2024-01-01").toEpochDay();
        List<InternalRow> made = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            List<Object> row = new ArrayList<>();
            row.add(random.nextInt(40) == 0 ? null : first + random.nextInt(180));
            row.add(random.nextInt(9) == 0 ? (Double) (-999.0) : (Double) random.nextGaussian());
            row.add(random.nextInt(9) == 0 ? null : (Double) (double) random.nextInt(90));
            row.add(text(random, "e", 4_000 * rows / ROWS));
            row.add(text(random, "p", 12));
            row.add(text(random, "", 2));
            row.add(row.get(0) == null ? UTF8String.fromString("soon" + random.nextInt(3)) : null);
            row.add(UTF8String.fromString("file" + i / 5_000));
            plan.segmentColumns().forEach(column -> row.add(text(ofSegments, column, 6)));
            made.add(new GenericInternalRow(row.toArray()));
        }
        return made;
    }

    private static Object text(Random random, String name, int values) {
        return random.nextInt(11) == 0 ? null : UTF8String.fromString(name + random.nextInt(values));
    }

    private static List<Tuple2<PartialKey, byte[]>> partials(PassPlan plan, int rows, Budget budget) {
        Dictionaries dictionaries = new Dictionaries(plan);
        RowBlocks blocks =
                new RowBlocks(rows(plan, rows).iterator(), plan, new DecimalType[plan.columns()], dictionaries);
        GroupedCounts counts = new GroupedCounts(plan, null, dictionaries);
        List<Tuple2<PartialKey, byte[]>> partials = new ArrayList<>();
        new PartialProfiles(blocks, plan, dictionaries, counts, budget).forEachRemaining(partials::add);
        return partials;
    }

    /** How many partial profiles were given away, those that go in parts counted once. */
    private static long givenAway(List<Tuple2<PartialKey, byte[]>> partials) {
        return partials.stream().filter(partial -> partial._1().part() <= 0).count();
    }

    private static Map<String, String> merged(PassPlan plan, List<Tuple2<PartialKey, byte[]>> partials) {
        List<Tuple2<PartialKey, byte[]>> sorted = new ArrayList<>(partials);
        sorted.sort(Comparator.comparing(Tuple2::_1));
        Map<String, String> merged = new TreeMap<>();
        new ProfileMerge(sorted.iterator(), plan)
                .forEachRemaining(column -> column.slices()
                        .forEach((slice, panes) -> panes.forEach((pane, profile) -> merged.put(
                                column.column() + " " + slice + " " + pane,
                                HexFormat.of().formatHex(profile)))));
        return merged;
    }

    @ParameterizedTest
    @CsvSource({"1, 2147483647", "9223372036854775807, 10", "300000, 1500", "9223372036854775807, 3000", "1, 1"})
    void aSmallBudgetGivesTheSameProfiles(long bytes, int texts) {
        for (PassPlan plan : List.of(plan(), plan("channel"), plan("channel", "region"))) {
            List<Tuple2<PartialKey, byte[]>> atOnce = partials(plan, ROWS, AMPLE);
            List<Tuple2<PartialKey, byte[]>> inPieces = partials(plan, ROWS, new Budget(bytes, texts));
            assertTrue(givenAway(inPieces) > givenAway(atOnce), "the budget was never exceeded");
            assertEquals(merged(plan, atOnce), merged(plan, inPieces));
        }
    }

    /** Both ends of the rare: more categories than are kept, of which each slice keeps others. */
    @Test
    void segmentsTakeNothingFromWhatIsKeptOfAllApplicants() {
        int many = 120_000;
        Map<String, String> without = merged(plan(), partials(plan(), many, AMPLE));
        PassPlan plan = plan("channel");
        for (Budget budget : List.of(AMPLE, new Budget(400_000, 5_000))) {
            Map<String, String> with = merged(plan, partials(plan, many, budget));
            with.keySet().removeIf(name -> !name.contains(Slice.ALL.toString()));
            assertEquals(without, with);
        }
    }

    @Test
    void noRowsGiveNoPartials() {
        PassPlan plan = plan("channel");
        Dictionaries dictionaries = new Dictionaries(plan);
        RowBlocks blocks = new RowBlocks(
                new ArrayList<InternalRow>().iterator(), plan, new DecimalType[plan.columns()], dictionaries);
        GroupedCounts counts = new GroupedCounts(plan, null, dictionaries);
        assertEquals(false, new PartialProfiles(blocks, plan, dictionaries, counts, AMPLE).hasNext());
    }
}
