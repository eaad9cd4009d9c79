package io.tidemark.spark;

import io.tidemark.cohort.Cohort;
import io.tidemark.cohort.Maturity.Ripeness;
import io.tidemark.cohort.Slice;
import io.tidemark.model.EstimateInHindsight;
import io.tidemark.model.EstimatedPerformance;
import io.tidemark.model.Figure;
import io.tidemark.model.ModelComparison;
import io.tidemark.model.Performance;
import io.tidemark.model.RecalibrationGain;
import io.tidemark.model.ScoredApplicants;
import io.tidemark.model.ScoredModel;
import io.tidemark.model.ScoredOutcomes;
import io.tidemark.spark.ModelPerformance.Counts;
import io.tidemark.spark.OutcomeStudy.OfCohort;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Judges models by the applicants of one cohort, slice by slice.
 *
 * @param gauges of the models, the champion's first
 * @param warnings what speaks against estimates from them
 */
record PerformanceStudy(List<ModelGauge> gauges, Map<OfSlice, String> warnings) implements Serializable {
    /** A model on a slice of applicants. */
    record OfSlice(Slice slice, int place) implements Serializable {}

    /**
     * Learns what the models' scores are measured by.
     *
     * @param reference applicants of the reference whose outcomes are known; may be none
     */
    static PerformanceStudy of(List<ScoredModel> models, ScoredApplicants reference) {
        return new PerformanceStudy(
                IntStream.range(0, models.size())
                        .mapToObj(place -> ModelGauge.of(models.get(place), place, reference))
                        .toList(),
                Map.of());
    }

    /** The same, knowing what estimates would have missed in a cohort whose outcomes are all known. */
    PerformanceStudy warnedBy(Cohort newestMature, CohortScores scores) {
        Map<OfSlice, String> found = new HashMap<>();
        scores.places().forEach((slice, places) -> {
            ScoredApplicants labelled = scores.labelled(places);
            for (int place = 0; place < gauges.size(); place++) {
                ScoredOutcomes outcomes = labelled.by(place);
                OfSlice of = new OfSlice(slice, place);
                gauges.get(place)
                        .calibration()
                        .known()
                        .flatMap(calibration ->
                                EstimateInHindsight.of(calibration, outcomes).missed())
                        .ifPresent(missed -> found.put(
                                of,
                                "in " + newestMature.label()
                                        + ", the newest cohort whose outcomes are known, it would have been "
                                        + missed));
            }
        });
        return new PerformanceStudy(gauges, found);
    }

    /** How every model did on every slice. */
    List<ModelPerformance> performances(Cohort cohort, Ripeness ripeness, CohortScores scores) {
        List<ModelPerformance> found = new ArrayList<>();
        scores.places().forEach((slice, places) -> {
            ScoredApplicants labelled = scores.labelled(places);
            Counts counts = new Counts(
                    places.length, scores.count(places, CohortScores.NONE), scores.count(places, CohortScores.LATER));
            for (int place = 0; place < gauges.size(); place++) {
                ModelGauge gauge = gauges.get(place);
                EstimatedPerformance estimated = estimated(gauge, ripeness, scores.scores(place, places));
                found.add(new ModelPerformance(
                        cohort,
                        ripeness,
                        slice,
                        gauge.model(),
                        counts,
                        Performance.of(labelled, place, gauge.scale(), gauge.bands()),
                        estimated,
                        estimated == null ? null : warnings.get(new OfSlice(slice, place)),
                        approvalRate(gauge.model(), scores.scores(place, places)),
                        null));
            }
        });
        return found;
    }

    /** Of all applicants, where outcomes are to come. */
    private static EstimatedPerformance estimated(ModelGauge gauge, Ripeness ripeness, double[] scores) {
        return ripeness == Ripeness.MATURE
                ? null
                : gauge.calibration()
                        .known()
                        .map(calibration -> EstimatedPerformance.of(calibration, scores))
                        .orElse(null);
    }

    private static Double approvalRate(ScoredModel model, double[] scores) {
        OptionalDouble cutoff = model.riskCutoff();
        if (cutoff.isEmpty() || scores.length == 0) {
            return null;
        }
        return (double) Arrays.stream(scores)
                        .filter(score -> score <= cutoff.getAsDouble())
                        .count()
                / scores.length;
    }

    /**
     * By how much the champion's losses on a cohort would have been lower, had its level been refitted on the cohorts before.
     *
     * @param cohorts the cohort and those before it whose outcomes count, in the order of time
     */
    Figure<RecalibrationGain> gain(Cohort cohort, List<OfCohort> cohorts) {
        List<ScoredOutcomes> before = cohorts.stream()
                .filter(one -> one.cohort().compareTo(cohort) < 0)
                .map(one -> one.applicants().by(0))
                .toList();
        return cohorts.stream()
                .filter(one -> one.cohort().equals(cohort))
                .findFirst()
                .filter(one -> !before.isEmpty())
                .map(one -> RecalibrationGain.on(
                        one.applicants().by(0), before, gauges.get(0).scale()))
                .orElse(Figure.undefined("there is no cohort before it"));
    }

    /** Every challenger beside the champion. */
    List<ComparedModels> comparisons(Cohort cohort, Ripeness ripeness, CohortScores scores) {
        ScoredApplicants labelled = scores.labelled(scores.everybody());
        return IntStream.range(1, gauges.size())
                .mapToObj(place -> new ComparedModels(
                        cohort,
                        ripeness,
                        new ModelComparison(
                                gauges.get(0).model().name(),
                                gauges.get(place).model().name(),
                                labelled.paired(0, place))))
                .toList();
    }
}
