package io.tidemark.spark.source;

import io.tidemark.cohort.Pane;
import io.tidemark.spark.pass.PassPlan;
import java.time.LocalDate;

/** Panes by names that can be read in a table. */
public final class Panes {
    private static final String NO_TIME = "without time";
    private static final String TOO_LATE = "after as_of";

    private Panes() {}

    public static String name(long code) {
        if (code == PassPlan.NO_TIME) {
            return NO_TIME;
        }
        if (code == PassPlan.TOO_LATE) {
            return TOO_LATE;
        }
        return Pane.ofCode(code).start().toString();
    }

    public static long code(String name) {
        if (name.equals(NO_TIME)) {
            return PassPlan.NO_TIME;
        }
        if (name.equals(TOO_LATE)) {
            return PassPlan.TOO_LATE;
        }
        return new Pane(LocalDate.parse(name)).code();
    }
}
