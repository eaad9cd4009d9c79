package io.tidemark.policy;

import io.tidemark.incident.DataIncident;
import io.tidemark.incident.IncidentKind;
import io.tidemark.shift.Carrier;
import io.tidemark.shift.JudgedShift;
import io.tidemark.shift.Thresholds;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that the first policy looks at.
 *
 * @param asOf the last day that is known
 * @param cohorts the compared cohorts in the order of time, at least one
 * @param cooldown the last day until which alarms are held, since the model was renewed; empty where it was not
 * @param shifts what of the newest cohort is MODERATE or MAJOR, alarms first, of these the most important features, then the largest
 * @param carriers the slices that carry those shifts, by feature; none where no segments are looked at
 * @param incidents the newest cohort's incidents
 * @param known which columns hold evidence that this policy does not look at
 */
public record ShiftEvidence(
        LocalDate asOf,
        long referenceRows,
        List<CohortSummary> cohorts,
        Optional<LocalDate> cooldown,
        List<JudgedShift> shifts,
        Map<String, Carrier> carriers,
        List<DataIncident> incidents,
        Thresholds thresholds,
        KnownColumns known) {
    public ShiftEvidence {
        if (cohorts.isEmpty()) {
            throw new IllegalArgumentException("there is no cohort to judge");
        }
        cohorts = List.copyOf(cohorts);
        shifts = List.copyOf(shifts);
        carriers = Map.copyOf(carriers);
        incidents = List.copyOf(incidents);
    }

    /**
     * Columns that were named but not looked at.
     *
     * @param label the outcome column, or null
     * @param score the score column, or null
     */
    public record KnownColumns(String label, String score) {}

    /** The cohort that is judged. */
    public CohortSummary newest() {
        return cohorts.get(cohorts.size() - 1);
    }

    /** Those that nobody has accepted. */
    List<DataIncident> incidents(IncidentKind.Nature nature) {
        return incidents.stream()
                .filter(incident -> !incident.isAccepted())
                .filter(incident -> incident.kind().nature() == nature)
                .toList();
    }
}
