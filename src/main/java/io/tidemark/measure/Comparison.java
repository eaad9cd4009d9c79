package io.tidemark.measure;

import io.tidemark.feature.Bins;
import io.tidemark.profile.DistributionPair;
import io.tidemark.profile.NumericProfile;
import io.tidemark.profile.Profile;
import java.util.Optional;

/** Two profiles of one feature, reference first, and their counts in the reference's bins. */
public final class Comparison {
    private final Profile reference;
    private final Profile current;
    private final Contingency contingency;
    private final Smoothing smoothing;
    private final Optional<NumericPair> numeric;

    /** @param smoothing what keeps an empty bin from making a logarithm infinite */
    public Comparison(Profile reference, Profile current, Contingency contingency, Smoothing smoothing) {
        this.reference = reference;
        this.current = current;
        this.contingency = contingency;
        this.smoothing = smoothing;
        this.numeric = reference instanceof NumericProfile before && current instanceof NumericProfile now
                ? Optional.of(new NumericPair(before, now))
                : Optional.empty();
    }

    public static Comparison of(Profile reference, Profile current, Bins bins, Smoothing smoothing) {
        Contingency contingency = Contingency.of(bins.list(), reference.countInto(bins), current.countInto(bins));
        return new Comparison(reference, current, contingency, smoothing);
    }

    public Profile reference() {
        return reference;
    }

    public Profile current() {
        return current;
    }

    public Contingency contingency() {
        return contingency;
    }

    public Smoothing smoothing() {
        return smoothing;
    }

    /** Both profiles as numbers, if the feature is numeric. */
    Optional<NumericPair> numeric() {
        return numeric;
    }

    /** Two numeric profiles, reference first. For one thread: several measures look at the same amounts, which are laid out once. */
    static final class NumericPair {
        private final NumericProfile reference;
        private final NumericProfile current;
        private DistributionPair aligned;

        NumericPair(NumericProfile reference, NumericProfile current) {
            this.reference = reference;
            this.current = current;
        }

        NumericProfile reference() {
            return reference;
        }

        /** The amounts of both over the same buckets. */
        DistributionPair aligned() {
            if (aligned == null) {
                aligned = NumericProfile.aligned(reference, current);
            }
            return aligned;
        }
    }
}
