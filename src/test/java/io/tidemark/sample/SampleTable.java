package io.tidemark.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** A sample small enough to hold, asked for columns of some months. */
final class SampleTable {
    // Before the table, which is made while this class is initialised and asks for it.
    private static final List<String> NAMES = Stream.concat(
                    SampleColumns.USUAL.stream(), ScoreColumns.CHAMPION_AND_CHALLENGER.further().stream())
            .map(SampleColumn::name)
            .toList();

    /** 2,000 rows a month; made once for all tests. */
    static final SampleTable USUAL = new SampleTable(SamplePlan.of(48_000, 42));

    private final SamplePlan plan;
    private final List<List<Object[]>> rowsByMonth;

    SampleTable(SamplePlan plan) {
        this(plan, plan.months());
    }

    /** The plan's first months alone. */
    SampleTable(SamplePlan plan, int months) {
        this.plan = plan;
        Applicants applicants = new Applicants(plan);
        rowsByMonth = IntStream.range(0, months)
                .<List<Object[]>>mapToObj(month -> new ArrayList<>())
                .toList();
        LongStream.range(0, plan.rows())
                .mapToObj(applicants::row)
                .takeWhile(row -> month(row) < months)
                .forEach(row -> rowsByMonth.get(month(row)).add(row));
    }

    SamplePlan plan() {
        return plan;
    }

    static Object value(Object[] row, String column) {
        return row[place(column)];
    }

    static int place(String column) {
        return NAMES.indexOf(column);
    }

    static double number(Object[] row, String column) {
        return ((Number) value(row, column)).doubleValue();
    }

    List<Object[]> rows(IntPredicate months) {
        return IntStream.range(0, rowsByMonth.size())
                .filter(months)
                .mapToObj(rowsByMonth::get)
                .flatMap(List::stream)
                .toList();
    }

    List<Object[]> rows(int firstMonth, int lastMonth) {
        return rows(month -> month >= firstMonth && month <= lastMonth);
    }

    List<Object[]> reference() {
        return rows(0, PlantedShifts.REFERENCE_MONTHS - 1);
    }

    static List<Object[]> where(List<Object[]> rows, Predicate<Object[]> predicate) {
        return rows.stream().filter(predicate).toList();
    }

    static double share(List<Object[]> rows, Predicate<Object[]> predicate) {
        return (double) rows.stream().filter(predicate).count() / rows.size();
    }

    /** A column's values as a monitor sees them: dates as days before the application. */
    static List<Object> column(List<Object[]> rows, String column) {
        List<Object> values = new ArrayList<>();
        for (Object[] row : rows) {
            Object value = value(row, column);
            long applied = ((LocalDate) value(row, "application_date")).toEpochDay();
            if (value instanceof LocalDate date) {
                values.add(applied - date.toEpochDay());
            } else if (value instanceof Instant instant) {
                values.add(applied - Math.floorDiv(instant.getEpochSecond(), 86_400L));
            } else {
                values.add(value);
            }
        }
        return values;
    }

    /** The month of a row, counted from the plan's first. */
    private int month(Object[] row) {
        LocalDate day = (LocalDate) value(row, "application_date");
        return 12 * (day.getYear() - plan.firstMonth().getYear())
                + day.getMonthValue()
                - plan.firstMonth().getMonthValue();
    }
}
