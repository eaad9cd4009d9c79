package io.tidemark.policy;

import io.tidemark.backtest.Loss;
import io.tidemark.cohort.Cohort;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A level of the champion's predicted chances that outcomes contradict, and that refitting intercept and slope would mend.
 *
 * <p>It is seen in the newest mature cohorts whose intercepts have one sign, two or more, z = Σ(a/s²) / √Σ(1/s²) over them. For AUC, which
 * recalibration leaves as it is, it is to be mended where |z| &gt; 3 and the bads observed are a tenth more or fewer than expected. For the
 * Brier score it has a price c′, a tenth of a retrain's: Σ gain over the mature cohorts served + L · g &gt; c′, g &gt; 0 and R · g &gt; c′
 * with g the mean gain of the last two; where gains are not known it is judged as for AUC.
 *
 * @param cohorts the cohorts in which it is seen, in the order of time
 * @param observed their share of bads
 * @param expected what was predicted for them
 * @param z how many standard errors the level is off
 */
record Miscalibration(List<CohortOutcomes> cohorts, double observed, double expected, double z) {
    static final double CLEAR = 3;
    static final double TOLERANCE = 0.1;

    private static final int LATELY = 2;

    /** Where it is off by more than chance and convention, or by what it costs; empty where it is not. */
    static Optional<Miscalibration> of(Evidence evidence) {
        List<CohortOutcomes> judged = judged(evidence);
        Optional<Miscalibration> seen = seen(judged);
        List<Double> gains = gains(evidence, judged);
        if (gains.size() < LATELY) {
            return seen.filter(Miscalibration::isOff);
        }
        double lately = (gains.get(gains.size() - 1) + gains.get(gains.size() - 2)) / LATELY;
        Optional<RetrainingEvidence> brier =
                evidence.retraining().filter(known -> known.costs().loss() == Loss.BRIER);
        return seen.filter(level ->
                lately > 0 && brier.map(known -> pays(known, gains, lately)).orElseGet(level::isOff));
    }

    private static boolean pays(RetrainingEvidence known, List<Double> gains, double lately) {
        double price = known.costs().prices().recalibrate();
        double sum = gains.stream().mapToDouble(Double::doubleValue).sum();
        double left = known.plannedEnd().isPresent() ? known.horizon() : Double.POSITIVE_INFINITY;
        return sum + known.labelLag() * lately > price && left * lately > price;
    }

    private static List<CohortOutcomes> judged(Evidence evidence) {
        return evidence.outcomes().mature().stream()
                .filter(cohort -> evidence.retraining()
                        .map(known -> isCounted(known, cohort))
                        .orElse(true))
                .toList();
    }

    private static boolean isCounted(RetrainingEvidence known, CohortOutcomes outcomes) {
        return known.cohorts().stream()
                .filter(cohort -> cohort.cohort().equals(outcomes.cohort()))
                .allMatch(cohort -> cohort.quarantine().isEmpty());
    }

    /** Gains on the cohorts that the champion served, in the order of time. */
    private static List<Double> gains(Evidence evidence, List<CohortOutcomes> judged) {
        return judged.stream()
                .filter(outcomes -> evidence.retraining()
                        .map(known -> outcomes.cohort()
                                        .compareTo(known.cohort(known.champion().deployedAfter()))
                                > 0)
                        .orElse(true))
                .flatMap(outcomes -> outcomes.recalibrationGain().stream())
                .map(Estimate::value)
                .toList();
    }

    private static Optional<Miscalibration> seen(List<CohortOutcomes> judged) {
        List<CohortOutcomes> run = new ArrayList<>();
        for (int next = judged.size() - 1; next >= 0; next--) {
            CohortOutcomes cohort = judged.get(next);
            if (cohort.calibration().isEmpty() || (!run.isEmpty() && sign(cohort) != sign(run.get(0)))) {
                break;
            }
            run.add(0, cohort);
        }
        return run.size() < LATELY ? Optional.empty() : Optional.of(over(run));
    }

    private static double sign(CohortOutcomes cohort) {
        return Math.signum(cohort.calibration().orElseThrow().intercept().value());
    }

    private static Miscalibration over(List<CohortOutcomes> run) {
        double labelled = 0;
        double observed = 0;
        double expected = 0;
        double weighted = 0;
        double weights = 0;
        for (CohortOutcomes cohort : run) {
            CalibrationFigures figures = cohort.calibration().orElseThrow();
            labelled += cohort.labelled();
            observed += figures.observedRate() * cohort.labelled();
            expected += figures.expectedRate() * cohort.labelled();
            double precision = 1 / Math.max(Math.pow(figures.intercept().standardError(), 2), Double.MIN_NORMAL);
            weighted += precision * figures.intercept().value();
            weights += precision;
        }
        return new Miscalibration(
                List.copyOf(run), observed / labelled, expected / labelled, weighted / Math.sqrt(weights));
    }

    private boolean isOff() {
        return Math.abs(z) > CLEAR && Math.abs(observed / expected - 1) > TOLERANCE;
    }

    /** What refitting would have won on a cohort; 0 where that is not known, or it would have lost. */
    static double cured(Evidence evidence, Cohort cohort) {
        return evidence.outcomes().mature().stream()
                .filter(outcomes -> outcomes.cohort().equals(cohort))
                .flatMap(outcomes -> outcomes.recalibrationGain().stream())
                .mapToDouble(gain -> Math.max(0, gain.value()))
                .sum();
    }
}
