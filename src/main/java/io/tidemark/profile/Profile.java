package io.tidemark.profile;

import io.tidemark.feature.Bins;
import java.util.List;
import java.util.Optional;

/** What was seen of one feature among some applicants. */
public sealed interface Profile permits NumericProfile, CategoricalProfile {
    /** All applicants, with a value or without. */
    long rows();

    /** Applicants without a value (NULL). */
    long missing();

    /** The number of different values, where it is known exactly; special codes, NaN and infinities do not count. */
    DistinctCount distinct();

    /**
     * Both together; associative and commutative.
     *
     * @throws IllegalArgumentException if the other one is of another kind
     */
    Profile mergeWith(Profile other);

    /** All together, in any order; empty where there are none. */
    static Optional<Profile> merged(List<Profile> profiles) {
        List<NumericProfile> numbers = profiles.stream()
                .filter(NumericProfile.class::isInstance)
                .map(NumericProfile.class::cast)
                .toList();
        return profiles.size() > 1 && numbers.size() == profiles.size()
                ? Optional.of(NumericProfile.merge(numbers))
                : profiles.stream().reduce(Profile::mergeWith);
    }

    /** How many applicants fall into each bin; the counts add up to {@link #rows()}. */
    long[] countInto(Bins bins);

    /** The share of applicants without a value, 0..1; NaN where there are no applicants. */
    default double missingShare() {
        return (double) missing() / rows();
    }
}
