package io.tidemark.sample;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Arrays;

/** Which row falls into which month and on which day. Volumes grow mildly, with slightly quiet winters. */
final class ApplicationCalendar implements Serializable {
    private static final double GROWTH_A_MONTH = 0.006;
    private static final double[] CALENDAR_MONTH_WEIGHTS = {
        0.97, 0.97, 1.01, 1.01, 1.02, 1.01, 0.98, 0.97, 1.02, 1.03, 1.02, 0.99
    };

    /** The first row of each month, and after the last month the number of all rows. */
    private final long[] firstRow;

    private final long[] firstEpochDay;

    ApplicationCalendar(SamplePlan plan) {
        int months = plan.months();
        firstRow = new long[months + 1];
        firstEpochDay = new long[months + 1];
        double[] weightBefore = new double[months + 1];
        for (int month = 0; month <= months; month++) {
            LocalDate firstDay = plan.firstDay().plusMonths(month);
            firstEpochDay[month] = firstDay.toEpochDay();
            if (month < months) {
                double weight = CALENDAR_MONTH_WEIGHTS[firstDay.getMonthValue() - 1] * (1 + GROWTH_A_MONTH * month);
                weightBefore[month + 1] = weightBefore[month] + weight;
            }
        }
        // One row for each month comes first, so that no cohort of a tiny sample is empty.
        long spread = plan.rows() - months;
        for (int month = 0; month <= months; month++) {
            firstRow[month] = month + (long) (spread * (weightBefore[month] / weightBefore[months]));
        }
    }

    long rows() {
        return firstRow[firstRow.length - 1];
    }

    /** The month of a row, counted from 0. */
    int month(long row) {
        int found = Arrays.binarySearch(firstRow, row);
        return found >= 0 ? found : -found - 2;
    }

    /**
     * The day of a row, as days since 1970. Rows are in order of their days, each somewhere within its own small stretch of
     * the month.
     */
    long epochDay(int month, long row, double jitter) {
        long days = firstEpochDay[month + 1] - firstEpochDay[month];
        double place = (row - firstRow[month] + jitter) / (firstRow[month + 1] - firstRow[month]);
        return firstEpochDay[month] + Math.min(days - 1, (long) (place * days));
    }
}
