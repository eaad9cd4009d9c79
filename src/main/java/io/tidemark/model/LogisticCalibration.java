package io.tidemark.model;

/**
 * Probabilities that fit outcomes, from a model's scores: P(bad) = 1 / (1 + exp(−a − b·x)), x being the logit of a raw probability, or points as
 * they are. A and b are those of greatest likelihood on the reference's mature applicants.
 *
 * <p>It changes no ranks, as long as b is above 0; where it is not, higher scores meant fewer bads. Source: Cox 1958,
 * doi:10.1093/biomet/45.3-4.562; Platt 1999.
 *
 * @param form of the scores
 * @param line a and b
 * @param applicants how many it was fitted on
 * @param bads how many of them turned out bad
 */
public record LogisticCalibration(ScoreForm form, LogisticLine line, int applicants, int bads) implements ScoreScale {
    /** Fits outcomes that are known; undefined where there is no such fit ({@link LogisticLine}). */
    public static Figure<LogisticCalibration> of(ScoredOutcomes reference, ScoreForm form) {
        return form.logits(reference.scores())
                .then(x -> LogisticLine.of(new ScoredOutcomes(reference.bad(), x)))
                .map(line -> new LogisticCalibration(form, line, reference.size(), reference.bads()));
    }

    @Override
    public Figure<double[]> probabilities(double[] scores) {
        return form.logits(scores).map(x -> {
            double[] probabilities = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                probabilities[i] = line.probability(x[i]);
            }
            return probabilities;
        });
    }
}
