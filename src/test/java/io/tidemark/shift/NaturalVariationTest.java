package io.tidemark.shift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.cohort.Cohort;
import io.tidemark.feature.Bins;
import io.tidemark.measure.Smoothing;
import io.tidemark.profile.Profile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class NaturalVariationTest {
    private static final Bins BINS = Bins.ofCategories(List.of("a", "b"), List.of());

    private static Optional<NaturalVariation> of(int... sharesOfA) {
        SortedMap<Cohort, Profile> cohorts = new TreeMap<>();
        for (int i = 0; i < sharesOfA.length; i++) {
            int a = sharesOfA[i];
            cohorts.put(Made.month(i + 1), Made.categories(0, Map.of("a", a, "b", 1_000 - a)));
        }
        return NaturalVariation.of(cohorts, BINS, new Smoothing.None());
    }

    /** The month of 500 against three of 300: p = (0.3, 0.7), q = (0.5, 0.5), PSI = 0.2 ln(5/3) - 0.2 ln(5/7). */
    @Test
    void theOddMonthIsHeldAgainstTheOthers() {
        NaturalVariation natural = of(300, 300, 500, 300).orElseThrow();
        assertEquals(Made.month(3), natural.cohort());
        assertEquals(0.2 * Math.log(5.0 / 3) - 0.2 * Math.log(5.0 / 7), natural.psi(), 1e-12);
        assertEquals(natural.psi() - (1.0 / 1_000 + 1.0 / 3_000), natural.excess(), 1e-12);
        assertTrue(natural.pValue() < 1e-9);
    }

    @Test
    void twoMonthsDoNotTellWhichOfThemIsOdd() {
        assertTrue(of(300, 500).isEmpty());
    }

    @Test
    void amongMonthsOfOnePopulationTheLargestIsRarelySignificant() {
        Random random = new Random(11);
        int significant = 0;
        for (int replay = 0; replay < 400; replay++) {
            int[] counts = new int[6];
            for (int month = 0; month < 6; month++) {
                counts[month] = 300 + (int) Math.round(Math.sqrt(1_000 * 0.3 * 0.7) * random.nextGaussian());
            }
            significant += of(counts).orElseThrow().pValue() < 0.05 ? 1 : 0;
        }
        assertTrue(significant <= 400 * 0.08, significant + " of 400 replays at the level 0.05");
    }
}
