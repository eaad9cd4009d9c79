package io.tidemark.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What an estimate would have said of applicants whose outcomes are known by now, beside what came: whether its assumption still held among them.
 *
 * <p>A figure is missed where it is further from the estimate than {@value #CLEAR} standard errors of what applicants such as these show, so that
 * one of the two figures is missed in one case of a hundred if the assumption holds. Where the applicants are those that the estimate was
 * calibrated on, it is missed less often.
 *
 * @param estimated from the scores alone
 * @param auc the area that they came to
 * @param badRate the share of them that turned out bad
 */
public record EstimateInHindsight(EstimatedPerformance estimated, Figure<Auc> auc, Figure<BadRate> badRate) {
    /** The 99.75 % point of the normal law: 1 % for two figures on both sides. */
    private static final double CLEAR = 2.807;

    /** Looks back at applicants whose outcomes are known. */
    public static EstimateInHindsight of(LogisticCalibration calibration, ScoredOutcomes outcomes) {
        return new EstimateInHindsight(
                EstimatedPerformance.of(calibration, outcomes.scores()),
                outcomes.auc(),
                BadRate.of(outcomes.bads(), outcomes.size()));
    }

    /** What the estimate would have missed, in words with its numbers; empty where it would have held. */
    public Optional<String> missed() {
        List<String> missed = new ArrayList<>();
        if (estimated.auc().known().isPresent() && auc.known().isPresent()) {
            Auc area = estimated.auc().known().get();
            double came = auc.known().get().value();
            if (isMissed(area.value(), Math.sqrt(area.variance()), came)) {
                missed.add(String.format(
                        Locale.ROOT,
                        "AUC %.3f (%.3f to %.3f), and it was %.3f",
                        area.value(),
                        area.low(),
                        area.high(),
                        came));
            }
        }
        if (estimated.badRate().known().isPresent() && badRate.known().isPresent()) {
            Estimate rate = estimated.badRate().known().get();
            double came = badRate.known().get().value();
            if (isMissed(rate.value(), rate.standardError(), came)) {
                missed.add(String.format(
                        Locale.ROOT,
                        "a bad rate of %.1f %% (%.1f to %.1f), and it was %.1f %%",
                        100 * rate.value(),
                        100 * rate.low(),
                        100 * rate.high(),
                        100 * came));
            }
        }
        return missed.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", missed));
    }

    private static boolean isMissed(double value, double error, double came) {
        return Math.abs(came - value) > CLEAR * error;
    }
}
