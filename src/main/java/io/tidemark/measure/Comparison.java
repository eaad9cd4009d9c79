package io.tidemark.measure;

import io.tidemark.feature.Bins;
import io.tidemark.profile.NumericProfile;
import io.tidemark.profile.Profile;
import java.util.Optional;

/**
 * Two profiles of one feature, reference first, and their counts in the reference's bins.
 *
 * @param smoothing what keeps an empty bin from making a logarithm infinite
 */
public record Comparison(Profile reference, Profile current, Contingency contingency, Smoothing smoothing) {
    public static Comparison of(Profile reference, Profile current, Bins bins, Smoothing smoothing) {
        Contingency contingency = Contingency.of(bins.list(), reference.countInto(bins), current.countInto(bins));
        return new Comparison(reference, current, contingency, smoothing);
    }

    /** Both profiles as numbers, if the feature is numeric. */
    Optional<NumericPair> numeric() {
        return reference instanceof NumericProfile before && current instanceof NumericProfile now
                ? Optional.of(new NumericPair(before, now))
                : Optional.empty();
    }

    /** Two numeric profiles, reference first. */
    record NumericPair(NumericProfile reference, NumericProfile current) {}
}
