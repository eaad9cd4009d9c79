package io.tidemark.policy;

import io.tidemark.incident.DataIncident;
import io.tidemark.incident.IncidentKind;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The newest cohort has incidents that look like faults of the data. */
final class BrokenData implements Rule {
    private static final int MOST_NAMED = 3;

    @Override
    public String name() {
        return "broken_data";
    }

    @Override
    public List<Finding> findings(Case given) {
        ShiftEvidence evidence = given.shifts();
        return defects(evidence).stream()
                .map(incident -> finding(name(), incident))
                .toList();
    }

    /** Newest first: what began long ago has been lived with. */
    private static List<DataIncident> defects(ShiftEvidence evidence) {
        return evidence.incidents(IncidentKind.Nature.DEFECT).stream()
                .sorted(Comparator.comparing(DataIncident::since)
                        .reversed()
                        .thenComparing(DataIncident::kind)
                        .thenComparing(DataIncident::column))
                .toList();
    }

    static Finding finding(String rule, DataIncident incident) {
        boolean isNew = incident.since().equals(incident.cohort());
        String since = isNew ? "" : " (since " + incident.since().label() + ")";
        return new Finding(
                rule,
                incident.column(),
                incident.cohort(),
                incident.value(),
                incident.expected(),
                incident.sentence() + since);
    }

    @Override
    public Optional<Verdict> verdict(Case given) {
        ShiftEvidence evidence = given.shifts();
        List<DataIncident> defects = defects(evidence);
        if (defects.isEmpty()) {
            return Optional.empty();
        }
        boolean isFresh = defects.get(0).since().equals(evidence.newest().cohort());
        String columns = defects.stream()
                .map(DataIncident::column)
                .distinct()
                .limit(MOST_NAMED)
                .map(column -> column.equals(DataIncident.TABLE) ? "the number of applicants" : column)
                .collect(Collectors.joining(", "));
        long more = defects.stream().map(DataIncident::column).distinct().count() - MOST_NAMED;
        return Optional.of(new Verdict(
                Action.INVESTIGATE_DATA,
                isFresh ? Urgency.HIGH : Urgency.MEDIUM,
                "look at the data of " + evidence.newest().cohort().label()
                        + " before anything is concluded from them: " + columns
                        + (more > 0 ? " and " + more + " more" : "")));
    }
}
