package io.tidemark.spark.joint;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;

/** Rows that the driver holds as MLlib takes them: in one partition, so that sums come to the same whichever task ends first. */
final class VectorRows {
    private VectorRows() {}

    /** Rows without their zeros: most of the columns are of categories, and of these all but one are zero. */
    static Vector[] sparse(double[][] rows) {
        return Arrays.stream(rows).parallel().map(VectorRows::sparse).toArray(Vector[]::new);
    }

    private static Vector sparse(double[] row) {
        int[] places = new int[row.length];
        double[] values = new double[row.length];
        int count = 0;
        for (int column = 0; column < row.length; column++) {
            if (row[column] != 0) {
                places[count] = column;
                values[count++] = row[column];
            }
        }
        return Vectors.sparse(row.length, Arrays.copyOf(places, count), Arrays.copyOf(values, count));
    }

    /** Rows as MLlib's statistics take them, which need no table: to plan one takes longer than they do. */
    static JavaRDD<org.apache.spark.mllib.linalg.Vector> of(JavaSparkContext context, double[][] rows) {
        Broadcast<double[][]> sent = context.broadcast(rows);
        return context.parallelize(List.of(0), 1)
                .flatMap(any -> Arrays.stream(sent.value())
                        .map(org.apache.spark.mllib.linalg.Vectors::dense)
                        .iterator());
    }
}
