package io.tidemark.model;

import java.util.Arrays;
import java.util.OptionalDouble;

/** What the scores of a model are. */
public enum ScoreForm implements ScoreScale {
    /** Probabilities of turning out bad. */
    PROBABILITY {
        @Override
        public Figure<double[]> probabilities(double[] scores) {
            OptionalDouble none = Arrays.stream(scores)
                    .filter(score -> !(score >= 0 && score <= 1))
                    .findFirst();
            return none.isEmpty()
                    ? Figure.of(scores)
                    : Figure.undefined("a score of " + none.getAsDouble() + " is no probability");
        }

        @Override
        Figure<double[]> logits(double[] scores) {
            return probabilities(scores).map(Logit::of);
        }
    },
    /** Points of a scorecard, turned so that higher means more likely bad. */
    POINTS {
        @Override
        public Figure<double[]> probabilities(double[] scores) {
            return Figure.undefined("points are no probabilities unless they are calibrated");
        }

        @Override
        Figure<double[]> logits(double[] scores) {
            return Arrays.stream(scores).allMatch(Double::isFinite)
                    ? Figure.of(scores)
                    : Figure.undefined("there are infinite scores");
        }
    };

    /** Scores on the scale on which a logistic model is a straight line. */
    abstract Figure<double[]> logits(double[] scores);
}
