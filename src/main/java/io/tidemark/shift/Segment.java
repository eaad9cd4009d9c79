package io.tidemark.shift;

import java.io.Serializable;

/**
 * A run of cohorts with the same shares.
 *
 * @param from the first cohort, by its place in the series
 * @param to the cohort after the last
 * @param shift how far its shares are from the reference's, as the PSI that is more than expected by chance; below 0 where they are nearer
 *     than chance has it
 * @param onset when it left the reference; null where it has not, or by less than matters or than can be told
 */
public record Segment(int from, int to, double shift, Onset onset) implements Serializable {
    /** Whether its shares differ from the reference's. */
    public boolean isAway() {
        return onset != null;
    }
}
