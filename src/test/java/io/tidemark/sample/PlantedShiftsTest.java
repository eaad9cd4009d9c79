package io.tidemark.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PlantedShiftsTest {
    private static final SamplePlan PLAN = SamplePlan.of(24_000, 42);
    private static final Set<String> COLUMNS =
            SampleColumns.USUAL.stream().map(SampleColumn::name).collect(Collectors.toSet());

    @Test
    void usualDatesAreKnown() {
        assertEquals(
                List.of(
                        "summer_holidays_2023 2023-07-01 2023-08-31",
                        "utilisation_drift 2023-09-01 null",
                        "renter_behaviour 2023-10-01 null",
                        "digital_id 2023-11-01 null",
                        "winter_holidays_2023 2023-11-01 2023-12-31",
                        "bureau_scorecard 2024-01-01 null",
                        "broker_mix 2024-02-01 null",
                        "employment_unasked 2024-03-01 null",
                        "income_in_thousands 2024-05-01 2024-06-30",
                        "summer_holidays_2024 2024-07-01 2024-08-31",
                        "winter_holidays_2024 2024-11-01 2024-12-31"),
                PlantedShifts.of(PLAN).stream()
                        .map(shift -> shift.name() + " " + shift.from() + " " + shift.to())
                        .toList());
    }

    @Test
    void nothingIsPlantedInTheReferenceMonths() {
        for (int day = 0; day < 181; day++) {
            LocalDate date = PLAN.firstDay().plusDays(day);
            assertTrue(PlantedShifts.of(PLAN).stream().noneMatch(shift -> shift.covers(date)), date.toString());
        }
    }

    @Test
    void everyColumnIsPlantedOrSteadyButNotBoth() {
        Set<String> told = new HashSet<>(List.of("application_id", "application_date", "pd_score"));
        PlantedShifts.of(PLAN).forEach(shift -> told.addAll(shift.columns()));
        for (String steady : PlantedShifts.steadyColumns(PLAN)) {
            assertTrue(told.add(steady), steady + " is steady and planted, or steady twice");
        }
        assertEquals(COLUMNS, told);
    }

    @Test
    void namesAreUnique() {
        SamplePlan decade = new SamplePlan(120, 1, YearMonth.of(2019, 12), 120);
        List<String> names =
                PlantedShifts.of(decade).stream().map(PlantedShift::name).toList();
        assertEquals(names.size(), Set.copyOf(names).size());
    }

    @Test
    void lastingShiftsCountFromTheFirstMonthAndSeasonsFollowTheCalendar() {
        List<PlantedShift> shifts = PlantedShifts.of(new SamplePlan(1_000, 1, YearMonth.of(2020, 12), 10));
        assertEquals(
                List.of(
                        "winter_holidays_2020 2020-12-01",
                        "summer_holidays_2021 2021-07-01",
                        "utilisation_drift 2021-08-01",
                        "renter_behaviour 2021-09-01"),
                shifts.stream().map(shift -> shift.name() + " " + shift.from()).toList());
    }

    @Test
    void shiftCoversItsFirstAndLastDay() {
        PlantedShift mended = PlantedShifts.of(PLAN).stream()
                .filter(shift -> shift.kind().equals("unit change"))
                .findFirst()
                .orElseThrow();
        assertTrue(mended.covers(LocalDate.of(2024, 5, 1)));
        assertTrue(mended.covers(LocalDate.of(2024, 6, 30)));
        assertFalse(mended.covers(LocalDate.of(2024, 4, 30)));
        assertFalse(mended.covers(LocalDate.of(2024, 7, 1)));
    }
}
