package io.tidemark.shift;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * How a cohort differs from the reference in all features at once, told from a sample of each.
 *
 * @param rows applicants of the cohort in its sample
 * @param referenceRows applicants of the reference in its sample
 * @param features features that were looked at together
 * @param reconstruction empty where there are too few numeric features
 * @param correlations changes between numeric features, the most surprising first; none where there are too few of them
 * @param widest the change that is largest in itself; empty where there is none
 */
public record JointShift(
        int rows,
        int referenceRows,
        int features,
        DomainShift domain,
        Optional<ReconstructionError> reconstruction,
        List<CorrelationChange> correlations,
        Optional<CorrelationChange> widest)
        implements Serializable {}
