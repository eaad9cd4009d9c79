package io.tidemark.shift;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where nothing changes, hardly any series is cut. */
class OnsetCalibrationTest {
    private static final int SERIES = 400;
    private static final double[] SKEWED = MadeSeries.falling(5, 20);

    private static UniformRandomProvider random(int... of) {
        return RandomSource.XO_RO_SHI_RO_128_PP.create(of);
    }

    private static void assertSteady(String what, double most, Supplier<CohortSeries> steady) {
        int cut = 0;
        int away = 0;
        for (int i = 0; i < SERIES; i++) {
            Course course = Course.of(steady.get(), 4);
            cut += course.segments().size() > 1 ? 1 : 0;
            away += course.segments().stream().anyMatch(Segment::isAway) ? 1 : 0;
        }
        System.out.printf(Locale.ROOT, "%s: %d of %d cut, %d away%n", what, cut, SERIES, away);
        assertTrue(cut <= most * SERIES && away <= most * SERIES, cut + " cut, " + away + " away");
    }

    private static CohortSeries series(int cohorts, Supplier<long[]> cohort) {
        long[][] counts =
                IntStream.range(0, cohorts).mapToObj(t -> cohort.get()).toArray(long[][]::new);
        return MadeSeries.series(counts, 4);
    }

    @ParameterizedTest(name = "{0} applicants, {1} cohorts, {2} bins, widest over narrowest {3}")
    @CsvSource({
        "100, 12, 2, 1",
        "100, 12, 10, 5",
        "100, 24, 20, 100",
        "100, 100, 10, 1",
        "1000, 12, 10, 5",
        "1000, 24, 50, 300",
        "1000, 100, 2, 100",
        "10000, 24, 20, 10",
        "100000, 12, 10, 1",
        "100000, 100, 2, 1"
    })
    void steadySeriesAreNotCut(int applicants, int cohorts, int bins, double spread) {
        double[] shares = MadeSeries.falling(bins, spread);
        UniformRandomProvider random = random(applicants, cohorts, bins);
        assertSteady(
                "steady, " + cohorts + " cohorts of " + applicants + ", " + bins + " bins",
                0.01,
                () -> series(cohorts, () -> MadeSeries.draw(random, shares, applicants)));
    }

    /** With two bins and twelve cohorts the dispersion itself is known from eleven numbers. */
    @ParameterizedTest(name = "{0} applicants, {1} cohorts, {2} bins, {3} times chance")
    @CsvSource({
        "1000, 12, 2, 3, 0.03",
        "1000, 24, 10, 1.5, 0.01",
        "1000, 24, 10, 5, 0.01",
        "1000, 100, 20, 3, 0.01",
        "100000, 12, 2, 200, 0.03",
        "100000, 24, 10, 20, 0.01",
        "100000, 24, 10, 200, 0.01"
    })
    void monthsThatDifferMoreThanByChanceAreNotCut(
            int applicants, int cohorts, int bins, double dispersion, double most) {
        double[] shares = MadeSeries.falling(bins, 3);
        UniformRandomProvider random = random(applicants, cohorts, bins);
        assertSteady(
                "restless, " + cohorts + " cohorts of " + applicants + ", " + bins + " bins, φ " + dispersion,
                most,
                () -> series(
                        cohorts,
                        () -> MadeSeries.draw(
                                random, MadeSeries.scattered(random, shares, applicants, dispersion), applicants)));
    }

    /** Ten copies of one feature are no more evidence than it is by itself. */
    @Test
    void populationsWhoseFeaturesSayTheSameAreNotCut() {
        UniformRandomProvider random = random(10);
        assertSteady("ten copies", 0.01, () -> {
            CohortSeries one = series(24, () -> MadeSeries.draw(random, SKEWED, 1_000));
            return IntStream.range(0, 10)
                    .mapToObj(i -> one)
                    .reduce(CohortSeries::plus)
                    .orElseThrow();
        });
    }

    @Test
    void cohortsOfAllSizesAreNotCut() {
        UniformRandomProvider random = random(11);
        assertSteady(
                "30 to 30,000 applicants",
                0.01,
                () -> series(24, () -> MadeSeries.draw(random, SKEWED, 30 * Math.pow(10, 3 * random.nextDouble()))));
    }
}
