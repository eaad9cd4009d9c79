package io.tidemark.backtest;

import java.util.Arrays;
import java.util.Collection;

/**
 * Losses of models on later cohorts, a complete triangle: M(k, j) for every model k = {@link #firstModel} … {@link #lastCohort} − 1, named by
 * the last cohort that it was trained on, and every cohort j = k + 1 … {@link #lastCohort}. Immutable.
 */
public final class StalenessMatrix {
    private final int firstModel;
    private final double[][] losses;
    private final double[][] aucs;
    private final double[][] gapErrors;

    private StalenessMatrix(int firstModel, double[][] losses, double[][] aucs, double[][] gapErrors) {
        this.firstModel = firstModel;
        this.losses = losses;
        this.aucs = aucs;
        this.gapErrors = gapErrors;
    }

    /**
     * Puts cells together, in any order.
     *
     * @throws IllegalArgumentException if there are none, if one is there twice, or if one is missing
     */
    public static StalenessMatrix of(Collection<StalenessCell> cells) {
        if (cells.isEmpty()) {
            throw new IllegalArgumentException("there is no cell");
        }
        int first = cells.stream().mapToInt(StalenessCell::model).min().orElseThrow();
        int last = cells.stream().mapToInt(StalenessCell::cohort).max().orElseThrow();
        long expected = (long) (last - first) * (last - first + 1) / 2;
        if (cells.size() < expected && expected > 16L * cells.size() + 1_000) {
            throw new IllegalArgumentException("it has " + cells.size() + " cells, where models and cohorts from "
                    + first + " to " + last + " make " + expected);
        }
        StalenessMatrix matrix =
                new StalenessMatrix(first, empty(last - first), empty(last - first), empty(last - first));
        cells.forEach(matrix::put);
        matrix.requireComplete();
        return matrix;
    }

    private static double[][] empty(int models) {
        double[][] rows = new double[models][];
        for (int row = 0; row < models; row++) {
            rows[row] = new double[models - row];
            Arrays.fill(rows[row], Double.NaN);
        }
        return rows;
    }

    private void put(StalenessCell cell) {
        int row = cell.model() - firstModel;
        int column = cell.cohort() - cell.model() - 1;
        if (!Double.isNaN(losses[row][column])) {
            throw new IllegalArgumentException(
                    "the model through cohort " + cell.model() + " is there twice on cohort " + cell.cohort());
        }
        losses[row][column] = cell.loss();
        aucs[row][column] = cell.auc();
        gapErrors[row][column] = cell.gapStandardError();
    }

    private void requireComplete() {
        for (int model = firstModel; model < lastCohort(); model++) {
            for (int cohort = model + 1; cohort <= lastCohort(); cohort++) {
                if (Double.isNaN(losses[model - firstModel][cohort - model - 1])) {
                    throw new IllegalArgumentException(
                            "the model through cohort " + model + " is missing on cohort " + cohort);
                }
            }
        }
    }

    /** The earliest model, t0. */
    public int firstModel() {
        return firstModel;
    }

    /** The latest cohort. */
    public int lastCohort() {
        return firstModel + losses.length;
    }

    /**
     * M(model, cohort), the loss.
     *
     * @throws IllegalArgumentException if there is no such cell
     */
    public double loss(int model, int cohort) {
        return value(losses, model, cohort);
    }

    /** The area under the ROC curve, 0…1. */
    public double auc(int model, int cohort) {
        return value(aucs, model, cohort);
    }

    /**
     * e(model, cohort) = M(model, cohort) − M(cohort − 1, cohort): what is lost by not having trained on all that came before the cohort; 0 for
     * that very model, below 0 where the older model is better.
     */
    public double gap(int model, int cohort) {
        return loss(model, cohort) - loss(cohort - 1, cohort);
    }

    /** Standard error of {@link #gap}. */
    public double gapStandardError(int model, int cohort) {
        return value(gapErrors, model, cohort);
    }

    private double value(double[][] rows, int model, int cohort) {
        if (model < firstModel || cohort <= model || cohort > lastCohort()) {
            throw new IllegalArgumentException("the model through cohort " + model + " on cohort " + cohort
                    + " is not among those known, " + firstModel + " to " + lastCohort());
        }
        return rows[model - firstModel][cohort - model - 1];
    }

    /**
     * A copy of what concerns cohorts up to one of them; it holds no reference to the rest.
     *
     * @throws IllegalArgumentException if the cohort is not later than the first model, or later than the last cohort
     */
    public StalenessMatrix until(int cohort) {
        if (cohort <= firstModel || cohort > lastCohort()) {
            throw new IllegalArgumentException(
                    "cohort " + cohort + " is not from " + (firstModel + 1) + " to " + lastCohort());
        }
        int models = cohort - firstModel;
        return new StalenessMatrix(firstModel, corner(losses, models), corner(aucs, models), corner(gapErrors, models));
    }

    private static double[][] corner(double[][] rows, int models) {
        double[][] corner = new double[models][];
        for (int row = 0; row < models; row++) {
            corner[row] = Arrays.copyOf(rows[row], models - row);
        }
        return corner;
    }
}
