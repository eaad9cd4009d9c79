package io.tidemark.policy;

import java.util.Arrays;
import java.util.List;

/** What is recommended. Names are those of the output table. */
public enum Action {
    /** Nothing calls for anything. */
    KEEP,
    /** Something moved; whether that costs enough to act is to be seen. */
    WATCH,
    /** The data look broken: mend them first, then judge. */
    INVESTIGATE_DATA,
    /** The ranking holds, the level does not: refit the score's intercept and slope. */
    RECALIBRATE,
    /** An earlier champion does better: put it back. */
    RESTORE,
    /** Keeping the champion has cost more than a new model. */
    RETRAIN,
    /** A new model seems due, but outcomes since the change are too few to train or judge it. */
    RETRAIN_BLOCKED_LABELS,
    /** There is too little to say anything. */
    CANNOT_TELL;

    public static List<String> names() {
        return Arrays.stream(values()).map(Action::name).toList();
    }
}
