package io.tidemark.shift;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class WindowTrendsTest {
    /** Products are rounded to a unit of 2⁻³⁰ for each bin. */
    private static final double ROUNDED = 1e-4;

    private static final long[][] COHORTS = {{120, 60, 15, 5}, {100, 70, 20, 10}, {90, 80, 40, 0}, {60, 90, 60, 30}};

    private static WindowTrends trends(long[][] cohorts) {
        return new WindowTrends(MadeSeries.series(cohorts, 1), 0, cohorts.length);
    }

    /** {@code prop.trend.test(c(83, 90, 129, 70), c(86, 93, 136, 82))}, the example of R's manual: X-squared = 8.2249. */
    @Test
    void aRampOverTwoBinsIsTheTrendTestOfR() {
        long[][] smokers = {{83, 3}, {90, 3}, {129, 7}, {70, 12}};
        WindowTrends.Trend ramp = trends(smokers).ramp();
        assertEquals(8.2249, ramp.gain(), 5e-5);
        assertEquals(1, ramp.start());
    }

    /**
     * With scores w, sizes N, shares p of all and w̄ = (w * N).sum() / N.sum(), NumPy gives {@code ((((w - w̄)[:, None] * cohorts).sum(0)) ** 2 /
     * p).sum() / (N * (w - w̄) ** 2).sum()}: for w = (0, 1/3, 2/3, 1), and for the best of the jumps (0, 0, 0, 1).
     */
    @Test
    void whatRampsAndJumpsExplainIsWhatNumPySays() {
        WindowTrends trends = trends(COHORTS);
        assertEquals(74.81173297919294, trends.ramp().gain(), ROUNDED);
        assertEquals(77.14410106828142, trends.jump().gain(), ROUNDED);
        assertEquals(3, trends.jump().start());
    }

    /** {@code scipy.stats.chi2_contingency([cohorts[0:2].sum(0), cohorts[2], cohorts[3]], correction=False)[0]}, and of two levels. */
    @Test
    void whatLevelsExplainIsChiSquared() {
        WindowTrends trends = trends(COHORTS);
        assertEquals(95.88197721531054, trends.levels(List.of(2, 3)), ROUNDED);
        assertEquals(52.11201479257035, trends.levels(List.of(2)), ROUNDED);
        assertEquals(0, trends.levels(List.of()), ROUNDED);
    }

    @Test
    void aWindowIsLookedAtByItself() {
        long[][] longer = {COHORTS[0], {0, 0, 0, 0}, COHORTS[1], COHORTS[1], COHORTS[3]};
        CohortSeries series = MadeSeries.series(longer, 1);
        WindowTrends trends = new WindowTrends(series, 2, 5);
        assertEquals(4, trends.jump().start());
        assertEquals(trends.levels(List.of(4)), trends.jump().gain(), 1e-9);
    }

    @Test
    void cohortsWithoutApplicantsAtTheEndsExplainNothing() {
        long[][] steady = new long[40][2];
        for (int t = 7; t < 30; t++) {
            steady[t] = new long[] {100_003L * t, 200_006L * t};
        }
        WindowTrends trends = new WindowTrends(CohortSeries.of(steady, new long[] {1, 2}), 0, 40);
        assertEquals(0, trends.jump().gain(), ROUNDED);
        assertEquals(0, trends.ramp().gain(), ROUNDED);
    }

    @Test
    void oneCohortHasNoTrend() {
        WindowTrends trends = new WindowTrends(MadeSeries.series(COHORTS, 1), 1, 2);
        assertEquals(0, trends.jump().gain());
        assertEquals(0, trends.ramp().gain());
    }
}
