package io.tidemark.spark.shift;

import io.tidemark.feature.Feature;
import io.tidemark.incident.DataIncident;
import io.tidemark.shift.BinShift;
import io.tidemark.shift.CohortSeries;
import io.tidemark.shift.FeatureShift;
import java.io.Serializable;
import java.util.List;

/**
 * A feature's result as it is kept until the tables are written: what there is of every cohort and slice is packed, so that who asks for one thing
 * does not pay for the others.
 *
 * @param leftOut why the column turned out to be no feature; null where it is one
 * @param packedSeries all applicants through time against the deciding reference; none where that goes along with the cohort
 */
public record KeptResult(
        Feature feature,
        String leftOut,
        Packed<StoredProfile> packedProfiles,
        List<StoredBin> bins,
        Packed<FeatureShift> packedShifts,
        Packed<BinShift> packedBinShifts,
        List<DataIncident> incidents,
        Packed<CohortSeries> packedSeries)
        implements Serializable {
    public static KeptResult of(FeatureResult result) {
        return new KeptResult(
                result.feature(),
                result.leftOut(),
                Packed.of(result.profiles()),
                result.bins(),
                Packed.of(result.shifts()),
                Packed.of(result.binShifts()),
                result.incidents(),
                Packed.of(result.series()));
    }

    public List<StoredProfile> profiles() {
        return packedProfiles.unpacked();
    }

    public List<FeatureShift> shifts() {
        return packedShifts.unpacked();
    }

    public List<BinShift> binShifts() {
        return packedBinShifts.unpacked();
    }

    public List<CohortSeries> series() {
        return packedSeries.unpacked();
    }
}
