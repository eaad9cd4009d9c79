package io.tidemark.policy;

import io.tidemark.backtest.StalenessMatrix;
import java.util.Objects;

/**
 * Models of one recipe, one trained through each cohort, which stand in for the champion and for those that could follow it.
 *
 * @param recipe its name in the table {@code staleness}
 * @param trainingWindow W, how many cohorts each was trained on at most; 1 or more
 * @param matrix their losses on later cohorts, by the indexes of cohorts
 */
public record Shadows(String recipe, int trainingWindow, StalenessMatrix matrix) {
    public Shadows {
        Objects.requireNonNull(recipe, "recipe");
        Objects.requireNonNull(matrix, "matrix");
        if (trainingWindow < 1) {
            throw new IllegalArgumentException("a training window of " + trainingWindow + " cohorts");
        }
    }
}
