package io.tidemark.model;

import java.io.Serializable;

/** What a score says of how likely an applicant is to turn out bad. */
public sealed interface ScoreScale extends Serializable permits ScoreForm, LogisticCalibration {
    /** The probabilities that scores stand for. */
    Figure<double[]> probabilities(double[] scores);
}
