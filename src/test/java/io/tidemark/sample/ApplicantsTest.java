package io.tidemark.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ApplicantsTest {
    private static final SamplePlan PLAN = SamplePlan.of(24_000, 42);

    @Test
    void rowDependsOnlyOnPlanAndNumber() {
        Applicants forwards = new Applicants(PLAN);
        Applicants backwards = new Applicants(PLAN);
        Object[][] rows = new Object[2_000][];
        for (int index = 0; index < rows.length; index++) {
            rows[index] = forwards.row(index * 12L);
        }
        for (int index = rows.length - 1; index >= 0; index--) {
            assertArrayEquals(rows[index], backwards.row(index * 12L));
        }
    }

    @Test
    void anotherSeedGivesOtherApplicants() {
        Object[] row = new Applicants(PLAN).row(7);
        assertFalse(Arrays.equals(row, new Applicants(SamplePlan.of(24_000, 43)).row(7)));
    }

    /** Whoever changes the generator changes every committed sample: let that be on purpose. */
    @Test
    void aThousandRowsOverAllMonthsAreAsTheyWere() throws NoSuchAlgorithmException {
        Applicants applicants = new Applicants(SamplePlan.of(1_000, 42));
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (int index = 0; index < 1_000; index++) {
            digest.update(Arrays.toString(applicants.row(index)).getBytes(StandardCharsets.UTF_8));
        }
        assertEquals(
                "fb4317130e2fd1a65060f39712e81d6df4b7136bd8f20eb64b577418b936ca63",
                HexFormat.of().formatHex(digest.digest()));
    }

    @Test
    void copySentToAnotherMachineGivesTheSameRows() throws IOException, ClassNotFoundException {
        Applicants applicants = new Applicants(PLAN);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(applicants);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertArrayEquals(applicants.row(20_000), ((Applicants) in.readObject()).row(20_000));
        }
    }

    @Test
    void valuesHaveTheTypesOfTheCatalogue() {
        Applicants applicants = new Applicants(PLAN);
        Set<String> seen = new HashSet<>();
        for (long index = 0; index < PLAN.rows(); index += 5) {
            Object[] row = applicants.row(index);
            assertEquals(SampleColumns.USUAL.size(), row.length);
            for (int place = 0; place < row.length; place++) {
                SampleColumn column = SampleColumns.USUAL.get(place);
                if (row[place] != null) {
                    assertInstanceOf(javaClass(column.type()), row[place], column.name());
                    seen.add(column.name());
                }
                if (row[place] instanceof BigDecimal amount) {
                    assertEquals(2, amount.scale(), column.name());
                    assertTrue(amount.precision() <= 12, column.name());
                }
            }
        }
        assertEquals(SampleColumns.USUAL.size(), seen.size(), "columns with values");
    }

    @Test
    void identifiersAreUniqueAndInOrderOfTime() {
        Set<Object> identifiers = new HashSet<>();
        LocalDate before = PLAN.firstDay();
        for (Object[] row : SampleTable.USUAL.rows(month -> true)) {
            assertTrue(identifiers.add(row[0]));
            LocalDate day = (LocalDate) row[1];
            assertFalse(day.isBefore(before));
            before = day;
        }
        assertEquals(PLAN.lastDay(), before);
    }

    @Test
    void monthsGrowMildly() {
        for (int month = 0; month < 24; month++) {
            int rows = SampleTable.USUAL.rows(month, month).size();
            assertTrue(rows > 1_600 && rows < 2_400, rows + " rows in month " + month);
        }
        assertTrue(SampleTable.USUAL.rows(12, 23).size()
                > SampleTable.USUAL.rows(0, 11).size());
    }

    @Test
    void smallestSampleHasOneRowForEachMonth() {
        SampleTable tiny = new SampleTable(new SamplePlan(120, 1, YearMonth.of(2020, 5), 120));
        for (int month = 0; month < 120; month++) {
            assertEquals(1, tiny.rows(month, month).size());
        }
    }

    @Test
    void lastRowOfAHugeSampleFallsOnTheLastDay() {
        SamplePlan huge = SamplePlan.of(SamplePlan.MAX_ROWS, 1);
        Object[] last = new Applicants(huge).row(SamplePlan.MAX_ROWS - 1);
        assertEquals("A9999999999", last[0]);
        assertEquals(huge.lastDay(), last[1]);
    }

    @Test
    void rowsOutsideThePlanAreRefused() {
        Applicants applicants = new Applicants(PLAN);
        assertThrows(IndexOutOfBoundsException.class, () -> applicants.row(-1));
        assertThrows(IndexOutOfBoundsException.class, () -> applicants.row(PLAN.rows()));
    }

    @Test
    void earlierDealingsLieBeforeTheApplication() {
        for (String column : List.of("account_opened", "last_payment_at")) {
            List<Object> days = SampleTable.column(SampleTable.USUAL.reference(), column);
            assertNotEquals(0, days.stream().filter(day -> day != null).count());
            assertTrue(days.stream().allMatch(day -> day == null || (Long) day >= 0), column);
        }
    }

    static Class<?> javaClass(ColumnType type) {
        return switch (type) {
            case STRING -> String.class;
            case INTEGER -> Integer.class;
            case LONG -> Long.class;
            case DOUBLE -> Double.class;
            case DECIMAL -> BigDecimal.class;
            case BOOLEAN -> Boolean.class;
            case DATE -> LocalDate.class;
            case TIMESTAMP -> Instant.class;
        };
    }
}
