package io.tidemark.spark.joint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.bwaldvogel.liblinear.Feature;
import io.tidemark.shift.DomainModel;
import io.tidemark.spark.Output;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.mllib.linalg.Vectors;
import org.apache.spark.mllib.stat.Statistics;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What lines and what trees tell two groups by. */
@Tag("spark")
class DomainClassifierTest {
    private static final ExecutorService THREADS = Executors.newFixedThreadPool(2);

    @AfterAll
    static void end() {
        THREADS.shutdown();
    }

    private static DomainClassifier.Told tell(DomainModel model, double[][] reference, double[][] current) {
        return new DomainClassifier(model, THREADS).tell(reference, current);
    }

    /** The signs of the first two columns are the same, or the opposite; the third is noise, the fourth the same for everyone. */
    private static double[][] applicants(int rows, int sign, long seed) {
        Random random = new Random(seed);
        double[][] made = new double[rows][];
        for (int i = 0; i < rows; i++) {
            double one = random.nextGaussian();
            double other = Math.abs(random.nextGaussian()) * Math.signum(one) * sign;
            made[i] = new double[] {one, other, random.nextGaussian(), 1};
        }
        return made;
    }

    @Test
    void treesTellByFeaturesTogetherWhatALineCannot() {
        double[][] reference = applicants(150, 1, 1);
        double[][] current = applicants(120, -1, 2);
        DomainClassifier.Told line = tell(DomainModel.LOGISTIC, reference, current);
        DomainClassifier.Told trees = tell(DomainModel.TREES, reference, current);
        assertTrue(line.auc().low() < 0.5, line.auc().toString());
        assertTrue(trees.auc().low() > 0.9, trees.auc().toString());
        double[] share = trees.importance();
        assertTrue(Math.min(share[0], share[1]) > share[2], Arrays.toString(share));
        assertEquals(0, share[3]);
        assertEquals(current.length, trees.probabilities().length);
        assertTrue(Arrays.stream(trees.probabilities()).average().orElseThrow() > 0.7);
        assertEquals(reference.length, trees.ofReference().length);
        assertTrue(Arrays.stream(trees.ofReference()).average().orElseThrow() < 0.3);
    }

    @Test
    void treesAreTheSameEveryTime() {
        double[][] reference = applicants(60, 1, 3);
        double[][] current = applicants(60, -1, 4);
        assertArrayEquals(trees(reference, current), trees(reference, current));
    }

    private static double[] trees(double[][] reference, double[][] current) {
        try (TaughtTrees trees = TaughtTrees.of(new Fold(0, 5).others(new double[][][] {reference, current}), 4)) {
            return trees.probabilities(List.of(current));
        }
    }

    @Test
    void aLineIsTheMinimumOfTheRidge() {
        TaughtLine line = lineLikeTheirs(told(400, 0, 5), told(200, 0.5, 6));
        assertEquals(0, line.weights()[2]);
    }

    @Test
    void aLineIsTheMinimumToTheLastOfItsRareColumns() {
        lineLikeTheirs(mostlyAlike(4_000, 0.001, 9), mostlyAlike(400, 0.004, 10));
    }

    /** Columns that are 1 for nearly everyone: a standard deviation is little beside them. */
    private static double[][] mostlyAlike(int rows, double others, long seed) {
        Random random = new Random(seed);
        return IntStream.range(0, rows)
                .mapToObj(row -> DoubleStream.concat(
                                random.doubles(20).map(chance -> chance < others ? 0 : 1),
                                DoubleStream.generate(random::nextGaussian).limit(5))
                        .toArray())
                .toArray(double[][]::new);
    }

    /** A line whose probabilities are those of MLlib's own regression, which takes its columns per standard deviation as well. */
    private static TaughtLine lineLikeTheirs(double[][] reference, double[][] current) {
        JavaRDD<Labelled<Vector>> rows = JavaSparkContext.fromSparkContext(
                        Output.session().sparkContext())
                .parallelize(new Fold(0, 5).others(new Vector[][] {vectors(reference), vectors(current)}), 1);
        double[] deviations = deviations(rows);
        Feature[][] columns = TaughtLine.columns(current, deviations);
        TaughtLine line = TaughtLine.of(
                new Fold(0, 5).others(new Feature[][][] {TaughtLine.columns(reference, deviations), columns}),
                deviations.length);
        LogisticRegressionModel theirs = new LogisticRegression()
                .setRegParam(0.01)
                .setTol(1e-10)
                .fit(Output.session()
                        .createDataFrame(
                                rows.map(one -> RowFactory.create(one.label(), one.columns())),
                                new StructType()
                                        .add("label", DataTypes.DoubleType)
                                        .add("features", SQLDataTypes.VectorType())));
        assertArrayEquals(
                Arrays.stream(vectors(current))
                        .mapToDouble(one -> theirs.predictProbability(one).apply(1))
                        .toArray(),
                line.probabilities(List.of(columns)),
                0.001);
        return line;
    }

    private static Vector[] vectors(double[][] rows) {
        return Arrays.stream(rows)
                .map(org.apache.spark.ml.linalg.Vectors::dense)
                .toArray(Vector[]::new);
    }

    private static double[] deviations(JavaRDD<Labelled<Vector>> rows) {
        double[] variances = Statistics.colStats(
                        rows.map(one -> Vectors.fromML(one.columns())).rdd())
                .variance()
                .toArray();
        return Arrays.stream(variances).map(Math::sqrt).toArray();
    }

    /** Two columns with deviations of 10 and 0.1, the second of which tells, and one that is the same for everyone. */
    private static double[][] told(int rows, double by, long seed) {
        Random random = new Random(seed);
        double[][] made = new double[rows][];
        for (int i = 0; i < rows; i++) {
            made[i] = new double[] {30 + 10 * random.nextGaussian(), 0.1 * (random.nextGaussian() + by), 1};
        }
        return made;
    }

    @Test
    void whoAreAllAlikeAreNotToldApart() {
        double[][] alike = new double[40][];
        Arrays.fill(alike, new double[] {1, 0});
        for (DomainModel model : new DomainModel[] {DomainModel.LOGISTIC, DomainModel.TREES}) {
            DomainClassifier.Told told = tell(model, alike, alike);
            assertEquals(0.5, told.auc().value(), 1e-12, model.name());
            assertArrayEquals(new double[2], told.importance(), 1e-9, model.name());
        }
    }

    @Test
    void aColumnThatIsTheSameForEveryoneDoesNotCount() {
        double[][] reference = told(60, 0, 7);
        double[][] current = told(60, 1, 8);
        double alike = tell(DomainModel.LOGISTIC, reference, current).auc().value();
        for (double[][] group : List.of(reference, current)) {
            for (double[] row : group) {
                row[2] = 49_999.1;
            }
        }
        DomainClassifier.Told told = tell(DomainModel.LOGISTIC, reference, current);
        assertEquals(0, told.importance()[2]);
        assertEquals(alike, told.auc().value());
    }

    @Test
    void manyApplicantsAreEachJudgedByAModelThatHasNotSeenThem() {
        double[][] reference = new double[5_000][1];
        double[][] current = new double[5_001][];
        for (int i = 0; i < current.length; i++) {
            current[i] = new double[] {i % 2 == 0 ? 1 : 0};
        }
        DomainClassifier.Told told = tell(DomainModel.LOGISTIC, reference, current);
        // Every second applicant is a fold: the other fold's model has only seen those that look like the reference, or
        // only those that do not.
        double[] probabilities = told.probabilities();
        assertEquals(probabilities[0], probabilities[5_000]);
        assertEquals(probabilities[1], probabilities[4_999]);
        assertTrue(probabilities[0] < 0.6 && probabilities[1] < 0.6);
    }
}
