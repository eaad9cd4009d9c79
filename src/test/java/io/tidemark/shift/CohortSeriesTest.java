package io.tidemark.shift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CohortSeriesTest {
    private static final long[][] COHORTS = {{120, 60, 15, 5}, {100, 70, 20, 10}, {90, 80, 40, 0}, {60, 90, 60, 30}};
    private static final long[] REFERENCE = {1000, 600, 150, 60};
    private static final CohortSeries SERIES = CohortSeries.of(COHORTS, REFERENCE);
    /** Each bin, and the cohort itself, is rounded to a unit. */
    private static final double ROUNDED = 50 / CountLogarithms.UNITS;

    private static void assertSame(CohortSeries expected, CohortSeries found) {
        assertEquals(expected.features(), found.features());
        assertEquals(expected.degrees(), found.degrees());
        for (int t = 0; t < expected.cohorts(); t++) {
            for (int u = t; u < expected.cohorts(); u++) {
                assertEquals(expected.deviance(t, u + 1), found.deviance(t, u + 1));
                assertEquals(expected.departure(t, u + 1), found.departure(t, u + 1));
                assertEquals(expected.product(t, u), found.product(t, u));
            }
        }
    }

    /** {@code scipy.stats.chi2_contingency(cohorts, correction=False, lambda_="log-likelihood")[0]}. */
    @Test
    void devianceIsTheLikelihoodRatioOfTheCohorts() {
        assertEquals(0, SERIES.deviance(2, 3));
        assertEquals(5.006411375459965, SERIES.deviance(0, 2), ROUNDED);
        assertEquals(73.28476321522933, SERIES.deviance(1, 4), ROUNDED);
        assertEquals(108.71078336293274, SERIES.deviance(0, 4), ROUNDED);
    }

    /** The same of {@code [reference, cohorts[2:4].sum(0)]}. */
    @Test
    void departureIsTheLikelihoodRatioOfReferenceAndRun() {
        assertEquals(101.64151799979248, SERIES.departure(2, 4), ROUNDED);
    }

    @Test
    void countsBeyondTheTableHaveLogarithmsAsWell() {
        assertEquals(2 * 65_535 * Math.log(65_535), CountLogarithms.of(65_535) / CountLogarithms.UNITS, 1e-5);
        assertEquals(2 * 65_536 * Math.log(65_536), CountLogarithms.of(65_536) / CountLogarithms.UNITS, 1e-5);
        assertEquals(2e9 * Math.log(1e9), CountLogarithms.of(1_000_000_000) / CountLogarithms.UNITS, 1e-4);
    }

    @Test
    void binsMayStandInAnyOrder() {
        long[][] turned = new long[COHORTS.length][];
        for (int t = 0; t < turned.length; t++) {
            turned[t] = new long[] {COHORTS[t][2], COHORTS[t][0], COHORTS[t][3], COHORTS[t][1]};
        }
        long[] reference = {REFERENCE[2], REFERENCE[0], REFERENCE[3], REFERENCE[1]};
        assertSame(SERIES, CohortSeries.of(turned, reference));
    }

    @Test
    void binsThatNobodyIsInAddNothing() {
        long[][] wider = new long[COHORTS.length][];
        for (int t = 0; t < wider.length; t++) {
            wider[t] = new long[] {0, COHORTS[t][0], COHORTS[t][1], COHORTS[t][2], 0, COHORTS[t][3]};
        }
        assertSame(SERIES, CohortSeries.of(wider, new long[] {0, 1000, 600, 150, 0, 60}));
        assertEquals(3, SERIES.degrees());
    }

    @Test
    void featuresAddUpInAnyOrder() {
        Random random = new Random(5);
        List<CohortSeries> features = new ArrayList<>();
        for (int feature = 0; feature < 20; feature++) {
            long[][] counts = new long[4][3];
            for (long[] cohort : counts) {
                cohort[0] = random.nextInt(100);
                cohort[1] = random.nextInt(100);
                cohort[2] = 200 - cohort[0] - cohort[1];
            }
            features.add(CohortSeries.of(counts, new long[] {700, 600, 500}));
        }
        CohortSeries sum = features.stream().reduce(CohortSeries::plus).orElseThrow();
        Collections.shuffle(features, random);
        CohortSeries halves = features.subList(0, 7).stream()
                .reduce(CohortSeries::plus)
                .orElseThrow()
                .plus(features.subList(7, 20).stream()
                        .reduce(CohortSeries::plus)
                        .orElseThrow());
        assertSame(sum, halves);
        assertEquals(20, sum.features());
        assertEquals(40, sum.degrees());
        assertEquals(
                features.stream().mapToDouble(feature -> feature.deviance(0, 4)).sum(), sum.deviance(0, 4), 1e-9);
    }

    @Test
    void featuresOfOtherApplicantsDoNotAddUp() {
        CohortSeries other = CohortSeries.of(new long[][] {{1, 2}, {3, 4}, {5, 6}, {7, 8}}, new long[] {1, 1});
        assertThrows(IllegalArgumentException.class, () -> SERIES.plus(other));
    }

    @Test
    void aCohortWithoutApplicantsChangesNothing() {
        long[][] gap = {COHORTS[0], COHORTS[1], {0, 0, 0, 0}, COHORTS[2], COHORTS[3]};
        CohortSeries series = CohortSeries.of(gap, REFERENCE);
        assertEquals(SERIES.deviance(0, 2), series.deviance(0, 3));
        assertEquals(SERIES.deviance(1, 4), series.deviance(1, 5));
        assertEquals(SERIES.departure(2, 4), series.departure(2, 5));
        assertEquals(SERIES.product(1, 2), series.product(1, 3));
        assertEquals(0, series.product(1, 2));
        assertEquals(0, series.product(2, 2));
    }

    @Test
    void everyCohortHasTheReferencesBins() {
        assertThrows(
                IllegalArgumentException.class, () -> CohortSeries.of(new long[][] {{1, 2, 3}}, new long[] {1, 2}));
    }

    @Test
    void aReferenceNeedsApplicants() {
        assertThrows(IllegalArgumentException.class, () -> CohortSeries.of(new long[][] {{1, 2}}, new long[] {0, 0}));
    }
}
