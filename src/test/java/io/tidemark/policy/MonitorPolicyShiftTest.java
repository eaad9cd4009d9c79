package io.tidemark.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.incident.DataIncident;
import io.tidemark.incident.IncidentKind;
import io.tidemark.policy.ShiftEvidence.KnownColumns;
import io.tidemark.shift.JudgedShift;
import io.tidemark.shift.Made;
import io.tidemark.shift.Pattern;
import io.tidemark.shift.Severity;
import io.tidemark.shift.Thresholds;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is recommended where only the applicants are known. */
class MonitorPolicyShiftTest {
    private static final KnownColumns NONE_KNOWN = new KnownColumns(null, null);
    private static final JudgedShift MOVED = new JudgedShift(
            Made.shift("income", Made.month(3), 0.31, Made.noise(0.31, 10_000, 1_000)),
            1e-9,
            Severity.MAJOR,
            null,
            true,
            Pattern.BREAK,
            null);
    private static final DataIncident DEFECT = incident("income", IncidentKind.MISSING_JUMP, 3);
    private static final DataIncident CHANGE = incident("channel", IncidentKind.NEW_CATEGORY, 3);

    private static DataIncident incident(String column, IncidentKind kind, int since) {
        return new DataIncident(
                Made.month(3), column, kind, 0.25, 0.05, Made.month(since), column + " went from 5.0 % to 25.0 %");
    }

    private static CohortSummary cohort(int month, Map<Severity, Long> features) {
        return new CohortSummary(Made.month(month), 120, features, features.getOrDefault(Severity.MAJOR, 0L), 0);
    }

    private static Recommendation recommend(
            Map<Severity, Long> newest, List<JudgedShift> shifts, List<DataIncident> incidents, KnownColumns known) {
        return MonitorPolicy.recommend(Evidence.of(new ShiftEvidence(
                LocalDate.of(2024, 3, 31),
                10_000,
                List.of(cohort(2, Map.of(Severity.NONE, 4L)), cohort(3, newest)),
                Optional.empty(),
                shifts,
                Map.of(),
                incidents,
                Thresholds.CONVENTION,
                known)));
    }

    private static final Map<Severity, Long> QUIET = Map.of(Severity.NONE, 3L, Severity.NEGLIGIBLE, 1L);
    private static final Map<Severity, Long> ONE_MAJOR = Map.of(Severity.NONE, 3L, Severity.MAJOR, 1L);
    private static final Map<Severity, Long> UNCLEAR = Map.of(Severity.NONE, 2L, Severity.CANNOT_TELL, 2L);

    @Test
    void whereNothingMovedTheModelIsKept() {
        Recommendation quiet = recommend(QUIET, List.of(), List.of(), NONE_KNOWN);
        assertEquals(Action.KEEP, quiet.action());
        assertEquals(Urgency.LOW, quiet.urgency());
        assertEquals("none of 4 features shifted in 2024-03 beyond chance and convention", quiet.headline());
        assertEquals(List.of(), quiet.reasons());
        assertEquals(Made.month(3), quiet.cohort());
        assertTrue(quiet.counterEvidence().get(0).startsWith("1 features differ by more than chance"));
    }

    @Test
    void aPopulationThatMovedIsWatched() {
        Recommendation watch = recommend(ONE_MAJOR, List.of(MOVED), List.of(), NONE_KNOWN);
        assertEquals(Action.WATCH, watch.action());
        assertEquals(Urgency.MEDIUM, watch.urgency());
        assertTrue(watch.headline().startsWith("1 of 4 features shifted in 2024-03; whether that costs"));
        assertEquals(
                "income shifted: PSI 0.310, chance alone stays below 0.019; the largest change is in [10, 20)",
                watch.reasons().get(0).sentence());
        assertEquals(0.31, watch.reasons().get(0).value());
        assertEquals(0.25, watch.reasons().get(0).threshold());
        assertEquals(
                List.of(
                        "3 of 4 features did not move, or by a negligible effect",
                        "the cohort before, 2024-02, had no shifted feature: it may pass"),
                watch.counterEvidence());
    }

    @Test
    void aNewValueAloneIsWatchedWithoutHaste() {
        Recommendation watch = recommend(QUIET, List.of(), List.of(CHANGE), NONE_KNOWN);
        assertEquals(Action.WATCH, watch.action());
        assertEquals(Urgency.LOW, watch.urgency());
        assertTrue(watch.headline().contains("too few to shift a feature"));
    }

    @Test
    void brokenDataComeBeforeAPopulationThatMovedWhichIsSaidBesideIt() {
        Recommendation look = recommend(ONE_MAJOR, List.of(MOVED), List.of(CHANGE, DEFECT), NONE_KNOWN);
        assertEquals(Action.INVESTIGATE_DATA, look.action());
        assertEquals(Urgency.HIGH, look.urgency());
        assertEquals("look at the data of 2024-03 before anything is concluded from them: income", look.headline());
        assertEquals(
                List.of("broken_data", "population_moved", "population_moved"),
                look.reasons().stream().map(Finding::rule).toList());
        assertEquals("income went from 5.0 % to 25.0 %", look.reasons().get(0).sentence());
    }

    @Test
    void aDefectThatIsLivedWithIsLessUrgentAndDated() {
        Recommendation look =
                recommend(QUIET, List.of(), List.of(incident("income", IncidentKind.CONSTANT, 1)), NONE_KNOWN);
        assertEquals(Urgency.MEDIUM, look.urgency());
        assertTrue(look.reasons().get(0).sentence().endsWith(" (since 2024-01)"));
    }

    @Test
    void onlyThreeBrokenColumnsAreNamedInTheHeadline() {
        List<DataIncident> many = List.of("a", "b", "c", "d", "e").stream()
                .map(column -> incident(column, IncidentKind.CONSTANT, 3))
                .toList();
        assertTrue(recommend(QUIET, List.of(), many, NONE_KNOWN).headline().endsWith(": a, b, c and 2 more"));
        DataIncident volume = incident(DataIncident.TABLE, IncidentKind.VOLUME, 3);
        assertTrue(recommend(QUIET, List.of(), List.of(volume), NONE_KNOWN)
                .headline()
                .endsWith(": the number of applicants"));
    }

    @Test
    void tooFewApplicantsLeaveNothingToTell() {
        Recommendation unclear = recommend(UNCLEAR, List.of(), List.of(), NONE_KNOWN);
        assertEquals(Action.CANNOT_TELL, unclear.action());
        assertEquals(
                "for 2 of 4 features 2024-03 has too few applicants (120, the reference has 10000): a shift of PSI 0.1"
                        + " would not stand out from chance",
                unclear.reasons().get(0).sentence());
    }

    @Test
    void aShiftThatIsSeenComesBeforeTooFewApplicants() {
        Map<Severity, Long> both = Map.of(Severity.MAJOR, 1L, Severity.CANNOT_TELL, 3L);
        Recommendation watch = recommend(both, List.of(MOVED), List.of(), NONE_KNOWN);
        assertEquals(Action.WATCH, watch.action());
        assertTrue(watch.reasons().stream().noneMatch(reason -> reason.rule().equals("too_few_applicants")));
        assertTrue(watch.counterEvidence().stream().anyMatch(against -> against.contains("too few applicants")));
    }

    @Test
    void fewUnclearFeaturesDoNotKeepFromKeeping() {
        Map<Severity, Long> oneUnclear = Map.of(Severity.NONE, 3L, Severity.CANNOT_TELL, 1L);
        assertEquals(
                Action.KEEP,
                recommend(oneUnclear, List.of(), List.of(), NONE_KNOWN).action());
    }

    @Test
    void whatWasNotLookedAtIsSaid() {
        List<String> unnamed =
                recommend(QUIET, List.of(), List.of(), NONE_KNOWN).notLookedAt();
        assertEquals(2, unnamed.size());
        assertTrue(unnamed.get(0).contains("no label column is named"));
        assertTrue(unnamed.get(1).contains("no score column is named"));
        List<String> named = recommend(QUIET, List.of(), List.of(), new KnownColumns("bad", "pd"))
                .notLookedAt();
        assertTrue(named.get(0).contains("'bad'") && named.get(1).contains("'pd'"));
    }

    @Test
    void withoutLabelsItIsSaidThatTheyWouldTellMore() {
        Recommendation quiet = recommend(QUIET, List.of(), List.of(), NONE_KNOWN);
        assertTrue(quiet.wouldChange().get(0).startsWith("outcomes: by them the model itself would be judged"));
        assertEquals("shift_only", quiet.policy());
        assertEquals(Optional.empty(), quiet.balance());
        assertEquals(Optional.of(LocalDate.of(2024, 4, 30)), quiet.reviewBy());
    }

    @Test
    void behindBrokenDataItIsSaidWhatWouldBeRecommendedWereTheyRight() {
        assertTrue(recommend(ONE_MAJOR, List.of(MOVED), List.of(DEFECT), NONE_KNOWN)
                .wouldChange()
                .get(0)
                .startsWith("were the data found to be right, it would be WATCH: 1 of 4 features shifted"));
    }

    @Test
    void withoutACohortThereIsNothingToJudge() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new ShiftEvidence(
                        LocalDate.EPOCH,
                        1,
                        List.of(),
                        Optional.empty(),
                        List.of(),
                        Map.of(),
                        List.of(),
                        Thresholds.CONVENTION,
                        NONE_KNOWN));
    }
}
