package io.tidemark.spark;

import io.tidemark.cohort.Reference;
import io.tidemark.feature.Bin;
import io.tidemark.feature.Bins;
import io.tidemark.feature.Feature;
import io.tidemark.shift.Baseline;
import io.tidemark.shift.BinOutcomes;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A bin of a feature's reference, with how many applicants of the reference it holds.
 *
 * @param badRate the share of bad outcomes among them; null where none has an outcome
 */
record StoredBin(Feature feature, Reference reference, int position, Bin bin, long count, double share, Double badRate)
        implements Serializable {
    /** @param outcomes those of the reference by bin; null where there are none */
    static List<StoredBin> of(Feature feature, Baseline baseline, Bins bins, BinOutcomes outcomes) {
        long[] counts = baseline.profile().countInto(bins);
        List<StoredBin> stored = new ArrayList<>();
        for (int i = 0; i < bins.size(); i++) {
            Bin bin = bins.list().get(i);
            double share = (double) counts[i] / baseline.profile().rows();
            Double badRate = outcomes == null ? null : outcomes.referenceBadRate(i);
            stored.add(new StoredBin(feature, baseline.reference(), i, bin, counts[i], share, badRate));
        }
        return stored;
    }
}
