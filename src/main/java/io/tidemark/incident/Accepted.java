package io.tidemark.incident;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Map;

/**
 * Incidents that somebody has looked into, and that are as they should be. They are still found and kept, but nothing is concluded from them. One
 * that begins later, or begins again, is another one.
 *
 * @param through by column, the day up to whose incidents were looked into: those that began in a cohort whose first day is that day or before
 */
public record Accepted(Map<String, LocalDate> through) implements Serializable {
    public static final Accepted NONE = new Accepted(Map.of());

    public Accepted {
        through = Map.copyOf(through);
    }

    /** The incident, marked as accepted if it is one of these. */
    public DataIncident marked(DataIncident incident) {
        LocalDate day = through.get(incident.column());
        return day == null || incident.since().start().isAfter(day) ? incident : incident.accepted();
    }
}
