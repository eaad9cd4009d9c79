package io.tidemark.problem;

import java.util.Objects;

/**
 * One thing that is wrong and that the user can mend.
 *
 * @param what what is wrong, with the offending value
 * @param why why Tidemark cannot go on with it; empty where it is plain
 * @param how what to do, with the accepted values
 */
public record Problem(String what, String why, String how) {
    public Problem {
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(why, "why");
        Objects.requireNonNull(how, "how");
    }

    /** The problem in one paragraph: what, then why and how, each on a line of its own. */
    public String text() {
        StringBuilder text = new StringBuilder(what);
        if (!why.isEmpty()) {
            text.append("\n    ").append(why);
        }
        if (!how.isEmpty()) {
            text.append("\n    ").append(how);
        }
        return text.toString();
    }
}
