package io.tidemark.spark;

import io.tidemark.cohort.Reference;
import io.tidemark.config.MonitorConfig;
import io.tidemark.shift.JudgedShift;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the user should know of a run beside its findings. */
record Remarks(
        Profiled profiled, MonitorConfig config, LocalDate asOf, Findings findings, Optional<ModelResults> models) {
    private static final int MOST_NAMED = 5;

    List<String> sentences() {
        List<String> remarks =
                new ArrayList<>(profiled.facts().remarks(config.columns().time(), asOf));
        for (Reference reference : config.references()) {
            if (profiled.facts().compared(reference).isEmpty()) {
                remarks.add("no cohort could be compared with " + reference.id() + ": there is not enough before it");
            }
        }
        if (!findings.unsteady().isEmpty()) {
            remarks.add(unsteady(config.references().get(0), findings.unsteady()));
        }
        if (!profiled.reach().isWhole()) {
            remarks.add("rows were read of " + profiled.reach().cohorts().size() + " of "
                    + profiled.facts().rowsPerCohort().size()
                    + " cohorts; those of the others have not changed since the last run");
        }
        models.flatMap(Remarks::estimates).ifPresent(remarks::add);
        return remarks;
    }

    /** What speaks against the estimates of the champion's performance. */
    private static Optional<String> estimates(ModelResults models) {
        return models.champion().stream()
                .map(ModelPerformance::estimateWarning)
                .filter(Objects::nonNull)
                .findFirst()
                .map(warning ->
                        "the champion's estimated performance where outcomes are to come is not to be relied on: "
                                + warning);
    }

    private static String unsteady(Reference reference, List<JudgedShift> unsteady) {
        String features = unsteady.stream()
                .limit(MOST_NAMED)
                .map(shift -> shift.shift().feature().name() + " (PSI "
                        + String.format(
                                Locale.ROOT, "%.2f", shift.shift().natural().psi()) + " in "
                        + shift.shift().natural().cohort().label() + ")")
                .collect(Collectors.joining(", "));
        int more = unsteady.size() - MOST_NAMED;
        return "the reference " + reference.id() + " is not stationary: a cohort of its own differs from the others in "
                + features + (more > 0 ? " and " + more + " more" : "");
    }
}
