package io.tidemark.incident;

import io.tidemark.cohort.Cohort;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Incidents that somebody has looked into, and that are as they should be. They are still found and kept, but nothing is concluded from them.
 *
 * <ul>
 *   <li>One that begins after the day, or begins again, is another one.
 *   <li>So is one that has become worse: where it is more than {@value #WORSE} times as far from what was expected as in any cohort that had begun by
 *       the day.
 * </ul>
 *
 * @param through by column, the last day of what was looked into
 */
public record Accepted(Map<String, LocalDate> through) implements Serializable {
    private static final double WORSE = 1.5;

    private record Incident(String column, IncidentKind kind, Cohort since) {
        private static Incident of(DataIncident seen) {
            return new Incident(seen.column(), seen.kind(), seen.since());
        }
    }

    public Accepted {
        through = Map.copyOf(through);
    }

    /** The same incidents, those that are accepted marked. Of each column all or none must be there. */
    public List<DataIncident> marked(Collection<DataIncident> incidents) {
        Map<Incident, Double> lookedInto = new HashMap<>();
        for (DataIncident incident : incidents) {
            LocalDate day = through.get(incident.column());
            if (day != null && !incident.cohort().start().isAfter(day)) {
                lookedInto.merge(Incident.of(incident), distance(incident), Math::max);
            }
        }
        return incidents.stream()
                .map(incident -> {
                    Double most = lookedInto.get(Incident.of(incident));
                    return most != null && distance(incident) <= WORSE * most ? incident.accepted() : incident;
                })
                .toList();
    }

    private static double distance(DataIncident incident) {
        return Math.abs(incident.value() - incident.expected());
    }
}
