package io.tidemark.profile;

import io.tidemark.feature.Bins;

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

    /** How many applicants fall into each bin; the counts add up to {@link #rows()}. */
    long[] countInto(Bins bins);

    /** The share of applicants without a value, 0..1; NaN where there are no applicants. */
    default double missingShare() {
        return (double) missing() / rows();
    }
}
