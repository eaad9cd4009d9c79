package io.tidemark.incident;

import io.tidemark.feature.BinKind;
import io.tidemark.feature.Bins;
import io.tidemark.profile.NumericProfile;
import io.tidemark.profile.Profile;
import io.tidemark.shift.FeatureStudy;
import java.util.Optional;

/**
 * Ten or more applicants, and half a percent or more of the cohort beyond the reference's own share, lie outside the ranges of the reference;
 * and ten times what one in the reference's number of applicants would be.
 */
final class OutOfRange implements IncidentRule {
    private static final long LEAST_APPLICANTS = 10;
    private static final double LEAST_SHARE = 0.005;
    private static final double TIMES_CHANCE = 10;

    @Override
    public IncidentKind kind() {
        return IncidentKind.RANGE;
    }

    @Override
    public Optional<Observation> observe(FeatureStudy study, Profile current) {
        Bins bins = study.bins();
        boolean hasRanges = bins.list().stream().anyMatch(bin -> bin.kind() == BinKind.RANGE);
        if (!hasRanges || !(current instanceof NumericProfile now)) {
            return Optional.empty();
        }
        long outside = outside(bins, current);
        double share = (double) outside / current.rows();
        double expected =
                (double) outside(bins, study.baseline()) / study.baseline().rows();
        double least =
                expected + Math.max(LEAST_SHARE, TIMES_CHANCE / study.baseline().rows());
        if (outside < LEAST_APPLICANTS || share < least) {
            return Optional.empty();
        }
        String sentence = study.feature().name() + " lies outside the reference's range for " + Words.percent(share)
                + " of applicants; it now runs from " + Words.number(now.min().orElseThrow()) + " to "
                + Words.number(now.max().orElseThrow());
        return Optional.of(new Observation(share, expected, sentence));
    }

    private static long outside(Bins bins, Profile profile) {
        long[] counts = profile.countInto(bins);
        return counts[bins.indexOf(BinKind.BELOW)] + counts[bins.indexOf(BinKind.ABOVE)];
    }
}
