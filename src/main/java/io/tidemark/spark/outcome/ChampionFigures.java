package io.tidemark.spark.outcome;

import io.tidemark.cohort.Cohort;
import io.tidemark.cohort.Maturity.Ripeness;
import io.tidemark.model.Auc;
import io.tidemark.model.BadRate;
import io.tidemark.model.Estimate;
import io.tidemark.model.Performance;
import java.util.Optional;

/**
 * How the champion did on all applicants of a cohort with an outcome and a score; empty where a figure has no value. See {@link Performance}.
 *
 * @param recalibrationGain see {@link ModelPerformance}
 * @param estimatedAuc what the area is estimated to turn out to be; empty where outcomes are all known, or something speaks against the estimate
 */
public record ChampionFigures(
        Cohort cohort,
        Ripeness ripeness,
        long labelled,
        long bads,
        Optional<Auc> auc,
        Optional<Double> brier,
        Optional<Double> observedRate,
        Optional<Double> expectedRate,
        Optional<Estimate> calibrationIntercept,
        Optional<Estimate> calibrationSlope,
        Optional<Estimate> recalibrationGain,
        Optional<Auc> estimatedAuc) {
    /** Those of one that was judged. */
    public static ChampionFigures of(ModelPerformance judged) {
        Performance found = judged.performance();
        return new ChampionFigures(
                judged.cohort(),
                judged.ripeness(),
                found.labelled(),
                found.bads(),
                found.auc().known(),
                found.brier().known().map(Estimate::value),
                found.observedRate().known().map(BadRate::value),
                found.expectedRate().known(),
                found.calibrationIntercept().known(),
                found.calibrationSlope().known(),
                Optional.ofNullable(judged.recalibrationGain()),
                Optional.ofNullable(judged.estimated())
                        .filter(any -> judged.estimateWarning() == null)
                        .flatMap(estimated -> estimated.auc().known()));
    }

    /** The same without the estimate. */
    ChampionFigures notEstimated() {
        return new ChampionFigures(
                cohort,
                ripeness,
                labelled,
                bads,
                auc,
                brier,
                observedRate,
                expectedRate,
                calibrationIntercept,
                calibrationSlope,
                recalibrationGain,
                Optional.empty());
    }

    public boolean isMature() {
        return ripeness == Ripeness.MATURE;
    }
}
