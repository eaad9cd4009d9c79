package io.tidemark.model;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * By how much a model's losses would fall if the intercept and slope of its logits were fitted anew, its ranks staying as they are.
 *
 * <p>Each cohort is judged with the line that was fitted on the others: on the very applicants that a line was fitted on, losses fall also where
 * nothing is wrong. Errors are those of the mean of the applicants' own gains; the lines are taken as given.
 *
 * @param line fitted on all cohorts, to the logits of the probabilities as they are: what would be put to use
 * @param brier by how much the mean (p − y)² falls
 * @param logLoss by how much the mean −ln of the probability of what came falls
 * @param brierBefore the loss as it is
 * @param logLossBefore the loss as it is
 */
public record RecalibrationGain(
        LogisticLine line, Estimate brier, Estimate logLoss, double brierBefore, double logLossBefore)
        implements Serializable {
    /**
     * The gain on some cohorts, such as the last two that are mature; undefined where there is no line through one of them.
     *
     * @param cohorts at least two
     * @param scale what the scores say as they are
     */
    public static Figure<RecalibrationGain> of(List<ScoredOutcomes> cohorts, ScoreScale scale) {
        if (cohorts.size() < 2) {
            throw new IllegalArgumentException("takes at least two cohorts, not " + cohorts.size());
        }
        ScoredOutcomes all = ScoredOutcomes.together(cohorts);
        return scale.probabilities(all.scores()).then(before -> {
            ScoredOutcomes logits = new ScoredOutcomes(all.bad(), Logit.of(before));
            return LogisticLine.of(logits)
                    .then(line -> afterwards(cohorts, logits).then(after -> gain(all.bad(), before, after, line)));
        });
    }

    /**
     * The gain on one cohort of a line that was fitted on others, such as the last two that were mature before it; undefined where there is no
     * such line.
     *
     * @param others at least one
     * @param scale what the scores say as they are
     */
    public static Figure<RecalibrationGain> on(ScoredOutcomes cohort, List<ScoredOutcomes> others, ScoreScale scale) {
        ScoredOutcomes fitted = ScoredOutcomes.together(others);
        return scale.probabilities(fitted.scores())
                .then(p -> LogisticLine.of(new ScoredOutcomes(fitted.bad(), Logit.of(p))))
                .then(line -> scale.probabilities(cohort.scores()).then(before -> {
                    double[] after = Arrays.stream(Logit.of(before))
                            .map(line::probability)
                            .toArray();
                    return gain(cohort.bad(), before, after, line);
                }));
    }

    /** The probabilities of each cohort by the line of the others. */
    private static Figure<double[]> afterwards(List<ScoredOutcomes> cohorts, ScoredOutcomes logits) {
        double[] probabilities = new double[logits.size()];
        int from = 0;
        for (ScoredOutcomes cohort : cohorts) {
            int to = from + cohort.size();
            Figure<LogisticLine> line = LogisticLine.of(logits.without(from, to));
            if (line.known().isEmpty()) {
                return Figure.undefined(line.whyNot().orElseThrow());
            }
            for (int i = from; i < to; i++) {
                probabilities[i] = line.known().orElseThrow().probability(logits.scores()[i]);
            }
            from = to;
        }
        return Figure.of(probabilities);
    }

    private static Figure<RecalibrationGain> gain(boolean[] bad, double[] before, double[] after, LogisticLine line) {
        double[] squaredErrors = Performance.squaredErrors(bad, before);
        double[] logLosses = Performance.logLosses(bad, before);
        return fall(squaredErrors, Performance.squaredErrors(bad, after))
                .then(brier -> fall(logLosses, Performance.logLosses(bad, after))
                        .map(logLoss -> new RecalibrationGain(
                                line,
                                brier,
                                logLoss,
                                Arrays.stream(squaredErrors).average().orElseThrow(),
                                Arrays.stream(logLosses).average().orElseThrow())));
    }

    private static Figure<Estimate> fall(double[] before, double[] after) {
        return Estimate.ofMean(IntStream.range(0, before.length)
                .mapToDouble(i -> before[i] - after[i])
                .toArray());
    }
}
