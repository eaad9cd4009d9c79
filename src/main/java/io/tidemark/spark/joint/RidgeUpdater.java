package io.tidemark.spark.joint;

import org.apache.spark.mllib.linalg.Vector;
import org.apache.spark.mllib.linalg.Vectors;
import org.apache.spark.mllib.optimization.Updater;
import scala.Tuple2;

/** A step down a gradient with the penalty λ/2 · Σ w² on all weights but the last, which is the intercept. */
final class RidgeUpdater extends Updater {
    private static final long serialVersionUID = 1L;

    /** The weights after the step s/√iteration: w − s · (g + λ w), and the penalty on them. */
    @Override
    public Tuple2<Vector, Object> compute(
            Vector weights, Vector gradient, double stepSize, int iteration, double penalty) {
        double step = stepSize / Math.sqrt(iteration);
        double[] moved = weights.toArray().clone();
        double squares = 0;
        for (int place = 0; place < moved.length; place++) {
            boolean isIntercept = place == moved.length - 1;
            double shrink = isIntercept ? 1 : 1 - step * penalty;
            moved[place] = moved[place] * shrink - step * gradient.apply(place);
            squares += isIntercept ? 0 : moved[place] * moved[place];
        }
        return new Tuple2<>(Vectors.dense(moved), penalty / 2 * squares);
    }
}
