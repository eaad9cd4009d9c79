package io.tidemark.cohort;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How long a cohort is. Weeks are ISO weeks: they begin on Monday. */
public enum Granularity {
    DAY,
    WEEK,
    MONTH,
    QUARTER,
    YEAR;

    /** The first day of the cohort that holds the date. */
    public LocalDate startOf(LocalDate date) {
        return switch (this) {
            case DAY -> date;
            case WEEK -> date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> date.withDayOfMonth(1);
            case QUARTER -> date.with(IsoFields.DAY_OF_QUARTER, 1);
            case YEAR -> date.withDayOfYear(1);
        };
    }

    /** The first day of the cohort that follows the one which begins on {@code start}. */
    public LocalDate next(LocalDate start) {
        return switch (this) {
            case DAY -> start.plusDays(1);
            case WEEK -> start.plusWeeks(1);
            case MONTH -> start.plusMonths(1);
            case QUARTER -> start.plusMonths(3);
            case YEAR -> start.plusYears(1);
        };
    }

    /** How many cohorts a year has; of days and weeks, as many as 52 weeks have. */
    public int cohortsInYear() {
        return switch (this) {
            case DAY -> 364;
            case WEEK -> 52;
            case MONTH -> 12;
            case QUARTER -> 4;
            case YEAR -> 1;
        };
    }

    /** The first day of the same period in the year before; of days and weeks, 52 weeks before. */
    LocalDate yearBefore(LocalDate start) {
        return switch (this) {
            case DAY, WEEK -> start.minusWeeks(52);
            case MONTH, QUARTER, YEAR -> start.minusYears(1);
        };
    }

    /** The name that people give to the cohort which begins on {@code start}: 2010-05-17, 2010-W20, 2010-05, 2010Q2, 2010. */
    String label(LocalDate start) {
        return switch (this) {
            case DAY -> start.toString();
            case WEEK ->
                String.format(
                        Locale.ROOT,
                        "%d-W%02d",
                        start.get(IsoFields.WEEK_BASED_YEAR),
                        start.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case MONTH -> YearMonth.from(start).toString();
            case QUARTER -> start.getYear() + "Q" + start.get(IsoFields.QUARTER_OF_YEAR);
            case YEAR -> String.valueOf(start.getYear());
        };
    }

    /** The name as written in configuration: {@code month}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The duration as Databricks data profiling writes it: {@code 1 month}. */
    public String duration() {
        return "1 " + id();
    }

    public static List<String> ids() {
        return Arrays.stream(values()).map(Granularity::id).toList();
    }
}
