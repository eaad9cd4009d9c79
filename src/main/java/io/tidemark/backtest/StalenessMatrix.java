package io.tidemark.backtest;

import java.util.Arrays;
import java.util.Collection;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;

/**
 * Losses of models on later cohorts, a complete triangle: M(k, j) for every model k = {@link #firstModel} … {@link #lastCohort} − 1, named by
 * the last cohort that it was trained on, and every cohort j = k + 1 … {@link #lastCohort}. Immutable.
 */
public final class StalenessMatrix {
    private final int firstModel;
    /** By model, and cohort after it. */
    private final StalenessCell[][] cells;

    private StalenessMatrix(int firstModel, StalenessCell[][] cells) {
        this.firstModel = firstModel;
        this.cells = cells;
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
        StalenessCell[][] rows = new StalenessCell[last - first][];
        Arrays.setAll(rows, row -> new StalenessCell[last - first - row]);
        StalenessMatrix matrix = new StalenessMatrix(first, rows);
        cells.forEach(matrix::put);
        matrix.requireComplete();
        return matrix;
    }

    private void put(StalenessCell cell) {
        StalenessCell[] row = cells[cell.model() - firstModel];
        int column = cell.cohort() - cell.model() - 1;
        if (row[column] != null) {
            throw new IllegalArgumentException(
                    "the model through cohort " + cell.model() + " is there twice on cohort " + cell.cohort());
        }
        row[column] = cell;
    }

    private void requireComplete() {
        for (int model = firstModel; model < lastCohort(); model++) {
            for (int cohort = model + 1; cohort <= lastCohort(); cohort++) {
                if (cells[model - firstModel][cohort - model - 1] == null) {
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
        return firstModel + cells.length;
    }

    /**
     * M(model, cohort), the loss.
     *
     * @throws IllegalArgumentException if there is no such cell
     */
    public double loss(int model, int cohort) {
        return cell(model, cohort).loss();
    }

    /** The area under the ROC curve, 0…1. */
    public double auc(int model, int cohort) {
        return cell(model, cohort).auc();
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
        return cell(model, cohort).gapStandardError();
    }

    /**
     * The loss of a model whose intercept and slope were refitted on cohorts r − 1 and r, r &lt; cohort; as it is, where there is no such line.
     *
     * @param recalibrated r; empty where it was not refitted
     */
    public double loss(int model, int cohort, OptionalInt recalibrated) {
        StalenessCell cell = cell(model, cohort);
        return recalibrated.isEmpty()
                ? cell.loss()
                : cell.recalibrated().getOrDefault(recalibrated.getAsInt(), cell.loss());
    }

    /** Whether it is known of any model what refitting its level would do. */
    public boolean hasRecalibrated() {
        return Arrays.stream(cells)
                .flatMap(Arrays::stream)
                .anyMatch(cell -> !cell.recalibrated().isEmpty());
    }

    private StalenessCell cell(int model, int cohort) {
        if (model < firstModel || cohort <= model || cohort > lastCohort()) {
            throw new IllegalArgumentException("the model through cohort " + model + " on cohort " + cohort
                    + " is not among those known, " + firstModel + " to " + lastCohort());
        }
        return cells[model - firstModel][cohort - model - 1];
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
        StalenessCell[][] corner = new StalenessCell[models][];
        Arrays.setAll(corner, row -> Arrays.copyOf(cells[row], models - row));
        return new StalenessMatrix(firstModel, corner);
    }

    /** The same with other losses of one model; as it is where that one is later than all others and was judged on no cohort. */
    StalenessMatrix with(int model, ToDoubleFunction<StalenessCell> loss) {
        if (model == lastCohort()) {
            return this;
        }
        StalenessCell[][] other = cells.clone();
        other[model - firstModel] = Arrays.stream(cells[model - firstModel])
                .map(cell -> cell.withLoss(loss.applyAsDouble(cell)))
                .toArray(StalenessCell[]::new);
        return new StalenessMatrix(firstModel, other);
    }
}
