package io.tidemark.profile;

/**
 * The categories of a profile that are too many to be kept: all but the most frequent.
 *
 * @param rows the applicants who carry one of them
 * @param categories how many they are, at least; in a profile that was never merged, exactly
 * @param most how many applicants carry one of them at most: by so many a kept category may be short, where profiles were merged
 */
public record Rest(long rows, long categories, long most) {
    /** Every category is kept. */
    public static final Rest NONE = new Rest(0, 0, 0);

    /** Both together; associative and commutative. */
    Rest plus(Rest other) {
        return new Rest(rows + other.rows, Math.max(categories, other.categories), most + other.most);
    }

    boolean isNone() {
        return rows == 0;
    }
}
