package io.tidemark.shift;

import io.tidemark.measure.SegmentDecomposition.Part;
import java.io.Serializable;

/**
 * What one slice adds to a feature's shift.
 *
 * @param part its mix and what shifted within it
 * @param total the shift of the feature and the segments together, of which it is a part
 * @param totalExpected the mean of {@code total} if nothing shifted
 * @param shareOfMix what of the feature's own shift goes away when the reference gets the cohort's mix of segments, at most 1
 */
public record SlicePart(Part part, double total, double totalExpected, double shareOfMix) implements Serializable {
    /** What of the shift is within the slice, without what chance adds; 0..1. */
    public double withinShare() {
        return share(part.within() - part.withinExpected());
    }

    private double share(double excess) {
        double of = total - totalExpected;
        return of > 0 ? Math.max(0, Math.min(1, excess / of)) : 0;
    }
}
