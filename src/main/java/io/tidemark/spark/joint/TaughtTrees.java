package io.tidemark.spark.joint;

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
record TaughtTrees(GBTClassificationModel trees) implements TaughtModel<Vector> {
    private static final int TREES = 10;
    /** Twice the usual one for half as many trees: each takes a Spark job a level, and the two tell groups apart alike. */
    private static final double STEP = 0.2;

    private static final int DEPTH = 3;
    private static final int SEED = 42;

    private static final StructType SCHEMA =
            new StructType().add("label", DataTypes.DoubleType).add("features", SQLDataTypes.VectorType());

    static TaughtTrees of(SparkSession session, JavaRDD<Labelled<Vector>> applicants) {
        return new TaughtTrees(new GBTClassifier()
                .setMaxIter(TREES)
                .setStepSize(STEP)
                .setMaxDepth(DEPTH)
                .setSeed(SEED)
                .fit(session.createDataFrame(
                        applicants.map(one -> RowFactory.create(one.label(), one.columns())), SCHEMA)));
    }

    @Override
    public double probability(Vector applicant) {
        return trees.predictProbability(applicant).apply(1);
    }

    @Override
    public double[] weights() {
        return trees.featureImportances().toArray();
    }
}
