package io.tidemark.policy;

/**
 * How the chances that a model gave agree with what became of a cohort.
 *
 * @param observedRate the share of bads, 0…1
 * @param expectedRate the mean of the predicted chances, above 0 and below 1
 * @param intercept by how many logits outcomes lie above what was predicted; 0 where they agree
 * @param slope of the logit of outcomes on the predicted logit; 1 where they agree, below 1 where predictions are too extreme
 */
public record CalibrationFigures(double observedRate, double expectedRate, Estimate intercept, Estimate slope) {
    public CalibrationFigures {
        if (!(observedRate >= 0 && observedRate <= 1 && expectedRate > 0 && expectedRate < 1)) {
            throw new IllegalArgumentException(
                    "rates of " + observedRate + " observed and " + expectedRate + " expected");
        }
    }
}
