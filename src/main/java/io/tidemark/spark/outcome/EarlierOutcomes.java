package io.tidemark.spark.outcome;

import io.tidemark.cohort.Cohort;
import io.tidemark.config.MonitorConfig;
import io.tidemark.spark.outcome.OutcomeStudy.Counts;
import java.util.List;
import java.util.Set;

/**
 * What an earlier run has found out about mature cohorts.
 *
 * @param cohorts what it found
 * @param touched cohorts whose applicants are not what they were then
 */
public record EarlierOutcomes(List<OfCohort> cohorts, Set<Cohort> touched) {
    /** There is nothing to build on. */
    public static final EarlierOutcomes NONE = new EarlierOutcomes(List.of(), Set.of());

    /** Whether there is anything that an earlier run can have found out and that still holds; where not, it need not be looked for. */
    public static boolean areOfUse(MonitorConfig config, Set<Cohort> touched) {
        return OutcomeReach.canKeep(config, touched);
    }

    public EarlierOutcomes {
        cohorts = List.copyOf(cohorts);
        touched = Set.copyOf(touched);
    }

    /**
     * What was found out about a cohort.
     *
     * @param champion how the champion did on it
     * @param counts the outcomes that were known
     * @param measuredBy see {@link GaugeCohorts}
     */
    public record OfCohort(ChampionFigures champion, Counts counts, String measuredBy) {
        Cohort cohort() {
            return champion.cohort();
        }
    }
}
