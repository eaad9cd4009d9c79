package io.tidemark.sample;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must not move does not: chi-square tests at a level that a thousand quiet tables in a row would rarely break. */
class SteadyColumnsTest {
    private static final double FAMILY_LEVEL = 0.001;
    private static final SampleTable TABLE = SampleTable.USUAL;
    private static final List<Object[]> REFERENCE = TABLE.reference();

    static List<String> steady() {
        return PlantedShifts.steadyColumns(TABLE.plan());
    }

    static Stream<String> all() {
        return SampleColumns.USUAL.stream().map(SampleColumn::name).filter(name -> !name.startsWith("application_"));
    }

    @Test
    void thereAreEnoughOfThem() {
        assertTrue(PlantedShifts.steadyColumns(TABLE.plan()).size() >= 8);
    }

    @ParameterizedTest
    @MethodSource("steady")
    void steadyColumnIsTheSameInEveryMonth(String column) {
        for (int month = PlantedShifts.REFERENCE_MONTHS; month < 24; month++) {
            assertQuiet(column, REFERENCE, TABLE.rows(month, month), 18 * steady().size());
        }
    }

    @ParameterizedTest
    @MethodSource("steady")
    void steadyColumnIsTheSameOverAllLaterMonths(String column) {
        assertQuiet(column, REFERENCE, TABLE.rows(6, 23), steady().size());
    }

    @ParameterizedTest
    @MethodSource("steady")
    void steadyColumnIsTheSameAmongBrokers(String column) {
        assertQuiet(column, brokers(REFERENCE), brokers(TABLE.rows(13, 23)), steady().size());
    }

    @ParameterizedTest
    @MethodSource("all")
    void nothingMovesWithinTheReference(String column) {
        for (int month = 0; month < PlantedShifts.REFERENCE_MONTHS; month++) {
            int one = month;
            List<Object[]> others = TABLE.rows(other -> other < PlantedShifts.REFERENCE_MONTHS && other != one);
            assertQuiet(column, others, TABLE.rows(month, month), 6 * SampleColumns.USUAL.size());
        }
    }

    private static List<Object[]> brokers(List<Object[]> rows) {
        return SampleTable.where(rows, row -> SampleTable.value(row, "channel").equals("broker"));
    }

    private static void assertQuiet(String column, List<Object[]> reference, List<Object[]> current, int tests) {
        double pValue = TwoSamples.of(column, reference, current).pValue();
        assertTrue(pValue > FAMILY_LEVEL / tests, () -> column + " moves: p = " + pValue);
    }
}
