package io.tidemark.cohort;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Locale;

/**
 * When the outcome of an applicant can be known. A default that may happen within twelve months of the application is known after twelve
 * months; before that, who has not defaulted may still do so.
 */
public sealed interface Maturity extends Serializable {
    /** The forms in which it is written. */
    List<String> FORMS = List.of("none", "12m", "52w", "90d", "1y", "column:NAME");

    /**
     * The last day of application whose outcomes can be known.
     *
     * @param asOf the last day that is known
     */
    LocalDate lastMatureDay(LocalDate asOf);

    /** As it is written in configuration. */
    String text();

    /** How far the outcomes of a cohort can be known. */
    default Ripeness of(Cohort cohort, LocalDate asOf) {
        LocalDate last = lastMatureDay(asOf);
        if (last.isBefore(cohort.start())) {
            return Ripeness.IMMATURE;
        }
        return last.isBefore(cohort.window().to()) ? Ripeness.PARTLY_MATURE : Ripeness.MATURE;
    }

    /** How far the outcomes of a cohort can be known. */
    enum Ripeness {
        /** All of them. */
        MATURE,
        /** Those of its first applicants. */
        PARTLY_MATURE,
        /** None of them. */
        IMMATURE
    }

    /** Outcomes are final as soon as they are there. */
    record AtOnce() implements Maturity {
        @Override
        public LocalDate lastMatureDay(LocalDate asOf) {
            return asOf;
        }

        @Override
        public String text() {
            return "none";
        }
    }

    /**
     * Outcomes are final some time after the application.
     *
     * @param period days, weeks, months or years, more than none
     */
    record After(Period period) implements Maturity {
        public After {
            if (period.isNegative() || period.isZero()) {
                throw new IllegalArgumentException("is no time at all");
            }
        }

        /** The last day from which the period has gone by; of days from which a month's end is reached alike, the last. */
        @Override
        public LocalDate lastMatureDay(LocalDate asOf) {
            LocalDate day = asOf.minus(period);
            while (!day.plusDays(1).plus(period).isAfter(asOf)) {
                day = day.plusDays(1);
            }
            while (day.plus(period).isAfter(asOf)) {
                day = day.minusDays(1);
            }
            return day;
        }

        @Override
        public String text() {
            boolean isYears = period.getYears() > 0;
            boolean isMonths = period.getMonths() > 0;
            return isYears ? period.getYears() + "y" : isMonths ? period.getMonths() + "m" : period.getDays() + "d";
        }
    }

    /**
     * Each outcome has the day on which it was known; an applicant without that day has no outcome yet. A cohort is as mature as the days in it
     * say, so that no day of application is too late by itself.
     *
     * @param column the column of the days
     */
    record OutcomeDate(String column) implements Maturity {
        static final String PREFIX = "column:";

        @Override
        public LocalDate lastMatureDay(LocalDate asOf) {
            return asOf;
        }

        @Override
        public String text() {
            return PREFIX + column;
        }
    }

    /**
     * Reads one of the {@link #FORMS}.
     *
     * @throws IllegalArgumentException if it is none of them, saying in which way
     */
    static Maturity parse(String text) {
        if (text.equalsIgnoreCase("none")) {
            return new AtOnce();
        }
        if (text.startsWith(OutcomeDate.PREFIX) && text.length() > OutcomeDate.PREFIX.length()) {
            return new OutcomeDate(text.substring(OutcomeDate.PREFIX.length()));
        }
        String lower = text.toLowerCase(Locale.ROOT);
        if (!lower.matches("\\d{1,4}[dwmy]")) {
            throw new IllegalArgumentException("is no maturity");
        }
        int number = Integer.parseInt(lower.substring(0, lower.length() - 1));
        return new After(
                switch (lower.charAt(lower.length() - 1)) {
                    case 'd' -> Period.ofDays(number);
                    case 'w' -> Period.ofWeeks(number);
                    case 'm' -> Period.ofMonths(number);
                    default -> Period.ofYears(number);
                });
    }
}
