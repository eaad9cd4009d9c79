package io.tidemark.spark.shift;

import io.tidemark.cohort.Reference;
import io.tidemark.feature.Bin;
import io.tidemark.feature.Bins;
import io.tidemark.feature.Feature;
import io.tidemark.model.WeightOfEvidence;
import io.tidemark.shift.Baseline;
import io.tidemark.shift.BinOutcomes;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A bin of a feature's reference, with how many applicants of the reference it holds.
 *
 * @param badRate the share of bad outcomes among them; null where none has an outcome
 * @param woe its weight of evidence; null where none of the reference is bad, or none good
 */
public record StoredBin(
        Feature feature,
        Reference reference,
        int position,
        Bin bin,
        long count,
        double share,
        Double badRate,
        Double woe)
        implements Serializable {
    /** @param outcomes those of the reference by bin; null where there are none */
    static List<StoredBin> of(Feature feature, Baseline baseline, Bins bins, BinOutcomes outcomes) {
        long[] counts = baseline.profile().countInto(bins);
        Optional<WeightOfEvidence> evidence =
                Optional.ofNullable(outcomes).flatMap(known -> known.evidence().known());
        List<StoredBin> stored = new ArrayList<>();
        for (int i = 0; i < bins.size(); i++) {
            Bin bin = bins.list().get(i);
            double share = (double) counts[i] / baseline.profile().rows();
            Double badRate = outcomes == null ? null : outcomes.referenceBadRate(i);
            Double woe = evidence.isEmpty() ? null : evidence.get().ofBins().get(i);
            stored.add(new StoredBin(feature, baseline.reference(), i, bin, counts[i], share, badRate, woe));
        }
        return stored;
    }
}
