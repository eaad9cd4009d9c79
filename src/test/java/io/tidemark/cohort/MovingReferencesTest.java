package io.tidemark.cohort;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidemark.cohort.Reference.Moving;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MovingReferencesTest {
    /** Months from 2022-11 to 2024-03, without 2023-05, which has no applicants. */
    private static final NavigableSet<Cohort> MONTHS = months();

    private static NavigableSet<Cohort> months() {
        NavigableSet<Cohort> months = new TreeSet<>();
        for (Cohort month = month("2022-11"); month.compareTo(month("2024-04")) < 0; month = month.next()) {
            months.add(month);
        }
        months.remove(month("2023-05"));
        return months;
    }

    private static Cohort month(String text) {
        return new Cohort(Granularity.MONTH, LocalDate.parse(text + "-01"));
    }

    private static List<String> members(String reference, String cohort) {
        return ((Moving) Reference.parse(reference))
                .cohortsFor(month(cohort), MONTHS).stream().map(Cohort::label).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "previous,  2023-03, 2023-02",
        "previous,  2023-06, 2023-04",
        "rolling:3, 2023-06, 2023-02 2023-03 2023-04",
        "seasonal,  2024-02, 2023-02",
        "expanding, 2023-01, 2022-11 2022-12",
        "previous,  2022-11, ''",
        "rolling:3, 2023-01, ''",
        "expanding, 2022-11, ''",
        "seasonal,  2023-01, ''",
        "seasonal,  2024-05, ''",
    })
    void aCohortIsComparedWithCohortsBeforeItThatHaveApplicants(String reference, String cohort, String expected) {
        List<String> members =
                Stream.of(expected.split(" ")).filter(label -> !label.isEmpty()).toList();
        assertEquals(members, members(reference, cohort));
    }

    @ParameterizedTest
    @CsvSource({
        "DAY,     2024-02-28, 2023-03-01",
        "WEEK,    2024-01-01, 2023-01-02",
        "MONTH,   2024-02-01, 2023-02-01",
        "QUARTER, 2024-04-01, 2023-04-01",
        "YEAR,    2024-01-01, 2023-01-01",
    })
    void theSamePeriodOfTheYearBeforeKeepsTheWeekday(Granularity granularity, LocalDate start, LocalDate before) {
        Cohort cohort = new Cohort(granularity, start);
        Cohort expected = new Cohort(granularity, before);
        NavigableSet<Cohort> usable = new TreeSet<>(List.of(expected, cohort));
        assertEquals(new TreeSet<>(List.of(expected)), new MovingReferences.Seasonal().cohortsFor(cohort, usable));
    }

    @Test
    void aCooldownLastsForSoManyCohortsAfterTheDay() {
        Cooldown cooldown = new Cooldown(List.of(LocalDate.parse("2023-02-10")), 2);
        List<Cohort> held = MONTHS.stream()
                .filter(month -> cooldown.until(month).isPresent())
                .toList();
        assertEquals(List.of(month("2023-02"), month("2023-03"), month("2023-04")), held);
        assertEquals(
                LocalDate.parse("2023-04-30"), cooldown.until(month("2023-02")).orElseThrow());
    }
}
