package io.tidemark.sample;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Which sample table is meant: two equal plans give the same table to the last digit.
 *
 * @param rows how many applications, at least one for each month
 * @param seed another seed gives other applicants from the same population
 * @param firstMonth the month of the first application
 * @param months how many calendar months the applications cover
 * @param shifts what moves
 * @param scores whose scores are in the table
 * @param extra features beyond the usual ones, whose values they leave as they are
 */
public record SamplePlan(
        long rows,
        long seed,
        YearMonth firstMonth,
        int months,
        ShiftChoice shifts,
        ScoreColumns scores,
        ExtraFeatures extra)
        implements Serializable {
    /** An outcome is known this many months after the application. */
    public static final int MATURITY_MONTHS = 12;

    /** As many rows as an application number has digits for. */
    static final long MAX_ROWS = 10_000_000_000L;

    public static final YearMonth DEFAULT_FIRST_MONTH = YearMonth.of(2023, 1);
    public static final int DEFAULT_MONTHS = 24;
    private static final int MAX_MONTHS = 120;

    public SamplePlan {
        if (firstMonth == null) {
            throw new IllegalArgumentException("the sample needs a first month, such as " + DEFAULT_FIRST_MONTH);
        }
        if (firstMonth.getYear() < 1970 || firstMonth.getYear() > 2200) {
            throw new IllegalArgumentException(
                    "the first month must lie in the years 1970 to 2200, but is " + firstMonth);
        }
        if (months < 1 || months > MAX_MONTHS) {
            throw new IllegalArgumentException("months must be 1 to " + MAX_MONTHS + ", but is " + months);
        }
        if (rows < months || rows > MAX_ROWS) {
            throw new IllegalArgumentException(
                    "rows must be " + months + " (one for each month) to " + MAX_ROWS + ", but is " + rows);
        }
    }

    /** A table of the usual columns and shifts. */
    public SamplePlan(long rows, long seed, YearMonth firstMonth, int months) {
        this(rows, seed, firstMonth, months, ShiftChoice.USUAL, ScoreColumns.CHAMPION, ExtraFeatures.NONE);
    }

    /** The usual 24 months from January 2023, which hold every shift that is usually planted. */
    public static SamplePlan of(long rows, long seed) {
        return new SamplePlan(rows, seed, DEFAULT_FIRST_MONTH, DEFAULT_MONTHS);
    }

    /** The first day on which someone may apply. */
    public LocalDate firstDay() {
        return firstMonth.atDay(1);
    }

    /** The last day on which someone may apply; the table knows nothing later, outcomes included. */
    public LocalDate lastDay() {
        return firstMonth.plusMonths(months - 1L).atEndOfMonth();
    }

    /** Whether the outcomes of the applications of this month, counted from 0, are known on the last day. */
    boolean isMature(int month) {
        return month + MATURITY_MONTHS < months;
    }
}
