package io.tidemark.spark.outcome;

import io.tidemark.cohort.Cohort;
import io.tidemark.model.Auc;
import io.tidemark.model.BadRate;
import io.tidemark.model.Estimate;
import io.tidemark.model.Performance;
import java.util.Optional;

/**
 * How the champion did on all applicants of a cohort with an outcome and a score; empty where a figure has no value. See {@link Performance}.
 *
 * @param recalibrationGain see {@link ModelPerformance}
 */
public record ChampionFigures(
        Cohort cohort,
        long labelled,
        long bads,
        Optional<Auc> auc,
        Optional<Double> brier,
        Optional<Double> observedRate,
        Optional<Double> expectedRate,
        Optional<Estimate> calibrationIntercept,
        Optional<Estimate> calibrationSlope,
        Optional<Estimate> recalibrationGain) {
    /** Those of one that was judged. */
    public static ChampionFigures of(ModelPerformance judged) {
        Performance found = judged.performance();
        return new ChampionFigures(
                judged.cohort(),
                found.labelled(),
                found.bads(),
                found.auc().known(),
                found.brier().known().map(Estimate::value),
                found.observedRate().known().map(BadRate::value),
                found.expectedRate().known(),
                found.calibrationIntercept().known(),
                found.calibrationSlope().known(),
                Optional.ofNullable(judged.recalibrationGain()));
    }
}
