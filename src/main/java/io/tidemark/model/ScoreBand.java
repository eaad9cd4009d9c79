package io.tidemark.model;

import java.io.Serializable;

/**
 * Applicants with scores of one range.
 *
 * @param low their least score can be this; −∞ in the first band
 * @param high their scores are below this; ∞ in the last band
 * @param applicants how many there are
 * @param bads how many of them turned out bad
 * @param expectedRate the mean of their probabilities
 * @param observedRate the share that turned out bad
 */
public record ScoreBand(
        double low, double high, int applicants, int bads, Figure<Double> expectedRate, Figure<BadRate> observedRate)
        implements Serializable {}
