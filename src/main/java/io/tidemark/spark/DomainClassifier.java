package io.tidemark.spark;

import io.tidemark.model.Auc;
import io.tidemark.model.ChanceBand;
import io.tidemark.shift.DomainModel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.ml.classification.GBTClassificationModel;
import org.apache.spark.ml.classification.GBTClassifier;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.ml.classification.ProbabilisticClassificationModel;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Teaches a model to tell one group from another, by cross-validation: each applicant is judged by a model that has not seen them.
 *
 * <p>Folds go by the place of an applicant in their group. A model is trained on one partition, since doubles that are added up in the order in
 * which tasks end would not come to the same result twice; the folds keep the cores busy.
 */
final class DomainClassifier {
    static final int FOLDS = 5;
    private static final int ITERATIONS = 25;
    private static final double TOLERANCE = 1e-4;
    private static final double PENALTY = 0.01;
    private static final int TREES = 20;
    private static final int DEPTH = 3;
    private static final int SEED = 42;
    private static final int SPLITS = 5;

    private static final StructType SCHEMA =
            new StructType().add("label", DataTypes.DoubleType).add("features", SQLDataTypes.VectorType());

    private final SparkSession session;
    private final DomainModel model;
    private final ExecutorService threads;

    DomainClassifier(SparkSession session, DomainModel model, ExecutorService threads) {
        this.session = session;
        this.model = model;
        this.threads = threads;
    }

    /**
     * How well the groups are told apart.
     *
     * @param probabilities of each applicant of the current group to be of it
     * @param importance of each column
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Told(Auc auc, double[] probabilities, double[] importance) {}

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Judged(double[] reference, double[] current, double[] importance) {}

    /** Cross-validates; ten applicants or more in each group. */
    Told tell(double[][] reference, double[][] current) {
        int[] columns = varying(reference, current);
        double[][] before = only(columns, reference);
        double[][] now = only(columns, current);
        JavaSparkContext context = JavaSparkContext.fromSparkContext(session.sparkContext());
        Broadcast<double[][][]> sent = context.broadcast(new double[][][] {before, now});
        List<CompletableFuture<Judged>> folds = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            int left = fold;
            folds.add(CompletableFuture.supplyAsync(() -> judged(context, sent, left), threads));
        }
        List<Judged> judged = folds.stream().map(CompletableFuture::join).toList();
        sent.destroy();
        double[] probabilities = new double[now.length];
        double[] importance = new double[reference[0].length];
        List<Auc> areas = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            Judged one = judged.get(fold);
            areas.add(Auc.of(one.current, one.reference));
            for (int i = 0; i < one.current.length; i++) {
                probabilities[fold + i * FOLDS] = one.current[i];
            }
            for (int i = 0; i < columns.length; i++) {
                importance[columns[i]] += one.importance[i];
            }
        }
        return new Told(Auc.mean(areas), probabilities, importance);
    }

    /** How much wider chance is for this model than for scores that know nothing, seen where halves of one group are told apart. */
    double spread(double[][] group) {
        List<ChanceBand.Draw> draws = new ArrayList<>();
        for (int split = 0; split < SPLITS; split++) {
            List<double[]> one = new ArrayList<>();
            List<double[]> other = new ArrayList<>();
            UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create((long) SEED + split);
            for (double[] row : group) {
                (random.nextBoolean() ? one : other).add(row);
            }
            Auc auc = tell(one.toArray(new double[0][]), other.toArray(new double[0][]))
                    .auc();
            draws.add(new ChanceBand.Draw(auc.value(), one.size(), other.size()));
        }
        return ChanceBand.spread(draws);
    }

    private Judged judged(JavaSparkContext context, Broadcast<double[][][]> sent, int fold) {
        JavaRDD<Row> rows = context.parallelize(List.of(fold), 1)
                .flatMap(left -> training(sent.value(), left).iterator());
        Dataset<Row> training = session.createDataFrame(rows, SCHEMA);
        ProbabilisticClassificationModel<Vector, ?> trained;
        double[] importance;
        if (model == DomainModel.TREES) {
            GBTClassificationModel trees = new GBTClassifier()
                    .setMaxIter(TREES)
                    .setMaxDepth(DEPTH)
                    .setSeed(SEED)
                    .fit(training);
            trained = trees;
            importance = trees.featureImportances().toArray();
        } else {
            LogisticRegressionModel line = new LogisticRegression()
                    .setMaxIter(ITERATIONS)
                    .setTol(TOLERANCE)
                    .setRegParam(PENALTY)
                    .fit(training);
            trained = line;
            importance = standardised(line.coefficients().toArray(), sent.value());
        }
        return new Judged(
                probabilities(trained, sent.value()[0], fold),
                probabilities(trained, sent.value()[1], fold),
                importance);
    }

    private static List<Row> training(double[][][] groups, int left) {
        List<Row> rows = new ArrayList<>();
        for (int group = 0; group < groups.length; group++) {
            for (int i = 0; i < groups[group].length; i++) {
                if (i % FOLDS != left) {
                    rows.add(RowFactory.create((double) group, Vectors.dense(groups[group][i])));
                }
            }
        }
        return rows;
    }

    /** The probabilities of the applicants of a fold to be of the current group. */
    private static double[] probabilities(
            ProbabilisticClassificationModel<Vector, ?> trained, double[][] rows, int fold) {
        return IntStream.iterate(fold, i -> i < rows.length, i -> i + FOLDS)
                .mapToDouble(
                        i -> trained.predictProbability(Vectors.dense(rows[i])).apply(1))
                .toArray();
    }

    /** Coefficients per standard deviation of their columns, without their signs. */
    private static double[] standardised(double[] coefficients, double[][][] groups) {
        double[] importance = new double[coefficients.length];
        for (int column = 0; column < importance.length; column++) {
            double sum = 0;
            double squares = 0;
            int n = 0;
            for (double[][] group : groups) {
                for (double[] row : group) {
                    sum += row[column];
                    squares += row[column] * row[column];
                }
                n += group.length;
            }
            double variance = squares / n - sum / n * sum / n;
            importance[column] = Math.abs(coefficients[column]) * Math.sqrt(Math.max(0, variance));
        }
        return importance;
    }

    /** The columns in which not all applicants are alike: only these tell anything. */
    private static int[] varying(double[][] reference, double[][] current) {
        double[] first = reference[0];
        return IntStream.range(0, first.length)
                .filter(column -> differs(reference, column, first[column]) || differs(current, column, first[column]))
                .toArray();
    }

    private static boolean differs(double[][] rows, int column, double value) {
        for (double[] row : rows) {
            if (row[column] != value) {
                return true;
            }
        }
        return false;
    }

    private static double[][] only(int[] columns, double[][] rows) {
        double[][] some = new double[rows.length][columns.length];
        for (int row = 0; row < rows.length; row++) {
            for (int i = 0; i < columns.length; i++) {
                some[row][i] = rows[row][columns[i]];
            }
        }
        return some;
    }
}
