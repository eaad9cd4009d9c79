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
 * @param bad whether it turned out bad; null where that is not known, or was not asked
 * @param score the champion's, of which more is riskier; NaN where there is none, or was not asked
 */
@SuppressWarnings("ArrayRecordComponent") // told apart by compareTo
public record Applicant(long key, double[] numbers, String[] categories, String entity, Boolean bad, double score)
        implements Serializable, Comparable<Applicant> {
    private static final Comparator<Boolean> KNOWN_LAST = Comparator.nullsFirst(Comparator.naturalOrder());
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
        if (order == 0) {
            order = NULLS_FIRST.compare(entity, other.entity);
        }
        if (order == 0) {
            order = KNOWN_LAST.compare(bad, other.bad);
        }
        return order == 0 ? Double.compare(score, other.score) : order;
    }
}
