package io.tidemark.backtest;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/** Matrices made for tests. */
public final class Matrices {
    private Matrices() {}

    /** What a model loses on a later cohort. */
    public interface LossOf {
        double loss(int model, int cohort);
    }

    /** Models from {@code first}, cohorts through {@code last}; AUC = 1 − loss, gaps known to 0.001. */
    public static StalenessMatrix of(int first, int last, LossOf loss) {
        List<StalenessCell> cells = new ArrayList<>();
        for (int model = first; model < last; model++) {
            for (int cohort = model + 1; cohort <= last; cohort++) {
                double value = loss.loss(model, cohort);
                cells.add(new StalenessCell(model, cohort, value, 1 - value, cohort == model + 1 ? 0 : 0.001));
            }
        }
        return StalenessMatrix.of(cells);
    }

    /** What a model loses on a later cohort with its level refitted through one before. */
    public interface LossRefitted {
        double loss(int model, int cohort, int refit);
    }

    /** The same, where it is known of all models what refitting their level does. */
    public static StalenessMatrix refitted(StalenessMatrix matrix, LossRefitted loss) {
        List<StalenessCell> cells = new ArrayList<>();
        for (int model = matrix.firstModel(); model < matrix.lastCohort(); model++) {
            for (int cohort = model + 1; cohort <= matrix.lastCohort(); cohort++) {
                SortedMap<Integer, Double> recalibrated = new TreeMap<>();
                for (int refit = model + 2; refit < cohort; refit++) {
                    recalibrated.put(refit, loss.loss(model, cohort, refit));
                }
                cells.add(new StalenessCell(
                        model,
                        cohort,
                        matrix.loss(model, cohort),
                        matrix.auc(model, cohort),
                        matrix.gapStandardError(model, cohort),
                        recalibrated));
            }
        }
        return StalenessMatrix.of(cells);
    }

    /** Losses between 0.2 and 0.4 that depend on nothing. */
    static StalenessMatrix random(int first, int last, long seed) {
        Random random = new Random(seed);
        return of(first, last, (model, cohort) -> 0.2 + 0.2 * random.nextDouble());
    }

    /** The same up to a cohort, and something else after it. */
    static StalenessMatrix withAnotherFuture(StalenessMatrix matrix, int after, long seed) {
        Random random = new Random(seed);
        return of(
                matrix.firstModel(),
                matrix.lastCohort(),
                (model, cohort) -> cohort <= after ? matrix.loss(model, cohort) : random.nextDouble());
    }
}
