package io.tidemark.model;

import io.tidemark.cohort.Cohort;
import java.io.Serializable;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a model does on a cohort that is later than those it was trained on, and what is lost by not having trained it anew.
 *
 * <p>The gap is e(k, j) = M(k, j) − M(f, j): the loss M on cohort j of the model trained through k, beyond that of the freshest one, trained
 * through the last cohort f before j through which there is one, on the same applicants. Losses are 1 − AUC and the Brier score. A gap is above 0
 * where the older model is worse, and 0 with standard error 0 where it is the freshest.
 *
 * @param cohort the one that it is judged on
 * @param labelled applicants that it is judged on: a sample of those with an outcome
 * @param bads those of them whose outcome is the bad one
 * @param auc the area under the ROC curve, 0..1
 * @param logLoss mean of −log of the probability that the model gave to what became of the applicant
 * @param brier mean squared difference of probability and outcome, 0..1
 * @param recalibration its level refitted on this cohort and the one before it; empty where that one is not later than its training, and where there
 *     is no such line
 * @param recalibratedBrier what the Brier score would have been had its level been refitted earlier on the way, by the newer of the two cohorts that
 *     it would have been refitted on
 */
public record Staleness(
        Recipe recipe,
        Cohort trainedThrough,
        Cohort cohort,
        int labelled,
        int bads,
        double auc,
        double logLoss,
        double brier,
        Gap brierGap,
        Gap aucGap,
        Optional<LogisticRecalibration> recalibration,
        SortedMap<Cohort, Double> recalibratedBrier)
        implements Serializable {
    /** The least probability that a logarithm is taken of, as scikit-learn has it. */
    private static final double LEAST = 2.220446049250313e-16;

    /** A gap and its standard error: of paired differences for the Brier score, DeLong's for paired areas for the AUC. */
    public record Gap(double value, double standardError) implements Serializable {}

    public Staleness {
        recalibratedBrier = Collections.unmodifiableSortedMap(new TreeMap<>(recalibratedBrier));
        if (!trainedThrough.window().to().isBefore(cohort.start())) {
            throw new IllegalArgumentException(
                    cohort.label() + " is not later than " + trainedThrough.label() + ", which was trained on");
        }
    }

    /**
     * What comes of a model's probabilities as they are.
     *
     * @param bad who turned out bad: two or more of the cohort, and two or more who did not
     * @param probabilities that the model gave them
     * @param fresh those that the freshest model gave them; the same array where it is that one
     */
    public static Staleness of(
            Recipe recipe,
            Cohort trainedThrough,
            Cohort cohort,
            boolean[] bad,
            double[] probabilities,
            double[] fresh) {
        int n = bad.length;
        int bads = 0;
        double logLoss = 0;
        double brier = 0;
        double[] differences = new double[n];
        for (int i = 0; i < n; i++) {
            bads += bad[i] ? 1 : 0;
            logLoss -= Math.log(Math.max(LEAST, bad[i] ? probabilities[i] : 1 - probabilities[i]));
            double squared = squaredError(bad[i], probabilities[i]);
            brier += squared;
            differences[i] = squared - squaredError(bad[i], fresh[i]);
        }
        PairedAuc areas = PairedAuc.of(bad, probabilities, fresh);
        return new Staleness(
                recipe,
                trainedThrough,
                cohort,
                n,
                bads,
                areas.first().value(),
                logLoss / n,
                brier / n,
                mean(differences),
                new Gap(areas.difference(), areas.standardError()),
                Optional.empty(),
                new TreeMap<>());
    }

    /** The same, with what is known of its level refitted. */
    Staleness recalibrated(Optional<LogisticRecalibration> here, SortedMap<Cohort, Double> earlier) {
        return new Staleness(
                recipe, trainedThrough, cohort, labelled, bads, auc, logLoss, brier, brierGap, aucGap, here, earlier);
    }

    private static double squaredError(boolean bad, double probability) {
        double error = probability - (bad ? 1 : 0);
        return error * error;
    }

    private static Gap mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double mean = sum / values.length;
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return new Gap(mean, Math.sqrt(squares / (values.length - 1) / values.length));
    }
}
