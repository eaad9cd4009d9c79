package io.tidemark.backtest;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

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
