package io.tidemark.shift;

import java.io.Serializable;

/**
 * A shift with its grade.
 *
 * @param qValue the p-value of PSI, corrected for all features of the cohort that were looked at; null where PSI has no law
 */
public record JudgedShift(FeatureShift shift, Double qValue, Severity severity) implements Serializable {}
