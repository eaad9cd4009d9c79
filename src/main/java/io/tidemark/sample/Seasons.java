package io.tidemark.sample;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** The returning shifts: one for each summer and each winter that the plan touches. They follow the calendar. */
final class Seasons {
    private Seasons() {}

    static List<PlantedShift> of(SamplePlan plan) {
        List<PlantedShift> spells = new ArrayList<>();
        for (int year = plan.firstDay().getYear(); year <= plan.lastDay().getYear(); year++) {
            LocalDate summerEnd = YearMonth.of(year, Month.AUGUST).atEndOfMonth();
            if (!summerEnd.isBefore(plan.firstDay())) {
                spells.add(summer(later(LocalDate.of(year, Month.JULY, 1), plan.firstDay()), summerEnd));
            }
            LocalDate winterEnd = YearMonth.of(year, Month.DECEMBER).atEndOfMonth();
            spells.add(winter(later(LocalDate.of(year, Month.NOVEMBER, 1), plan.firstDay()), winterEnd));
        }
        return spells;
    }

    private static PlantedShift summer(LocalDate from, LocalDate to) {
        return season(
                PlantedShifts.SUMMER_HOLIDAYS,
                from,
                to,
                MonthConditions.SUMMER_HOLIDAY_SHARE,
                "nothing worth an alarm: PSI well below 0.1");
    }

    private static PlantedShift winter(LocalDate from, LocalDate to) {
        return season(
                PlantedShifts.WINTER_HOLIDAYS,
                from,
                to,
                MonthConditions.WINTER_HOLIDAY_SHARE,
                "a shift against the first months that is gone by January and, from the second year on, is nothing"
                        + " against the same months of the year before: a season, not a cause to act");
    }

    private static PlantedShift season(String name, LocalDate from, LocalDate to, double share, String expected) {
        return new PlantedShift(
                name + "_" + from.getYear(),
                "season",
                List.of("purpose"),
                from,
                to,
                "more loans for holidays: their share is " + share + " in place of "
                        + MonthConditions.USUAL_HOLIDAY_SHARE,
                expected);
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }
}
