package io.tidemark.spark.joint;

import io.tidemark.problem.Problems;
import io.tidemark.problem.UserMistake;
import io.tidemark.spark.table.Failures;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.Booster.FeatureImportanceType;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * Gradient-boosted trees, by XGBoost: of log loss, one thread each, so that sums are added up in the same order every time. Zeros are left out,
 * since most columns are of categories; at each split they go to the side where they fit better.
 *
 * <p>MLlib's trees take a Spark job a level, and a cold process longer for the first few than for all the trees here.
 *
 * <p>Source: Chen and Guestrin 2016, doi:10.1145/2939672.2939785.
 */
final class TaughtTrees implements TaughtModel<double[]> {
    private static final int TREES = 50;
    private static final Map<String, Object> SETTINGS = Map.of(
            "objective",
            "binary:logistic",
            "tree_method",
            "hist",
            "max_depth",
            3,
            "eta",
            0.1,
            "nthread",
            1,
            "verbosity",
            0);

    private final Booster trees;
    private final int width;

    private TaughtTrees(Booster trees, int width) {
        this.trees = trees;
        this.width = width;
    }

    /**
     * Loads the native library.
     *
     * @throws UserMistake if this machine cannot
     */
    static void load() {
        try {
            matrix(List.of(new double[] {1}), 1).dispose();
        } catch (XGBoostError | LinkageError e) {
            Throwable reason = e.getCause() == null ? e : e.getCause();
            UserMistake mistake = new UserMistake(Problems.noTrees(Failures.reason(reason)));
            mistake.initCause(e);
            throw mistake;
        }
    }

    /**
     * Learns from applicants of both labels.
     *
     * @param width how many columns there are
     */
    static TaughtTrees of(List<Labelled<double[]>> applicants, int width) {
        float[] labels = new float[applicants.size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (float) applicants.get(i).label();
        }
        try {
            DMatrix columns = matrix(applicants.stream().map(Labelled::columns).toList(), width);
            try {
                columns.setLabel(labels);
                return new TaughtTrees(XGBoost.train(columns, SETTINGS, TREES, Map.of(), null, null), width);
            } finally {
                columns.dispose();
            }
        } catch (XGBoostError e) {
            throw new IllegalStateException(e);
        }
    }

    /** Rows one after another, without their zeros. */
    private static DMatrix matrix(List<double[]> rows, int width) throws XGBoostError {
        long[] starts = new long[rows.size() + 1];
        for (int row = 0; row < rows.size(); row++) {
            starts[row + 1] = starts[row]
                    + Arrays.stream(rows.get(row)).filter(value -> value != 0).count();
        }
        int[] places = new int[Math.toIntExact(starts[rows.size()])];
        float[] values = new float[places.length];
        int next = 0;
        for (double[] row : rows) {
            for (int column = 0; column < width; column++) {
                if (row[column] != 0) {
                    places[next] = column;
                    values[next++] = (float) row[column];
                }
            }
        }
        return new DMatrix(starts, places, values, DMatrix.SparseType.CSR, width, Float.NaN, 1);
    }

    @Override
    public double[] probabilities(List<double[]> applicants) {
        try {
            DMatrix columns = matrix(applicants, width);
            try {
                float[][] said = trees.predict(columns);
                return Arrays.stream(said).mapToDouble(one -> one[0]).toArray();
            } finally {
                columns.dispose();
            }
        } catch (XGBoostError e) {
            throw new IllegalStateException(e);
        }
    }

    /** The gain of the splits by each column, as shares of all of it; 0 where nothing was split. */
    @Override
    public double[] weights() {
        double[] gains = new double[width];
        try {
            trees.getScore(new String[0], FeatureImportanceType.TOTAL_GAIN)
                    .forEach((column, gain) -> gains[Integer.parseInt(column.substring(1))] = gain);
        } catch (XGBoostError e) {
            throw new IllegalStateException(e);
        }
        double all = Arrays.stream(gains).sum();
        return Arrays.stream(gains).map(gain -> all > 0 ? gain / all : 0).toArray();
    }

    @Override
    public void close() {
        trees.dispose();
    }
}
