package io.tidemark.spark;

import io.tidemark.cohort.Cohort;
import io.tidemark.cohort.Reference;
import io.tidemark.config.MonitorConfig;
import io.tidemark.incident.DataIncident;
import io.tidemark.model.ApprovalRatio;
import io.tidemark.shift.DomainModel;
import io.tidemark.shift.JudgedShift;
import io.tidemark.spark.history.Profiled;
import io.tidemark.spark.outcome.ModelPerformance;
import io.tidemark.spark.shift.Findings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
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
        accepted(findings.newestIncidents()).ifPresent(remarks::add);
        if (!profiled.reach().isWhole()) {
            remarks.add("rows were read of " + profiled.reach().cohorts().size() + " of "
                    + profiled.facts().rowsPerCohort().size()
                    + " cohorts; those of the others have not changed since the last run");
        }
        firstFeatures().ifPresent(remarks::add);
        models.flatMap(Remarks::judged).ifPresent(remarks::add);
        models.flatMap(Remarks::estimates).ifPresent(remarks::add);
        models.ifPresent(known -> remarks.addAll(adverse(known)));
        return remarks;
    }

    private static Optional<String> accepted(List<DataIncident> ofNewest) {
        List<DataIncident> accepted =
                ofNewest.stream().filter(DataIncident::isAccepted).toList();
        int more = accepted.size() - MOST_NAMED;
        return accepted.isEmpty()
                ? Optional.empty()
                : Optional.of("nothing was concluded from what was looked into and accepted: "
                        + accepted.stream()
                                .limit(MOST_NAMED)
                                .map(DataIncident::sentence)
                                .collect(Collectors.joining("; "))
                        + (more > 0 ? "; and " + more + " more" : ""));
    }

    /** What a wide table has that no model is made of. */
    private Optional<String> firstFeatures() {
        int features = profiled.inputs(findings.leftOut().keySet()).size();
        boolean isAny = config.together() != DomainModel.NONE
                || models.filter(known -> !known.staleness().isEmpty()).isPresent();
        return isAny && features > Profiled.MOST_IN_A_MODEL
                ? Optional.of("models are made of the first " + Profiled.MOST_IN_A_MODEL + " of " + features
                        + " features, in the order of the table")
                : Optional.empty();
    }

    private static Optional<String> judged(ModelResults models) {
        int kept = models.kept().size();
        int cohorts = models.outcomes().ripeness().size();
        return kept == 0
                ? Optional.empty()
                : Optional.of("outcomes were judged of " + (cohorts - kept) + " of " + cohorts
                        + " cohorts; what was found of the others still holds");
    }

    /** What speaks against the estimates of the champion's performance. */
    private static Optional<String> estimates(ModelResults models) {
        return models.warning()
                .filter(any -> models.championFigures().stream().anyMatch(one -> !one.isMature()))
                .map(warning ->
                        "the champion's estimated performance where outcomes are to come is not to be relied on: "
                                + warning);
    }

    /** Protected values of which the champion approves clearly fewer than four fifths of what it does of others, in the newest cohort. */
    private List<String> adverse(ModelResults models) {
        if (config.outcomes().protectedKeys().isEmpty()) {
            return List.of();
        }
        Cohort newest = findings.cohorts().get(findings.cohorts().size() - 1).cohort();
        return models
                .performances()
                .filter(one -> one.model().isChampion() && one.cohort().equals(newest))
                .filter(one -> one.figures()
                        .ratio()
                        .known()
                        .filter(ApprovalRatio::isAdverse)
                        .isPresent())
                .collect()
                .stream()
                .sorted(Comparator.comparing(ModelPerformance::slice))
                .map(Remarks::said)
                .toList();
    }

    private static String said(ModelPerformance of) {
        ApprovalRatio ratio = of.figures().ratio().known().orElseThrow();
        return String.format(
                Locale.ROOT,
                "%s approves %s=%s %.2f times (%.2f to %.2f) as often as %s in %s: under four fifths, which looks like adverse impact",
                of.model().name(),
                of.slice().key(),
                of.slice().value(),
                ratio.value(),
                ratio.low(),
                ratio.high(),
                ratio.to(),
                of.cohort().label());
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
