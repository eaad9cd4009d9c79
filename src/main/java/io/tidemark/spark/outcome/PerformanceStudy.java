package io.tidemark.spark.outcome;

import io.tidemark.cohort.Cohort;
import io.tidemark.cohort.Maturity.Ripeness;
import io.tidemark.cohort.Slice;
import io.tidemark.model.EstimateInHindsight;
import io.tidemark.model.EstimatedPerformance;
import io.tidemark.model.Figure;
import io.tidemark.model.ModelComparison;
import io.tidemark.model.PerformanceChange;
import io.tidemark.model.RecalibrationGain;
import io.tidemark.model.ScoredApplicants;
import io.tidemark.model.ScoredModel;
import io.tidemark.model.ScoredOutcomes;
import io.tidemark.spark.outcome.OutcomeStudy.ChampionScores;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.IntStream;

/**
 * Judges models by the applicants of one cohort, slice by slice.
 *
 * @param gauges of the models, the champion's first
 * @param protectedKeys between whose values approvals are compared
 * @param reference what the models did there
 * @param within the cohorts of the reference
 * @param measuredBy see {@link GaugeCohorts}
 * @param warnings what speaks against estimates
 */
record PerformanceStudy(
        List<ModelGauge> gauges,
        Set<String> protectedKeys,
        Map<Slice, List<PerformanceChange.Side>> reference,
        Set<Cohort> within,
        String measuredBy,
        Map<ModelSlice, String> warnings)
        implements Serializable {
    /**
     * Learns what the models' scores are measured by.
     *
     * @param protectedKeys between whose values approvals are compared
     * @param within the cohorts of the reference
     * @param measuredBy see {@link GaugeCohorts}
     * @param reference their applicants; may be none
     */
    static PerformanceStudy of(
            List<ScoredModel> models,
            Set<String> protectedKeys,
            Set<Cohort> within,
            String measuredBy,
            CohortScores reference) {
        ScoredApplicants labelled = reference.labelled(reference.everybody());
        List<ModelGauge> gauges = IntStream.range(0, models.size())
                .mapToObj(place -> ModelGauge.of(models.get(place), place, labelled))
                .toList();
        return new PerformanceStudy(
                gauges,
                protectedKeys,
                SliceFigures.sides(reference, gauges, protectedKeys),
                within,
                measuredBy,
                Map.of());
    }

    /**
     * What an earlier run has learned.
     *
     * @param references of all models, on all applicants and on slices
     */
    static PerformanceStudy of(
            List<ScoredModel> models, Set<String> protectedKeys, Set<Cohort> within, List<ModelReference> references) {
        Map<Slice, Map<String, ModelReference>> known = new HashMap<>();
        references.forEach(one -> known.computeIfAbsent(one.slice(), any -> new HashMap<>())
                .put(one.gauge().model().name(), one));
        Map<Slice, List<PerformanceChange.Side>> sides = new HashMap<>();
        known.forEach((slice, byModel) -> sides.put(
                slice,
                models.stream().map(model -> byModel.get(model.name()).side()).toList()));
        return new PerformanceStudy(
                models.stream()
                        .map(model -> known.get(Slice.ALL).get(model.name()).gauge())
                        .toList(),
                protectedKeys,
                sides,
                within,
                references.get(0).measuredBy(),
                Map.of());
    }

    /** What was learned of the reference, for later runs. */
    List<ModelReference> references() {
        List<ModelReference> references = new ArrayList<>();
        reference.forEach((slice, sides) -> IntStream.range(0, gauges.size())
                .forEach(place ->
                        references.add(new ModelReference(slice, gauges.get(place), sides.get(place), measuredBy))));
        return references;
    }

    /** The same, knowing what estimates would have missed in a cohort whose outcomes are all known. */
    PerformanceStudy warnedBy(Cohort newestMature, CohortScores scores) {
        Map<ModelSlice, String> found = new HashMap<>();
        scores.places().forEach((slice, places) -> {
            ScoredApplicants labelled = scores.labelled(places);
            for (int place = 0; place < gauges.size(); place++) {
                ScoredOutcomes outcomes = labelled.by(place);
                ModelSlice of = new ModelSlice(slice, gauges.get(place).model().name());
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
        return new PerformanceStudy(gauges, protectedKeys, reference, within, measuredBy, found);
    }

    /** Whether something speaks against what is estimated of the champion on all applicants. */
    boolean isWarned() {
        return !gauges.isEmpty()
                && warnings.containsKey(
                        new ModelSlice(Slice.ALL, gauges.get(0).model().name()));
    }

    /** How every model did on every slice. */
    List<ModelPerformance> performances(Cohort cohort, Ripeness ripeness, CohortScores scores) {
        List<ModelPerformance> found = new ArrayList<>();
        SortedMap<Slice, int[]> places = scores.places();
        SliceFigures.of(scores, gauges, protectedKeys).forEach((slice, byModel) -> {
            for (int place = 0; place < gauges.size(); place++) {
                ModelGauge gauge = gauges.get(place);
                EstimatedPerformance estimated =
                        ripeness == Ripeness.MATURE ? null : estimated(gauge, scores.scores(place, places.get(slice)));
                found.add(new ModelPerformance(
                        cohort,
                        ripeness,
                        slice,
                        gauge.model(),
                        byModel.get(place),
                        estimated,
                        estimated == null
                                ? null
                                : warnings.get(
                                        new ModelSlice(slice, gauge.model().name())),
                        null,
                        change(cohort, slice, place, byModel.get(place)),
                        null,
                        null,
                        measuredBy));
            }
        });
        return found;
    }

    private PerformanceChange change(Cohort cohort, Slice slice, int place, SliceFigures figures) {
        return within.contains(cohort) || !reference.containsKey(slice)
                ? null
                : PerformanceChange.of(reference.get(slice).get(place), figures.side());
    }

    /** By the scores of all applicants. */
    private static EstimatedPerformance estimated(ModelGauge gauge, double[] scores) {
        return gauge.calibration()
                .known()
                .map(calibration -> EstimatedPerformance.of(calibration, scores))
                .orElse(null);
    }

    /**
     * By how much the champion's losses on a cohort would have been lower, had its level been refitted on the cohorts before.
     *
     * @param cohorts the cohort and those before it whose outcomes count, in the order of time
     */
    Figure<RecalibrationGain> gain(Cohort cohort, List<ChampionScores> cohorts) {
        List<ScoredOutcomes> before = cohorts.stream()
                .filter(one -> one.cohort().compareTo(cohort) < 0)
                .map(ChampionScores::outcomes)
                .toList();
        return cohorts.stream()
                .filter(one -> one.cohort().equals(cohort))
                .findFirst()
                .filter(one -> !before.isEmpty())
                .map(one -> RecalibrationGain.on(
                        one.outcomes(), before, gauges.get(0).scale()))
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
