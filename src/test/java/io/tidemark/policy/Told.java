package io.tidemark.policy;

import io.tidemark.backtest.Loss;
import io.tidemark.backtest.Matrices;
import io.tidemark.backtest.Policies;
import io.tidemark.backtest.RetrainingPolicy;
import io.tidemark.incident.DataIncident;
import io.tidemark.shift.Made;
import io.tidemark.shift.Severity;
import io.tidemark.shift.Thresholds;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * Evidence made up for tests: months of 1,000 applicants with 80 bads, counted from 0 (2024-01), four features of which none moved, and a
 * champion trained through and deployed after cohort 5. Each method gives another piece of it.
 */
record Told(
        int now,
        int labelLag,
        ServingModel champion,
        Matrices.LossOf losses,
        Costs costs,
        OptionalInt scoreOnset,
        OptionalInt behaviourOnset,
        OptionalInt season,
        Set<Integer> quarantine,
        List<ReplayedRule> replay,
        int alarmsSince,
        List<DataIncident> incidents,
        OutcomeEvidence outcomes,
        RetrainingPolicy rule) {
    static final Costs FIVE_HUNDREDTHS = Costs.of(Loss.AUC, 0.05, OptionalInt.empty());
    private static final int WINDOW = 6;
    private static final int NEVER = 1_000;

    static Told at(int now, int labelLag, Matrices.LossOf losses) {
        return new Told(
                now,
                labelLag,
                ServingModel.first(5, 5),
                losses,
                FIVE_HUNDREDTHS,
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                Set.of(),
                List.of(),
                NEVER,
                List.of(),
                OutcomeEvidence.NONE,
                Policies.DEFAULT);
    }

    /** Applicants behave otherwise from cohort 8 on; a model that has seen it loses 0.02 less. */
    static double jump(int model, int cohort) {
        return 0.2 + (cohort >= 8 && model < 8 ? 0.02 : 0);
    }

    static double steady(int model, int cohort) {
        return 0.2;
    }

    Told by(ServingModel serving) {
        return new Told(
                now,
                labelLag,
                serving,
                losses,
                costs,
                scoreOnset,
                behaviourOnset,
                season,
                quarantine,
                replay,
                alarmsSince,
                incidents,
                outcomes,
                rule);
    }

    Told costing(Costs other) {
        return new Told(
                now,
                labelLag,
                champion,
                losses,
                other,
                scoreOnset,
                behaviourOnset,
                season,
                quarantine,
                replay,
                alarmsSince,
                incidents,
                outcomes,
                rule);
    }

    Told changed(OptionalInt score, OptionalInt rate) {
        return new Told(
                now,
                labelLag,
                champion,
                losses,
                costs,
                score,
                rate,
                season,
                quarantine,
                replay,
                alarmsSince,
                incidents,
                outcomes,
                rule);
    }

    Told alarmed(int since) {
        return new Told(
                now,
                labelLag,
                champion,
                losses,
                costs,
                scoreOnset,
                behaviourOnset,
                season,
                quarantine,
                replay,
                since,
                incidents,
                outcomes,
                rule);
    }

    Told without(Integer... quarantined) {
        return new Told(
                now,
                labelLag,
                champion,
                losses,
                costs,
                scoreOnset,
                behaviourOnset,
                season,
                Set.of(quarantined),
                replay,
                alarmsSince,
                incidents,
                outcomes,
                rule);
    }

    Told inSeasonsOf(int cohorts) {
        return new Told(
                now,
                labelLag,
                champion,
                losses,
                costs,
                scoreOnset,
                behaviourOnset,
                OptionalInt.of(cohorts),
                quarantine,
                replay,
                alarmsSince,
                incidents,
                outcomes,
                rule);
    }

    Told replayed(ReplayedRule... rules) {
        return new Told(
                now,
                labelLag,
                champion,
                losses,
                costs,
                scoreOnset,
                behaviourOnset,
                season,
                quarantine,
                List.of(rules),
                alarmsSince,
                incidents,
                outcomes,
                rule);
    }

    Told broken(DataIncident... found) {
        return new Told(
                now,
                labelLag,
                champion,
                losses,
                costs,
                scoreOnset,
                behaviourOnset,
                season,
                quarantine,
                replay,
                alarmsSince,
                List.of(found),
                outcomes,
                rule);
    }

    Told with(OutcomeEvidence known) {
        return new Told(
                now,
                labelLag,
                champion,
                losses,
                costs,
                scoreOnset,
                behaviourOnset,
                season,
                quarantine,
                replay,
                alarmsSince,
                incidents,
                known,
                rule);
    }

    Told asking(RetrainingPolicy other) {
        return new Told(
                now,
                labelLag,
                champion,
                losses,
                costs,
                scoreOnset,
                behaviourOnset,
                season,
                quarantine,
                replay,
                alarmsSince,
                incidents,
                outcomes,
                other);
    }

    /** The champion's outcomes from cohort 6 through the newest mature one, with 80 bads each expected. */
    List<CohortOutcomes> outcomes(double auc, double change, int since, double observed, double gain) {
        return outcomes(
                cohort -> cohort < since ? auc : auc + change, cohort -> cohort < since ? 0.08 : observed, gain);
    }

    List<CohortOutcomes> outcomes(DoubleUnaryOperator auc, DoubleUnaryOperator rate, double gain) {
        return IntStream.rangeClosed(6, now - labelLag)
                .mapToObj(cohort -> new CohortOutcomes(
                        Made.month(cohort + 1),
                        1_000,
                        Math.round(1_000 * rate.applyAsDouble(cohort)),
                        Optional.of(Estimate.of(auc.applyAsDouble(cohort), 0.02)),
                        OptionalDouble.of(0.07),
                        Optional.of(new CalibrationFigures(
                                rate.applyAsDouble(cohort),
                                0.08,
                                Estimate.of(Math.log(rate.applyAsDouble(cohort) / 0.08), 0.1),
                                Estimate.of(1, 0.1))),
                        Optional.of(Estimate.of(gain, 0.0001))))
                .toList();
    }

    ShiftEvidence shifts() {
        List<CohortSummary> cohorts = IntStream.rangeClosed(6, now)
                .mapToObj(cohort -> {
                    boolean isAlarm = cohort >= alarmsSince;
                    return new CohortSummary(
                            Made.month(cohort + 1),
                            1_000,
                            isAlarm ? Map.of(Severity.NONE, 3L, Severity.MAJOR, 1L) : Map.of(Severity.NONE, 4L),
                            isAlarm ? 1 : 0,
                            0);
                })
                .toList();
        return new ShiftEvidence(
                Made.month(now + 1).window().to(),
                6_000,
                cohorts,
                Optional.empty(),
                List.of(),
                Map.of(),
                incidents,
                Thresholds.CONVENTION,
                new ShiftEvidence.KnownColumns("bad", "pd"));
    }

    RetrainingEvidence retraining() {
        List<ServedCohort> cohorts = IntStream.rangeClosed(0, now)
                .mapToObj(cohort -> new ServedCohort(
                        Made.month(cohort + 1),
                        1_000,
                        cohort <= now - labelLag ? OptionalLong.of(80) : OptionalLong.empty(),
                        quarantine.contains(cohort) ? Optional.of("income came in thousands") : Optional.empty()))
                .toList();
        return new RetrainingEvidence(
                cohorts,
                labelLag,
                champion,
                Optional.of(new Shadows("logistic", WINDOW, Matrices.of(2, now - labelLag, losses))),
                costs,
                scoreOnset,
                behaviourOnset,
                season,
                replay);
    }

    Evidence evidence() {
        return new Evidence(shifts(), outcomes, Optional.of(retraining()), rule);
    }

    Recommendation recommendation() {
        return MonitorPolicy.recommend(evidence());
    }

    Action action() {
        return recommendation().action();
    }
}
