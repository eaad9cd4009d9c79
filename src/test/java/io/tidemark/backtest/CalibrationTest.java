package io.tidemark.backtest;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What rules cost above the oracle on streams made for the purpose: ten kinds of drift, ten seeds each, on none of which a constant was chosen;
 * two losses, labels 0 and 3 cohorts late, retrains at 1, 3 and 9 times what the first model loses in a cohort.
 */
@Tag("calibration")
class CalibrationTest {
    private static final int SEEDS = 10;
    private static final int FIRST_SEED = 100;
    private static final int[] LAGS = {0, 3};
    private static final int[] PRICES = {1, 3, 9};
    private static final int[] SCHEDULES = {1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 18, 24};
    private static final String BEST_SCHEDULE = "best schedule";
    private static final List<Cell> CELLS = new ArrayList<>();

    /**
     * One history at one price.
     *
     * @param loss what its models are charged
     * @param over cost over the oracle by policy; by {@link #BEST_SCHEDULE} that of the best schedule in hindsight, never included
     */
    private record Cell(Drift drift, Loss loss, int labelLag, int price, Map<String, Double> over) {}

    @BeforeAll
    static void replay() {
        Stream.of(Drift.values()).parallel().map(CalibrationTest::cells).forEachOrdered(CELLS::addAll);
        System.out.println(table());
    }

    private static List<Cell> cells(Drift drift) {
        List<Cell> cells = new ArrayList<>();
        for (int seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++) {
            DriftingStream stream = DriftingStream.of(drift, seed);
            for (Loss loss : Loss.values()) {
                StalenessMatrix matrix = stream.matrix(loss);
                for (int labelLag : LAGS) {
                    for (int price : PRICES) {
                        cells.add(cell(drift, loss, matrix, labelLag, price));
                    }
                }
            }
        }
        return cells;
    }

    private static Cell cell(Drift drift, Loss loss, StalenessMatrix matrix, int labelLag, int price) {
        double unit = IntStream.rangeClosed(matrix.firstModel() + 1, matrix.lastCohort())
                .mapToDouble(cohort -> Math.abs(matrix.gap(matrix.firstModel(), cohort)))
                .average()
                .orElseThrow();
        Replay replay = new Replay(matrix, labelLag, Prices.ofRetrain(price * unit));
        double oracle = Oracle.of(replay).total();
        Map<String, Double> over = new HashMap<>();
        Policies.on(matrix)
                .forEach(policy -> over.put(policy.name(), replay.run(policy).total() / oracle - 1));
        double best = Arrays.stream(SCHEDULES)
                .mapToDouble(cohorts -> replay.run(new EveryK(cohorts)).total() / oracle - 1)
                .min()
                .orElseThrow();
        over.put(BEST_SCHEDULE, Math.min(best, over.get("never")));
        return new Cell(drift, loss, labelLag, price, over);
    }

    private static double mean(String policy, Predicate<Cell> where) {
        return CELLS.stream()
                .filter(where)
                .mapToDouble(cell -> cell.over().get(policy))
                .average()
                .orElseThrow();
    }

    private static String table() {
        StringBuilder text = new StringBuilder(
                String.format(Locale.ROOT, "%-28s%8s%8s%8s", "% over the oracle", "all", "lag 0", "lag 3"));
        for (Drift drift : Drift.values()) {
            text.append(String.format(Locale.ROOT, "%12s", drift.name().toLowerCase(Locale.ROOT)));
        }
        Stream<String> policies =
                Stream.concat(Stream.of(BEST_SCHEDULE), Policies.OWN.stream().map(RetrainingPolicy::name));
        String brier = Stream.concat(
                        Stream.of(BEST_SCHEDULE, Policies.DEFAULT.name()),
                        Policies.RECALIBRATING.stream().map(RetrainingPolicy::name))
                .map(policy -> row(policy, cell -> cell.loss() == Loss.BRIER))
                .collect(Collectors.joining("\n", "the Brier score alone:\n", "\n"));
        return policies.map(policy -> row(policy, cell -> true)).collect(Collectors.joining("\n", text + "\n", "\n"))
                + brier;
    }

    private static String row(String policy, Predicate<Cell> among) {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%-28s%8.2f%8.2f%8.2f",
                policy,
                100 * mean(policy, among),
                100 * mean(policy, among.and(cell -> cell.labelLag() == LAGS[0])),
                100 * mean(policy, among.and(cell -> cell.labelLag() == LAGS[1]))));
        for (Drift drift : Drift.values()) {
            text.append(String.format(
                    Locale.ROOT, "%12.2f", 100 * mean(policy, among.and(cell -> cell.drift() == drift))));
        }
        return text.toString();
    }

    @Test
    void noOtherRuleIsCheaperThanTheDefault() {
        double ours = mean(Policies.DEFAULT.name(), cell -> true);
        for (RetrainingPolicy policy : Policies.OWN) {
            assertTrue(ours <= mean(policy.name(), cell -> true), policy::name);
        }
    }

    @Test
    void whoChargesTheBrierScorePaysLessWhereTheLevelIsRefittedAsWell() {
        Predicate<Cell> brier = cell -> cell.loss() == Loss.BRIER;
        double both = mean(Policies.RECALIBRATING.get(0).name(), brier);
        assertTrue(both < 0.8 * mean(Policies.DEFAULT.name(), brier));
        assertTrue(both < mean(new RecalibrateEveryK(3).name(), brier));
    }

    @Test
    void theDefaultIsSeldomMuchWorseThanTheBestSchedule() {
        double share = CELLS.stream()
                        .filter(cell -> (1 + cell.over().get(Policies.DEFAULT.name()))
                                        / (1 + cell.over().get(BEST_SCHEDULE))
                                > 1.1)
                        .count()
                / (double) CELLS.size();
        assertTrue(share <= 0.05, "by more than 10 % in a share of " + share);
    }

    /** On average over both label lags; with labels three cohorts late alone a season still costs more. */
    @Test
    void changesThatReverseAreHarmless() {
        Predicate<Cell> spell = cell -> cell.drift() == Drift.SPELL;
        Predicate<Cell> season = cell -> cell.drift() == Drift.SEASON;
        for (Predicate<Cell> kind : List.of(spell, season)) {
            assertTrue(mean(Policies.DEFAULT.name(), kind) <= mean(BEST_SCHEDULE, kind) + 0.015);
        }
    }
}
