package io.tidemark.backtest;

import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A rule that says after every cohort what to do with the champion. Anyone can bring one: a public class with a public constructor without
 * arguments, named in {@code META-INF/services/io.tidemark.backtest.RetrainingPolicy} of a jar on the class path, is replayed beside the
 * others.
 *
 * <p>RECALIBRATE may be asked for where {@link Situation#canRecalibrate}, and changes a replay where {@link StalenessMatrix#hasRecalibrated}. A run
 * tells by the champion's own scores whether to recalibrate, with any rule; what a rule says of it counts as KEEP there.
 *
 * <p>The same situation must lead to the same decision: a policy is asked about other histories as well, and from the start again.
 */
public interface RetrainingPolicy {
    /** The name it goes by in the tables; no other policy's. */
    String name();

    Decision decide(Situation situation);

    /** The cohorts whose gaps it sums, for its reader to see: those that the champion served, unless it listens to others. */
    default IntStream cohortsCounted(Situation situation) {
        return situation.cohortsWithGaps();
    }

    /**
     * What the champion owes and will owe, for its reader to see, by what it served itself; to be overridden together with {@link
     * #cohortsCounted}. Empty before that can be told.
     */
    default Optional<DebtEstimate> debt(Situation situation) {
        return DebtEstimate.ofServed(situation);
    }
}
