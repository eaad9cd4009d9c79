package io.tidemark.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidemark.incident.DataIncident;
import io.tidemark.incident.IncidentKind;
import io.tidemark.policy.Diagnosis.Kind;
import io.tidemark.shift.Made;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DiagnosisTest {
    private static final Told STEADY = Told.at(11, 0, Told::steady);

    private static Diagnosis diagnosis(Told told, double aucChange, double mix, double rate) {
        OutcomeEvidence outcomes = new OutcomeEvidence(
                told.outcomes(0.75, aucChange, 10, 0.08, 0),
                List.of(),
                Optional.of(new RateEffects(Made.month(12), mix, rate, 0.009, List.of())),
                Optional.empty());
        return Diagnosis.of(told.with(outcomes).evidence()).orElseThrow();
    }

    @Test
    void sameApplicantsWhoBehaveOtherwiseAndAreRankedWorseAreAChangeOfBehaviour() {
        Diagnosis concept = diagnosis(STEADY, -0.08, 0, 0.03);
        assertEquals(Kind.CONCEPT, concept.kind());
        assertEquals(
                "this looks like a change of behaviour: the champion's AUC fell from 0.750 to 0.670 in 2024-11 to 2024-12,"
                        + " where chance alone stays below a fall of 0.042; of the bad rate in 2024-12 +0 points are due to"
                        + " other applicants, and +3.00 points to the same applicants behaving otherwise (by chance up to"
                        + " 1.80)",
                concept.sentence());
    }

    @Test
    void aLevelThatMovedForAllAlikeIsAChangeOfLevel() {
        Diagnosis prior = diagnosis(STEADY, 0, 0.001, 0.03);
        assertEquals(Kind.PRIOR, prior.kind());
        assertEquals("feature_shifts.rate_effect", prior.column());
        assertEquals(0.03, prior.value());
        assertEquals(0.018, prior.threshold());
    }

    @Test
    void otherApplicantsWhoBehaveAsTheyDidAreAChangeOfMix() {
        assertEquals(
                Kind.COVARIATE, diagnosis(STEADY.alarmed(8), 0, -0.02, 0.001).kind());
    }

    @Test
    void chanceIsNoChange() {
        Diagnosis none = diagnosis(STEADY, -0.01, 0.001, 0.01);
        assertEquals(Kind.NONE, none.kind());
        assertEquals(
                "nothing has changed by more than chance: of the bad rate in 2024-12 +0.100 points are due to other"
                        + " applicants, and +1.00 points to the same applicants behaving otherwise (by chance up to 1.80),"
                        + " and the champion still ranks as well (AUC 0.750 before, 0.740 lately)",
                none.sentence());
    }

    @Test
    void aFaultOfTheDataExplainsEverythingElse() {
        DataIncident fault = new DataIncident(
                Made.month(12), "income", IncidentKind.SCALE_CHANGE, 1_000, 1, Made.month(12), "income in thousands");
        assertEquals(
                Kind.DATA_DEFECT,
                diagnosis(STEADY.broken(fault), -0.08, 0, 0.03).kind());
    }

    @Test
    void withoutOutcomesNothingIsDiagnosed() {
        assertEquals(Optional.empty(), Diagnosis.of(STEADY.evidence()));
    }
}
