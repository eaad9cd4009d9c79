package io.tidemark.spark.shift;

import io.tidemark.cohort.Calendar;
import io.tidemark.cohort.Cohort;
import io.tidemark.cohort.Reference;
import io.tidemark.cohort.Slice;
import io.tidemark.feature.Bins;
import io.tidemark.profile.Profile;
import io.tidemark.shift.BinOutcomes;
import io.tidemark.spark.shift.Baselines.Compared;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;

/** The outcomes of one feature against one reference: the profiles of bad and of good applicants, of the cohorts whose outcomes are known. */
public final class OutcomeSlices {
    private final OutcomePlan plan;
    private final Map<Slice, SortedMap<Cohort, Profile>> profiles = new TreeMap<>();
    private final List<Compared> bads = new ArrayList<>();
    private final List<Compared> goods = new ArrayList<>();

    /** @param histories those of the slices that the label cuts; others may be among them */
    public OutcomeSlices(
            OutcomePlan plan,
            Calendar calendar,
            Reference reference,
            Baselines baselines,
            Map<Slice, SliceHistory> histories) {
        this.plan = plan;
        histories.forEach((slice, history) -> {
            if (plan.isBad(slice) || plan.isGood(slice)) {
                SliceHistory known = history.only(plan.mature(), calendar);
                profiles.put(slice, known.profiles());
                (plan.isBad(slice) ? bads : goods).add(baselines.of(reference, known, profiles.get(slice)));
            }
        });
    }

    /** The outcomes that belong to a cohort's comparison; empty where the reference has none. */
    Optional<BinOutcomes> of(Cohort cohort, Bins bins) {
        long[] referenceGoods = reference(goods, cohort, bins);
        long[] referenceBads = reference(bads, cohort, bins);
        if (LongStream.of(referenceGoods).sum() + LongStream.of(referenceBads).sum() == 0) {
            return Optional.empty();
        }
        BinOutcomes ofReference = BinOutcomes.ofReference(referenceGoods, referenceBads);
        long[] currentGoods = new long[bins.size()];
        long[] currentBads = new long[bins.size()];
        profiles.forEach((slice, cohorts) -> {
            if (cohorts.containsKey(cohort)) {
                add(cohorts.get(cohort).countInto(bins), plan.isBad(slice) ? currentBads : currentGoods);
            }
        });
        boolean isKnown =
                LongStream.of(currentGoods).sum() + LongStream.of(currentBads).sum() > 0;
        return Optional.of(isKnown ? ofReference.with(currentGoods, currentBads) : ofReference);
    }

    /** The outcomes of a reference that is the same for all cohorts; empty where it has none. */
    Optional<BinOutcomes> ofStanding(Bins bins) {
        long[] standingGoods = standing(goods, bins);
        long[] standingBads = standing(bads, bins);
        return LongStream.of(standingGoods).sum() + LongStream.of(standingBads).sum() == 0
                ? Optional.empty()
                : Optional.of(BinOutcomes.ofReference(standingGoods, standingBads));
    }

    private static long[] reference(List<Compared> slices, Cohort cohort, Bins bins) {
        long[] counts = new long[bins.size()];
        slices.stream()
                .map(slice -> slice.byCohort().get(cohort))
                .filter(baseline -> baseline != null)
                .forEach(baseline -> add(baseline.profile().countInto(bins), counts));
        return counts;
    }

    private static long[] standing(List<Compared> slices, Bins bins) {
        long[] counts = new long[bins.size()];
        slices.forEach(slice ->
                slice.standing().ifPresent(baseline -> add(baseline.profile().countInto(bins), counts)));
        return counts;
    }

    private static void add(long[] counts, long[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += counts[i];
        }
    }
}
