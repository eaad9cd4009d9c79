package io.tidemark.incident;

import io.tidemark.measure.KolmogorovSmirnovTest;
import io.tidemark.profile.Distribution;
import io.tidemark.profile.DistributionPair;
import io.tidemark.profile.NumericProfile;
import io.tidemark.profile.Profile;
import io.tidemark.shift.FeatureStudy;
import java.util.Optional;

/**
 * The median is five times what it was, or a fifth of it, and multiplying the cohort back by that factor brings its distribution back to the
 * reference's: the numbers came in another unit.
 */
final class ScaleChange implements IncidentRule {
    private static final double FACTOR = 5;
    private static final long LEAST_AMOUNTS = 30;
    /** How much of the distance between the distributions may be left after scaling. */
    private static final double LEFT = 0.4;

    private static final double MEDIAN = 0.5;

    @Override
    public IncidentKind kind() {
        return IncidentKind.SCALE_CHANGE;
    }

    @Override
    public Optional<Observation> observe(FeatureStudy study, Profile current) {
        if (!(study.baseline() instanceof NumericProfile before
                && current instanceof NumericProfile now
                && before.amounts() >= LEAST_AMOUNTS
                && now.amounts() >= LEAST_AMOUNTS)) {
            return Optional.empty();
        }
        DistributionPair pair = NumericProfile.aligned(before, now);
        Distribution reference = pair.reference();
        double expected = reference.quantile(MEDIAN);
        double median = pair.current().quantile(MEDIAN);
        double factor = median / expected;
        if (!(factor >= FACTOR || (factor > 0 && factor <= 1 / FACTOR))) {
            return Optional.empty();
        }
        double apart = KolmogorovSmirnovTest.distance(reference, pair.current());
        double left = KolmogorovSmirnovTest.distance(reference, pair.current().times(1 / factor));
        if (left > LEFT * apart) {
            return Optional.empty();
        }
        String change = factor > 1 ? Words.number(factor) + " times" : "1/" + Words.number(1 / factor) + " of";
        String sentence = "the median of " + study.feature().name() + " is " + Words.number(median) + ", " + change
                + " the reference's " + Words.number(expected)
                + ", and the distribution has the same form: it looks like another unit";
        return Optional.of(new Observation(median, expected, sentence));
    }
}
