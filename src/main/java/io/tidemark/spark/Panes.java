package io.tidemark.spark;

import io.tidemark.cohort.Pane;
import java.time.LocalDate;

/** Panes by names that can be read in a table. */
final class Panes {
    private static final String NO_TIME = "without time";
    private static final String TOO_LATE = "after as_of";
    private static final String IN_REFERENCE = " in reference";

    private Panes() {}

    static String name(long code) {
        if (code == PassPlan.NO_TIME) {
            return NO_TIME;
        }
        if (code == PassPlan.TOO_LATE) {
            return TOO_LATE;
        }
        Pane pane = Pane.ofCode(code);
        return pane.cohortStart() + (pane.part() == Pane.Part.IN_REFERENCE ? IN_REFERENCE : "");
    }

    static long code(String name) {
        if (name.equals(NO_TIME)) {
            return PassPlan.NO_TIME;
        }
        if (name.equals(TOO_LATE)) {
            return PassPlan.TOO_LATE;
        }
        boolean isInReference = name.endsWith(IN_REFERENCE);
        String start = isInReference ? name.substring(0, name.length() - IN_REFERENCE.length()) : name;
        Pane.Part part = isInReference ? Pane.Part.IN_REFERENCE : Pane.Part.OUTSIDE_REFERENCE;
        return new Pane(LocalDate.parse(start), part).code();
    }
}
