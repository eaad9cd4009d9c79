package io.tidemark.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class PersistenceTest {
    /** M by model and cohort, one digit after the point. */
    private static final int[][] TENTHS = {{0, 2, 3, 4, 3}, {0, 0, 2, 2, 2}, {0, 0, 0, 1, 2}, {0, 0, 0, 0, 4}};

    private static Situation after(StalenessMatrix known, int labelLag) {
        return new Situation(
                known,
                known.lastCohort() + labelLag,
                known.firstModel(),
                OptionalInt.empty(),
                known.firstModel() + labelLag,
                List.of(known.firstModel()),
                Prices.ofRetrain(1),
                OptionalInt.empty());
    }

    private static Situation small() {
        return after(Matrices.of(0, 4, (model, cohort) -> TENTHS[model][cohort] / 10.0), 0);
    }

    @Test
    void gapsAreComparedWithWhatARetrainWouldHaveSavedNext() {
        // After 2: model 0, x = 0.1, y = M(0,3) − M(2,3) = 0.3. After 3, half a weight each: model 0, x = (0.3 +
        // 0.1)/2,
        // y = M(0,4) − M(3,4) = −0.1; model 1, x = 0.1, y = −0.2.
        Persistence persistence = Persistence.ofGaps(small());
        assertEquals(0.03 + 0.5 * (-0.02 - 0.02), persistence.products(), 1e-12);
        assertEquals(0.01 + 0.5 * (0.04 + 0.01), persistence.squares(), 1e-12);
        assertEquals((0.01 + 0.25 * 0.04) / (0.035 + 0.25 * 0.04), persistence.share(0.2), 1e-12);
    }

    @Test
    void differencesOfModelsAreComparedWithThoseOfTheNextCohort() {
        // After 3: models 0 and 1, x = ((0.3 − 0.2) + (0.4 − 0.2))/2, y = 0.3 − 0.2.
        Persistence persistence = Persistence.ofPairs(small());
        assertEquals(0.015, persistence.products(), 1e-12);
        assertEquals(0.0225, persistence.squares(), 1e-12);
        assertEquals((0.015 + 0.15 * 0.0225) / (1.15 * 0.0225), persistence.share(0.15), 1e-12);
    }

    @Test
    void withoutAPastEverythingLasts() {
        Situation early = after(Matrices.random(0, 2, 1), 0);
        assertEquals(1, Persistence.ofGaps(early).share(0.1));
        assertEquals(1, Persistence.ofPairs(early).share(0.1));
    }

    @Test
    void whatTurnsBeforeItCanBeActedOnCountsAgainstActing() {
        StalenessMatrix season =
                Matrices.of(0, 30, (model, cohort) -> 0.3 - 0.1 * Math.cos(2 * Math.PI * (cohort - model) / 6.0));
        assertTrue(Persistence.ofGaps(after(season, 2)).share(0.1) < 0);
        assertTrue(Persistence.ofPairs(after(season, 2)).share(0.1) < 0);
    }
}
