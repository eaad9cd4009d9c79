package io.tidemark.policy;

import io.tidemark.cohort.Cohort;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The champion's own AUC in the newest mature cohorts against those before, each mean weighted by precision: cut where the fall is clearest,
 * with two cohorts or more on either side, of which the last two have not come back, that is lie nearer to the mean after the cut than to that before.
 *
 * <p>The clearest of k cuts is beyond chance where before − lately exceeds q standard errors, with Φ(−q) = Φ(−2)/k (Bonferroni), which is 2
 * where only one cut is possible.
 *
 * @param first the first cohort after the cut
 * @param last the newest mature cohort
 * @param before the mean before
 * @param lately the mean from {@code first} on
 * @param threshold what chance stays below in {@code before − lately}, above 0
 */
record AucChange(Cohort first, Cohort last, double before, double lately, double threshold) {
    private static final double CLEAR = 2;
    private static final int LEAST = 2;
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /** Empty with fewer than two cohorts on either side. */
    static Optional<AucChange> of(OutcomeEvidence outcomes) {
        List<CohortOutcomes> judged = outcomes.mature().stream()
                .filter(cohort -> cohort.auc().isPresent() && cohort.auc().get().standardError() > 0)
                .toList();
        int cuts = judged.size() - 2 * LEAST + 1;
        if (cuts < 1) {
            return Optional.empty();
        }
        double errors = NORMAL.inverseSurvivalProbability(NORMAL.survivalProbability(CLEAR) / cuts);
        double now =
                Mean.of(judged.subList(judged.size() - LEAST, judged.size())).value();
        // The last cut is always among them.
        return IntStream.range(LEAST, LEAST + cuts)
                .mapToObj(cut -> at(cut, judged, errors))
                .filter(change -> change.lasts(now))
                .max(Comparator.comparingDouble(AucChange::clarity));
    }

    private static AucChange at(int cut, List<CohortOutcomes> judged, double errors) {
        Mean before = Mean.of(judged.subList(0, cut));
        Mean lately = Mean.of(judged.subList(cut, judged.size()));
        return new AucChange(
                judged.get(cut).cohort(),
                judged.get(judged.size() - 1).cohort(),
                before.value(),
                lately.value(),
                errors * Math.hypot(before.error(), lately.error()));
    }

    private boolean lasts(double now) {
        return Math.abs(now - lately) <= Math.abs(now - before);
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

    private double clarity() {
        return (before - lately) / threshold;
    }

    boolean isFall() {
        return before - lately > threshold;
    }
}
