package io.tidemark.incident;

import io.tidemark.cohort.Cohort;
import io.tidemark.profile.Profile;
import io.tidemark.shift.FeatureStudy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;

/** The catalogue of incident rules, and their way through the cohorts. */
public final class Incidents {
    /** What explains others comes before them. */
    private static final List<IncidentRule> RULES = List.of(
            new MissingJump(),
            new NewCategory(),
            new LostCategory(),
            new ConstantFeature(),
            new ScaleChange(),
            new OutOfRange(),
            new TypeChange());

    private Incidents() {}

    /**
     * All incidents of one feature, cohort by cohort in the order of time.
     *
     * @param studies what each cohort is compared with
     */
    public static List<DataIncident> of(Function<Cohort, FeatureStudy> studies, SortedMap<Cohort, Profile> cohorts) {
        List<DataIncident> incidents = new ArrayList<>();
        Map<IncidentKind, Cohort> running = new EnumMap<>(IncidentKind.class);
        cohorts.forEach((cohort, profile) -> {
            FeatureStudy study = studies.apply(cohort);
            Set<IncidentKind> seen = EnumSet.noneOf(IncidentKind.class);
            for (IncidentRule rule : RULES) {
                Optional<Observation> observation =
                        isExplained(rule.kind(), seen) ? Optional.empty() : rule.observe(study, profile);
                if (observation.isEmpty()) {
                    running.remove(rule.kind());
                    continue;
                }
                seen.add(rule.kind());
                Cohort since = running.computeIfAbsent(rule.kind(), kind -> cohort);
                incidents.add(new DataIncident(
                        cohort,
                        study.feature().name(),
                        rule.kind(),
                        observation.get().value(),
                        observation.get().expected(),
                        since,
                        observation.get().sentence()));
            }
        });
        incidents.sort(Comparator.comparing(DataIncident::cohort).thenComparing(DataIncident::kind));
        return incidents;
    }

    /** Whether an incident follows from one that was seen already: numbers in another unit lie outside their range as a matter of course. */
    private static boolean isExplained(IncidentKind kind, Set<IncidentKind> seen) {
        return kind == IncidentKind.RANGE && seen.contains(IncidentKind.SCALE_CHANGE);
    }

    /** The incidents of the table as a whole. */
    public static List<DataIncident> ofTable(SortedMap<Cohort, Long> rowsPerCohort) {
        return VolumeChange.observe(rowsPerCohort);
    }
}
