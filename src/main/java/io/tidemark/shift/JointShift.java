package io.tidemark.shift;

import io.tidemark.model.ReweightedPerformance;
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
 * @param reweighted what the champion would have done on the reference, had its applicants been such as the cohort's; empty where outcomes or scores
 *     are not known
 */
public record JointShift(
        int rows,
        int referenceRows,
        int features,
        DomainShift domain,
        Optional<ReconstructionError> reconstruction,
        List<CorrelationChange> correlations,
        Optional<CorrelationChange> widest,
        Optional<ReweightedPerformance> reweighted)
        implements Serializable {
    /** With fewer numeric features there is nothing to reconstruct, and no correlation to speak of. */
    public static final int LEAST_NUMBERS = 3;

    /** The same with what was learned of the champion. */
    public JointShift with(Optional<ReweightedPerformance> known) {
        return new JointShift(rows, referenceRows, features, domain, reconstruction, correlations, widest, known);
    }
}
