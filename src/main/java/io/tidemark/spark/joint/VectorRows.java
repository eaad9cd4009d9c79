package io.tidemark.spark.joint;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.mllib.linalg.Vector;
import org.apache.spark.mllib.linalg.Vectors;

/** Rows that the driver holds as MLlib takes them: in one partition, so that sums come to the same whichever task ends first. */
final class VectorRows {
    private VectorRows() {}

    /** Rows as MLlib's statistics take them, which need no table: to plan one takes longer than they do. */
    static JavaRDD<Vector> of(JavaSparkContext context, double[][] rows) {
        Broadcast<double[][]> sent = context.broadcast(rows);
        return context.parallelize(List.of(0), 1)
                .flatMap(any -> Arrays.stream(sent.value()).map(Vectors::dense).iterator());
    }
}
