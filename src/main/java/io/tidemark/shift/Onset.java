package io.tidemark.shift;

import java.io.Serializable;

/**
 * When a feature, or the population, left its reference.
 *
 * @param cohort the first cohort that had moved, by its place in the series; where the reference itself moves, it may be one of its own
 * @param form how it went
 */
public record Onset(int cohort, Form form) implements Serializable {
    /** How shares went from one level to another. */
    public enum Form {
        /** Within a cohort, or from one to the next; or in several such steps. */
        JUMP,
        /** In equal steps over three cohorts or more; the onset is the first of them. */
        RAMP
    }
}
