package io.tidemark.model;

import java.io.Serializable;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How well a model did on applicants whose outcomes are known. With p the probabilities that its scores stand for and y the outcomes, 1 where
 * bad:
 *
 * <ul>
 *   <li>area under the ROC curve, with its interval ({@link Auc}), and gini = 2A − 1
 *   <li>ks = max |F(bad) − F(good)| of the scores, 0..1
 *   <li>brier = mean (p − y)², 0..1
 *   <li>log loss = mean −ln of the probability of what came, p being at least 1e-15 from 0 and 1
 *   <li>calibration intercept: the a of logit P(bad) = a + logit p ({@link LogisticShift}); 0 where as many turned out bad as expected, above 0
 *       where more did
 *   <li>calibration slope: the b of logit P(bad) = a + b · logit p ({@link LogisticLine}); 1 where probabilities are as far apart as they should
 *       be, below 1 where they are too extreme
 * </ul>
 *
 * <p>Each is undefined, with the reason, where it cannot be computed: too few of an outcome, scores that are no probabilities, scores that
 * separate the outcomes.
 *
 * @param labelled applicants with an outcome and a score
 * @param bads those of them who turned out bad
 * @param unscored applicants with an outcome and no score; they are in no figure
 * @param expectedRate the mean of p
 * @param bands the same by ranges of the score
 */
public record Performance(
        int labelled,
        int bads,
        int unscored,
        Figure<Auc> auc,
        Figure<Double> ks,
        Figure<Estimate> brier,
        Figure<Estimate> logLoss,
        Figure<BadRate> observedRate,
        Figure<Double> expectedRate,
        Figure<Estimate> calibrationIntercept,
        Figure<Estimate> calibrationSlope,
        List<ScoreBand> bands)
        implements Serializable {
    public Performance {
        bands = List.copyOf(bands);
    }

    /**
     * Judges a model.
     *
     * @param model its place among the models of the applicants
     * @param scale what its scores say
     * @param bands the ranges of its scores
     */
    public static Performance of(ScoredApplicants applicants, int model, ScoreScale scale, ScoreBands bands) {
        ScoredOutcomes outcomes = applicants.by(model);
        Figure<double[]> probabilities = scale.probabilities(outcomes.scores());
        return new Performance(
                outcomes.size(),
                outcomes.bads(),
                applicants.labelled() - outcomes.size(),
                outcomes.auc(),
                outcomes.ks(),
                probabilities.then(p -> Estimate.ofMean(squaredErrors(outcomes.bad(), p))),
                probabilities.then(p -> Estimate.ofMean(logLosses(outcomes.bad(), p))),
                BadRate.of(outcomes.bads(), outcomes.size()),
                probabilities.then(Performance::mean),
                calibrationIntercept(outcomes, probabilities),
                probabilities.then(p -> LogisticLine.of(new ScoredOutcomes(outcomes.bad(), Logit.of(p)))
                        .map(LogisticLine::slope)),
                bands.of(outcomes, probabilities));
    }

    /** The calibration intercept alone. */
    public static Figure<Estimate> calibrationIntercept(ScoredOutcomes outcomes, ScoreScale scale) {
        return calibrationIntercept(outcomes, scale.probabilities(outcomes.scores()));
    }

    private static Figure<Estimate> calibrationIntercept(ScoredOutcomes outcomes, Figure<double[]> probabilities) {
        return probabilities.then(p -> outcomes.withBoth(1).then(both -> LogisticShift.of(both.bad(), Logit.of(p))));
    }

    /** 2A − 1: −1..1, 0 where the scores tell nothing. */
    public Figure<Double> gini() {
        return auc.map(area -> 2 * area.value() - 1);
    }

    /** Why figures have no value, by their names, those that have none. */
    public Map<String, String> undefined() {
        Map<String, Figure<?>> figures = new LinkedHashMap<>();
        figures.put("auc", auc);
        figures.put("gini", gini());
        figures.put("ks", ks);
        figures.put("brier", brier);
        figures.put("log_loss", logLoss);
        figures.put("observed_rate", observedRate);
        figures.put("expected_rate", expectedRate);
        figures.put("calibration_intercept", calibrationIntercept);
        figures.put("calibration_slope", calibrationSlope);
        Map<String, String> reasons = new LinkedHashMap<>();
        figures.forEach((name, figure) -> figure.whyNot().ifPresent(reason -> reasons.put(name, reason)));
        return reasons;
    }

    /** (p − y)² of each. */
    static double[] squaredErrors(boolean[] bad, double[] probabilities) {
        return IntStream.range(0, bad.length)
                .mapToDouble(i -> bad[i] ? 1 - probabilities[i] : probabilities[i])
                .map(error -> error * error)
                .toArray();
    }

    /** −ln of the probability of what came, of each; right to 1e-16, since {@code log1p} would take several times as long. */
    static double[] logLosses(boolean[] bad, double[] probabilities) {
        return IntStream.range(0, bad.length)
                .mapToDouble(i -> {
                    double p = Logit.clipped(probabilities[i]);
                    return bad[i] ? -Math.log(p) : -Math.log(1 - p);
                })
                .toArray();
    }

    private static Figure<Double> mean(double[] values) {
        return values.length > 0
                ? Figure.of(Arrays.stream(values).sum() / values.length)
                : Figure.undefined("there is no applicant");
    }
}
