package io.tidemark.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The catalogue of what moves in the sample table and what does not.
 *
 * <p>Every date is counted from the plan's first month, but for the season, which follows the calendar. The generator
 * takes its dates from here ({@link MonthConditions}), and so do the README and the tests: they cannot disagree. With the
 * usual first month, January, nothing at all moves in the first {@link #REFERENCE_MONTHS} months.
 */
public final class PlantedShifts {
    /** The months from the first one on in which nothing moves: the reference to compare with. */
    public static final int REFERENCE_MONTHS = 6;

    /** What names or dates an applicant, and what follows from all else: the score and the outcome. */
    private static final Set<String> NO_FEATURES =
            Set.of("application_id", "application_date", "pd_score", "defaulted");

    static final String UTILISATION_DRIFT = "utilisation_drift";
    static final String RENTER_BEHAVIOUR = "renter_behaviour";
    static final String DIGITAL_ID = "digital_id";
    static final String BUREAU_SCORECARD = "bureau_scorecard";
    static final String BROKER_MIX = "broker_mix";
    static final String EMPLOYMENT_UNASKED = "employment_unasked";
    static final String INCOME_IN_THOUSANDS = "income_in_thousands";
    static final String WINTER_HOLIDAYS = "winter_holidays";
    static final String SUMMER_HOLIDAYS = "summer_holidays";
    static final String NEW_CLIENTELE = "new_clientele";
    static final String BEHAVIOUR_BREAK = "behaviour_break";
    static final String BEHAVIOUR_SPELL = "behaviour_spell";
    static final String BASE_RATE = "base_rate";
    static final String INCOME_UNMENDED = "income_unmended";

    private PlantedShifts() {}

    /** The shifts of the plan's choice that begin within the plan's months, by their first day. */
    public static List<PlantedShift> of(SamplePlan plan) {
        List<PlantedShift> shifts = new ArrayList<>(ShiftStories.lasting(plan));
        shifts.addAll(Seasons.of(plan));
        shifts.addAll(LoneStories.of(plan));
        LocalDate lastDay = plan.lastDay();
        return shifts.stream()
                .filter(plan.shifts()::includes)
                .filter(shift -> !shift.from().isAfter(lastDay))
                .sorted((a, b) -> a.from().compareTo(b.from()))
                .toList();
    }

    /**
     * The usual columns whose distribution is the same in every month, over all applicants and within each channel. Of the
     * dates among them it is the distance in days from the application that stays.
     */
    public static List<String> steadyColumns(SamplePlan plan) {
        Set<String> moving =
                of(plan).stream().flatMap(shift -> shift.columns().stream()).collect(Collectors.toSet());
        return SampleColumns.USUAL.stream()
                .map(SampleColumn::name)
                .filter(name -> !NO_FEATURES.contains(name) && !moving.contains(name))
                .toList();
    }
}
