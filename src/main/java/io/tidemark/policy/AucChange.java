package io.tidemark.policy;

import io.tidemark.cohort.Cohort;
import java.util.List;
import java.util.Optional;

/**
 * The champion's own AUC in the last two mature cohorts against those before, each mean weighted by precision.
 *
 * @param first the first of the two
 * @param last the newest mature cohort
 * @param before the mean before
 * @param lately the mean of the two
 * @param error standard error of {@code lately − before}, above 0
 */
record AucChange(Cohort first, Cohort last, double before, double lately, double error) {
    private static final double CLEAR = 2;
    private static final int LATELY = 2;

    /** Empty with fewer than two cohorts before the last two. */
    static Optional<AucChange> of(OutcomeEvidence outcomes) {
        List<CohortOutcomes> judged = outcomes.mature().stream()
                .filter(cohort -> cohort.auc().isPresent() && cohort.auc().get().standardError() > 0)
                .toList();
        int cut = judged.size() - LATELY;
        if (cut < LATELY) {
            return Optional.empty();
        }
        Mean before = Mean.of(judged.subList(0, cut));
        Mean lately = Mean.of(judged.subList(cut, judged.size()));
        return Optional.of(new AucChange(
                judged.get(cut).cohort(),
                judged.get(judged.size() - 1).cohort(),
                before.value(),
                lately.value(),
                Math.hypot(before.error(), lately.error())));
    }

    private record Mean(double value, double error) {
        static Mean of(List<CohortOutcomes> cohorts) {
            double weighted = 0;
            double weights = 0;
            for (CohortOutcomes cohort : cohorts) {
                Estimate auc = cohort.auc().orElseThrow();
                double precision = 1 / Math.pow(auc.standardError(), 2);
                weighted += precision * auc.value();
                weights += precision;
            }
            return new Mean(weighted / weights, 1 / Math.sqrt(weights));
        }
    }

    boolean isFall() {
        return before - lately > threshold();
    }

    /** What chance stays below. */
    double threshold() {
        return CLEAR * error;
    }
}
