package io.tidemark.model;

import java.io.DataOutput;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;

/** How the values of one feature become columns of a model; learned from some applicants, the reference, used on everyone. */
sealed interface FeatureEncoding extends Serializable permits NumberEncoding, CategoryEncoding {
    /** How many columns it fills. */
    int width();

    /** Fills the columns of an applicant, which are 0 before. */
    void encode(Applicant applicant, double[] row, int firstColumn);

    /** Writes it, for {@code read} of the same feature. */
    void write(DataOutput out) throws IOException;

    /** The encoding of a feature that is at a place among the numbers of applicants. */
    static FeatureEncoding ofNumbers(List<Applicant> reference, int place, List<Double> specialValues) {
        double[] values = reference.stream()
                .mapToDouble(applicant -> applicant.numbers()[place])
                .filter(Double::isFinite)
                .filter(value -> !specialValues.contains(value))
                .sorted()
                .toArray();
        return NumberEncoding.of(place, values, reference.size(), specialValues);
    }

    /** The encoding of a feature that is at a place among the categories of applicants. */
    static FeatureEncoding ofCategories(List<Applicant> reference, int place, long leastOfCategory) {
        return CategoryEncoding.of(
                place,
                reference.stream()
                        .map(applicant -> applicant.categories()[place])
                        .toList(),
                leastOfCategory);
    }
}
