package io.tidemark.model;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;

/**
 * An applicant of a sample.
 *
 * <p>Applicants are in the order of their keys, and where these are the same in that of their values: what a sample holds and in which order
 * depends on nothing else.
 *
 * @param key a hash
 * @param numbers the values of the numeric features, in the order of the features; NaN where there is none
 * @param categories the values of the categorical features, in the order of the features; null where there is none
 * @param entity who it is; null where that is not known
 */
@SuppressWarnings("ArrayRecordComponent") // told apart by compareTo
public record Applicant(long key, double[] numbers, String[] categories, String entity)
        implements Serializable, Comparable<Applicant> {
    private static final Comparator<String> NULLS_FIRST = Comparator.nullsFirst(Comparator.naturalOrder());

    @Override
    public int compareTo(Applicant other) {
        int order = Long.compare(key, other.key);
        if (order == 0) {
            order = Arrays.compare(numbers, other.numbers);
        }
        if (order == 0) {
            order = Arrays.compare(categories, other.categories, NULLS_FIRST);
        }
        return order == 0 ? NULLS_FIRST.compare(entity, other.entity) : order;
    }
}
