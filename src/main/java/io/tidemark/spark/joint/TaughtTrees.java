package io.tidemark.spark.joint;

import java.util.Arrays;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.ml.classification.GBTClassificationModel;
import org.apache.spark.ml.classification.GBTClassifier;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Gradient-boosted trees; columns count by the gain of the splits that use them. */
record TaughtTrees(GBTClassificationModel trees) implements TaughtModel {
    private static final int TREES = 20;
    private static final int DEPTH = 3;
    private static final int SEED = 42;

    private static final StructType SCHEMA =
            new StructType().add("label", DataTypes.DoubleType).add("features", SQLDataTypes.VectorType());

    static TaughtTrees of(SparkSession session, JavaRDD<Labelled> applicants) {
        return new TaughtTrees(new GBTClassifier()
                .setMaxIter(TREES)
                .setMaxDepth(DEPTH)
                .setSeed(SEED)
                .fit(session.createDataFrame(
                        applicants.map(one -> RowFactory.create(one.label(), one.columns())), SCHEMA)));
    }

    @Override
    public double[] probabilities(Vector[] applicants) {
        return Arrays.stream(applicants).mapToDouble(this::probability).toArray();
    }

    /**
     * 1 / (1 + exp(-2 Σ weight × tree)), MLlib's formula. The trees are added up here, one after the other, because MLlib hands them to the
     * machine's own BLAS where there is one, and that adds up by where in memory they happen to lie: the last digit would change by the run.
     */
    private double probability(Vector columns) {
        double margin = 0;
        double[] weights = trees.treeWeights();
        for (int tree = 0; tree < weights.length; tree++) {
            margin += weights[tree] * trees.trees()[tree].predict(columns);
        }
        return 1 / (1 + Math.exp(-2 * margin));
    }

    @Override
    public double[] weights() {
        return trees.featureImportances().toArray();
    }
}
