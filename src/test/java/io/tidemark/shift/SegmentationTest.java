package io.tidemark.shift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmentationTest {
    private static final double[] BEFORE = MadeSeries.falling(6, 2);
    private static final double[] AFTER = MadeSeries.turned(BEFORE);
    private final UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(167);

    /** A steady population until a cohort, and another one from it on. */
    private long[][] joined(int cohorts, int change, double applicants) {
        return IntStream.range(0, cohorts)
                .mapToObj(t -> MadeSeries.draw(random, t < change ? BEFORE : AFTER, applicants))
                .toArray(long[][]::new);
    }

    private static List<Integer> starts(long[][] cohorts) {
        return Segmentation.of(MadeSeries.series(cohorts, 1)).starts();
    }

    private static double cost(CohortSeries series, List<Integer> starts, double penalty) {
        double cost = (starts.size() - 1) * penalty;
        for (int i = 0; i < starts.size(); i++) {
            cost += series.deviance(starts.get(i), Segmentation.end(series, starts, i));
        }
        return cost;
    }

    @Test
    void noOtherSegmentationIsBetter() {
        int several = 0;
        for (int run = 0; run < 300; run++) {
            int cohorts = 1 + random.nextInt(8);
            long[][] counts = IntStream.range(0, cohorts)
                    .mapToObj(t -> IntStream.range(0, 3)
                            .mapToLong(b -> 5 + random.nextInt(20))
                            .toArray())
                    .toArray(long[][]::new);
            CohortSeries series = MadeSeries.series(counts, 1);
            double penalty = 1 + 10 * random.nextDouble();
            double least = Double.POSITIVE_INFINITY;
            for (int cuts = 0; cuts < 1 << (cohorts - 1); cuts++) {
                List<Integer> starts = new ArrayList<>(List.of(0));
                for (int t = 1; t < cohorts; t++) {
                    if ((cuts >> (t - 1) & 1) == 1) {
                        starts.add(t);
                    }
                }
                least = Math.min(least, cost(series, starts, penalty));
            }
            List<Integer> found =
                    Segmentation.optimum(series, IntStream.range(0, cohorts).toArray(), penalty);
            assertEquals(least, cost(series, found, penalty), 1e-9);
            several += found.size() > 2 ? 1 : 0;
        }
        assertTrue(several > 50, "only " + several + " of the best had more than one change point");
    }

    @ParameterizedTest(name = "{0} cohorts of {1}, joined at {2}")
    @CsvSource({"12, 500, 11", "12, 500, 1", "24, 500, 10", "24, 100000, 23", "100, 300, 60", "4, 1000, 2"})
    void twoPopulationsAreCutWhereTheyJoin(int cohorts, double applicants, int change) {
        int exact = 0;
        for (int run = 0; run < 200; run++) {
            exact += starts(joined(cohorts, change, applicants)).equals(List.of(0, change)) ? 1 : 0;
        }
        System.out.printf(
                Locale.ROOT,
                "%d cohorts of %.0f joined at %d: %d of 200 cut there%n",
                cohorts,
                applicants,
                change,
                exact);
        assertTrue(exact >= 196, exact + " of 200");
    }

    @Test
    void theOrderOfBinsDoesNotMatter() {
        long[][] cohorts = joined(20, 9, 300);
        long[][] turned = IntStream.range(0, 20)
                .mapToObj(t -> IntStream.range(0, 6)
                        .mapToLong(b -> cohorts[t][(b + 2) % 6])
                        .toArray())
                .toArray(long[][]::new);
        assertEquals(starts(cohorts), starts(turned));
    }

    @Test
    void whereMonthsDifferByMoreThanChanceTheUnitOfCountingDoesNotMatter() {
        long[][] cohorts = IntStream.range(0, 24)
                .mapToObj(t ->
                        MadeSeries.draw(random, MadeSeries.scattered(random, t < 14 ? BEFORE : AFTER, 1_000, 4), 1_000))
                .toArray(long[][]::new);
        long[][] sevenfold = IntStream.range(0, 24)
                .mapToObj(t ->
                        IntStream.range(0, 6).mapToLong(b -> 7 * cohorts[t][b]).toArray())
                .toArray(long[][]::new);
        assertEquals(List.of(0, 14), starts(cohorts));
        assertEquals(List.of(0, 14), starts(sevenfold));
    }

    @Test
    void aChangeThatIsTooSmallToMatterIsNone() {
        long[][] cohorts = {{50_000, 50_000}, {50_000, 50_000}, {54_500, 45_500}, {54_500, 45_500}};
        CohortSeries series = MadeSeries.series(cohorts, 1);
        double penalty = Segmentation.of(series).noise().penalty();
        assertEquals(List.of(0, 2), Segmentation.optimum(series, new int[] {0, 1, 2, 3}, penalty));
        assertEquals(List.of(0), starts(cohorts));
        long[][] larger = {{50_000, 50_000}, {50_000, 50_000}, {55_500, 44_500}, {55_500, 44_500}};
        assertEquals(List.of(0, 2), starts(larger));
    }

    @Test
    void cohortsWithoutApplicantsBelongToTheSegmentBeforeThem() {
        long[] none = {0, 0};
        long[] even = {500, 500};
        long[] odd = {300, 700};
        long[][] cohorts = {none, even, even, none, none, odd, odd, none};
        assertEquals(
                List.of(0, 5), Segmentation.of(CohortSeries.of(cohorts, even)).starts());
        assertEquals(
                List.of(),
                Segmentation.of(CohortSeries.of(new long[][] {none, none}, even))
                        .starts());
        assertEquals(
                List.of(), Segmentation.of(CohortSeries.of(new long[0][], even)).starts());
    }

    @Test
    void aConstantIsNeverCut() {
        assertEquals(List.of(0), starts(new long[][] {{100}, {100_000}, {5}, {70}}));
    }
}
