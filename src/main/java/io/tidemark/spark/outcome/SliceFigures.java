package io.tidemark.spark.outcome;

import io.tidemark.cohort.Slice;
import io.tidemark.model.ApprovalRatio;
import io.tidemark.model.Approvals;
import io.tidemark.model.Figure;
import io.tidemark.model.Performance;
import io.tidemark.model.PerformanceChange;
import io.tidemark.model.ScoreScale;
import io.tidemark.model.ScoredApplicants;
import io.tidemark.model.ScoredOutcomes;
import io.tidemark.spark.outcome.ModelPerformance.Counts;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What is known of a model on a slice of some applicants.
 *
 * @param performance on those with an outcome
 * @param approvals those with a score whom the cutoff approves; null where none is known
 * @param ratio of the approval rate to the highest one among the values of the same key
 */
public record SliceFigures(Counts counts, Performance performance, Approvals approvals, Figure<ApprovalRatio> ratio)
        implements Serializable {
    /** What is made of a slice for a model. */
    private interface Made<T> {
        /**
         * Makes it.
         *
         * @param place of the model among the models
         * @param labelled those of the slice with an outcome
         */
        T of(int place, ScoredApplicants labelled, Counts counts, Approvals approvals, Figure<ApprovalRatio> ratio);
    }

    private static final String NO_CUTOFF = "no cutoff is known";
    private static final String NOT_PROTECTED = "is no value of a protected column";

    /**
     * Every slice of some applicants, by models, in their order.
     *
     * @param protectedKeys between whose values approvals are compared
     */
    static SortedMap<Slice, List<SliceFigures>> of(
            CohortScores scores, List<ModelGauge> gauges, Set<String> protectedKeys) {
        return each(scores, gauges, protectedKeys, (place, labelled, counts, approvals, ratio) -> {
            ModelGauge gauge = gauges.get(place);
            Performance performance = Performance.of(labelled, place, gauge.scale(), gauge.bands());
            return new SliceFigures(counts, performance, approvals, ratio);
        });
    }

    /** Of a reference, likewise: what others are held against, and no more, since a reference has many applicants. */
    static SortedMap<Slice, List<PerformanceChange.Side>> sides(
            CohortScores scores, List<ModelGauge> gauges, Set<String> protectedKeys) {
        return each(scores, gauges, protectedKeys, (place, labelled, counts, approvals, ratio) -> {
            ScoredOutcomes outcomes = labelled.by(place);
            ScoreScale scale = gauges.get(place).scale();
            return new PerformanceChange.Side(
                    outcomes.auc(),
                    Performance.calibrationIntercept(outcomes, scale),
                    ratio.map(ApprovalRatio::estimate));
        });
    }

    private static <T> SortedMap<Slice, List<T>> each(
            CohortScores scores, List<ModelGauge> gauges, Set<String> protectedKeys, Made<T> made) {
        SortedMap<Slice, int[]> places = scores.places();
        List<SortedMap<Slice, Approvals>> approvals = new ArrayList<>();
        List<Map<Slice, Figure<ApprovalRatio>>> ratios = new ArrayList<>();
        for (int place = 0; place < gauges.size(); place++) {
            approvals.add(approvals(gauges.get(place), place, scores, places));
            ratios.add(ratios(approvals.get(place), protectedKeys));
        }
        SortedMap<Slice, List<T>> found = new TreeMap<>();
        places.forEach((slice, those) -> {
            ScoredApplicants labelled = scores.labelled(those);
            Counts counts = new Counts(
                    those.length,
                    scores.count(those, CohortScores.NONE),
                    scores.count(those, CohortScores.LATER),
                    scores.count(those, CohortScores.BAD));
            Figure<ApprovalRatio> none =
                    Figure.undefined(!slice.isAll() && protectedKeys.contains(slice.key()) ? NO_CUTOFF : NOT_PROTECTED);
            List<T> byModel = new ArrayList<>();
            for (int place = 0; place < gauges.size(); place++) {
                byModel.add(made.of(
                        place,
                        labelled,
                        counts,
                        approvals.get(place).get(slice),
                        ratios.get(place).getOrDefault(slice, none)));
            }
            found.put(slice, byModel);
        });
        return found;
    }

    private static SortedMap<Slice, Approvals> approvals(
            ModelGauge gauge, int place, CohortScores scores, SortedMap<Slice, int[]> places) {
        SortedMap<Slice, Approvals> approvals = new TreeMap<>();
        gauge.model()
                .riskCutoff()
                .ifPresent(cutoff -> places.forEach(
                        (slice, those) -> approvals.put(slice, Approvals.upTo(cutoff, scores.scores(place, those)))));
        return approvals;
    }

    private static Map<Slice, Figure<ApprovalRatio>> ratios(
            SortedMap<Slice, Approvals> approvals, Set<String> protectedKeys) {
        Map<Slice, Figure<ApprovalRatio>> ratios = new HashMap<>();
        approvals.entrySet().stream()
                .filter(entry -> !entry.getKey().isAll()
                        && protectedKeys.contains(entry.getKey().key()))
                .collect(Collectors.groupingBy(
                        entry -> entry.getKey().key(), Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)))
                .values()
                .forEach(values -> ratios.putAll(ApprovalRatio.among(values)));
        return ratios;
    }

    /** The figures that are held against those of the reference. */
    PerformanceChange.Side side() {
        return new PerformanceChange.Side(
                performance.auc(), performance.calibrationIntercept(), ratio.map(ApprovalRatio::estimate));
    }
}
