package io.tidemark.spark.outcome;

import io.tidemark.cohort.Cohort;
import io.tidemark.config.MonitorConfig;
import io.tidemark.spark.outcome.OutcomeStudy.Counts;
import java.util.List;
import java.util.Set;

/**
 * What an earlier run has found out about cohorts whose outcomes were all known, and about those of which none was.
 *
 * @param cohorts what it found
 * @param references what models did on the reference; may be none
 * @param touched cohorts whose applicants are not what they were then
 */
public record EarlierOutcomes(List<OfCohort> cohorts, List<ModelReference> references, Set<Cohort> touched) {
    /** There is nothing to build on. */
    public static final EarlierOutcomes NONE = new EarlierOutcomes(List.of(), List.of(), Set.of());

    /** Whether there is anything that an earlier run can have found out and that still holds; where not, it need not be looked for. */
    public static boolean areOfUse(MonitorConfig config, Set<Cohort> touched) {
        return OutcomeReach.canKeep(config, touched);
    }

    public EarlierOutcomes {
        cohorts = List.copyOf(cohorts);
        references = List.copyOf(references);
        touched = Set.copyOf(touched);
    }

    /**
     * What was found out about a cohort.
     *
     * @param champion how the champion did on it
     * @param applicants how many it had
     * @param counts the outcomes that were known, and how many were to come
     * @param measuredBy see {@link GaugeCohorts}
     */
    public record OfCohort(ChampionFigures champion, long applicants, Counts counts, String measuredBy) {
        Cohort cohort() {
            return champion.cohort();
        }

        public boolean isMature() {
            return champion.isMature();
        }
    }
}
