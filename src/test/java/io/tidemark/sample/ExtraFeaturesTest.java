package io.tidemark.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Extra features: they change nothing else, each is of a kind of its own, and none moves. */
class ExtraFeaturesTest {
    private static final int USUAL = SampleColumns.USUAL.size();
    private static final SamplePlan WIDE = plan(35, 16);
    private static final List<SampleColumn> COLUMNS = SampleColumns.of(WIDE);
    private static final List<Object[]> ROWS = rows(WIDE);

    private static SamplePlan plan(int numbers, int codes) {
        return new SamplePlan(
                24_000,
                42,
                YearMonth.of(2023, 1),
                24,
                ShiftChoice.USUAL,
                ScoreColumns.CHAMPION,
                new ExtraFeatures(numbers, codes));
    }

    private static List<Object[]> rows(SamplePlan plan) {
        Applicants applicants = new Applicants(plan);
        List<Object[]> rows = new ArrayList<>();
        for (long index = 0; index < plan.rows(); index++) {
            rows.add(applicants.row(index));
        }
        return rows;
    }

    static IntStream places() {
        return IntStream.range(USUAL, COLUMNS.size());
    }

    private static List<Object> column(int place) {
        List<Object> values = new ArrayList<>();
        ROWS.forEach(row -> values.add(row[place]));
        return values;
    }

    @Test
    void usualColumnsKeepTheirValues() {
        Applicants usual = new Applicants(SamplePlan.of(24_000, 42));
        for (int index = 0; index < ROWS.size(); index += 7) {
            assertArrayEquals(usual.row(index), Arrays.copyOf(ROWS.get(index), USUAL));
        }
    }

    @Test
    void aWiderTableBeginsWithTheNarrowerOne() {
        Applicants narrow = new Applicants(plan(14, 1));
        for (int index = 0; index < ROWS.size(); index += 7) {
            Object[] row = narrow.row(index);
            assertEquals(USUAL + 15, row.length);
            assertArrayEquals(Arrays.copyOf(row, USUAL + 14), Arrays.copyOf(ROWS.get(index), USUAL + 14));
            assertEquals(row[USUAL + 14], ROWS.get(index)[USUAL + 35], "the first code");
        }
    }

    @Test
    void namesAreCountedAndUnique() {
        assertEquals("attribute_001", COLUMNS.get(USUAL).name());
        assertEquals("attribute_035", COLUMNS.get(USUAL + 34).name());
        assertEquals("code_016", COLUMNS.get(COLUMNS.size() - 1).name());
        assertEquals(
                COLUMNS.size(),
                COLUMNS.stream().map(SampleColumn::name).distinct().count());
    }

    @ParameterizedTest
    @MethodSource("places")
    void valuesAreOfTheColumnsTypeAndSomeAreMissingWhereItSaysSo(int place) {
        SampleColumn column = COLUMNS.get(place);
        Class<?> type = ApplicantsTest.javaClass(column.type());
        long missing = column(place).stream().filter(Objects::isNull).count();
        assertTrue(column(place).stream().allMatch(value -> value == null || type.isInstance(value)), column.name());
        assertEquals(column.meaning().contains("missing for"), missing > 0, column.meaning());
        assertTrue(missing < ROWS.size() / 2, column.name());
    }

    @ParameterizedTest
    @MethodSource("places")
    void noneMoves(int place) {
        List<Object> values = column(place);
        double pValue = new TwoSamples(values.subList(0, 6_000), values.subList(6_000, 24_000)).pValue();
        assertTrue(
                pValue > 0.001 / (COLUMNS.size() - USUAL),
                () -> COLUMNS.get(place).name() + ": p = " + pValue);
    }

    @Test
    void shapesAreThoseOfABureausFile() {
        assertTrue(distinct(USUAL) < 40, "few counts");
        assertTrue(distinct(USUAL + 1) > 10_000, "many amounts");
        assertTrue(column(USUAL + 1).stream().allMatch(value -> isInCents((Double) value)));
        assertEquals(24_000, distinct(USUAL + 7), "ratios with all their digits");
        assertTrue(column(USUAL + 3).stream().allMatch(value -> (Integer) value >= 300 && (Integer) value <= 850));
        long zeros =
                column(USUAL + 24).stream().filter(Double.valueOf(0)::equals).count();
        assertTrue(zeros > 12_000, zeros + " zeros");
    }

    private static boolean isInCents(double amount) {
        return Math.rint(100 * amount) / 100 == amount;
    }

    private static int distinct(int place) {
        return new HashSet<>(column(place)).size();
    }

    @Test
    void codesHaveFewToManyCategoriesInUnevenShares() {
        int[] sizes = IntStream.range(USUAL + 35, COLUMNS.size())
                .map(place -> (int) column(place).stream()
                        .filter(Objects::nonNull)
                        .distinct()
                        .count())
                .toArray();
        assertEquals(3, Arrays.stream(sizes).min().orElseThrow());
        assertEquals(60, Arrays.stream(sizes).max().orElseThrow());
        List<Object> first = column(USUAL + 35);
        long frequent = first.stream().filter("K01"::equals).count();
        assertTrue(frequent > 5 * first.stream().filter("K12"::equals).count());
    }

    @Test
    void theReadmeTellsOfThem() {
        String text = SampleReadme.markdown(plan(14, 1), "applicants");
        assertTrue(text.contains("--format csv --extra-numbers 14 --extra-codes 1\n"));
        assertTrue(text.contains("`stable_flag`, `attribute_001`, "));
        assertTrue(text.contains("| `code_001` | string | code | one of 12 codes"));
    }

    @Test
    void tooManyAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new ExtraFeatures(-1, 0));
        assertThrows(IllegalArgumentException.class, () -> new ExtraFeatures(0, 1_000));
    }
}
