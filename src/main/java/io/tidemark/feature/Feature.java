package io.tidemark.feature;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * One watched column.
 *
 * @param name the column
 * @param kind how its values are read
 * @param role what it is to the model
 * @param dataType the column's type in the source, as Spark SQL writes it
 * @param specialValues codes that are not amounts (such as -999 for "no bureau file"), counted each by itself; numeric features only
 */
public record Feature(String name, FeatureKind kind, Role role, String dataType, List<Double> specialValues)
        implements Serializable {
    /** What a column is to a model. */
    public enum Role {
        /** What it may judge by. */
        INPUT,
        /** What it says. */
        SCORE
    }

    /** A column that a model may judge by. */
    public Feature(String name, FeatureKind kind, String dataType, List<Double> specialValues) {
        this(name, kind, Role.INPUT, dataType, specialValues);
    }

    public Feature {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(dataType, "dataType");
        specialValues = List.copyOf(specialValues);
        if (!specialValues.isEmpty() && !kind.isNumeric()) {
            throw new IllegalArgumentException(name + " is categorical: special values are for numbers");
        }
        if (!specialValues.stream().allMatch(Double::isFinite)) {
            throw new IllegalArgumentException(
                    name + ": NaN and the infinities are counted apart without being configured");
        }
    }

    public boolean isScore() {
        return role == Role.SCORE;
    }
}
