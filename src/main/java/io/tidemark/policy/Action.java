package io.tidemark.policy;

import java.util.Arrays;
import java.util.List;

/** What is recommended. Names are those of the output table. */
public enum Action {
    /** Nothing calls for anything. */
    KEEP,
    /** The population moved; whether that matters to the model is to be seen in outcomes. */
    WATCH,
    /** The data look broken: mend them first, then judge. */
    INVESTIGATE_DATA,
    /** There is too little to say anything. */
    CANNOT_TELL;

    public static List<String> names() {
        return Arrays.stream(values()).map(Action::name).toList();
    }
}
