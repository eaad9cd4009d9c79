package io.tidemark.policy;

import io.tidemark.cohort.Slice;
import io.tidemark.incident.IncidentKind;
import io.tidemark.shift.Carrier;
import io.tidemark.shift.JudgedShift;
import io.tidemark.shift.Severity;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Features of the newest cohort have moved, by effect and beyond chance. A reason to look, never by itself one to retrain. */
final class PopulationMoved implements Rule {
    @Override
    public String name() {
        return "population_moved";
    }

    @Override
    public List<Finding> findings(Case given) {
        ShiftEvidence evidence = given.shifts();
        Stream<Finding> shifts =
                evidence.shifts().stream().filter(JudgedShift::isAlarm).map(shift -> finding(shift, evidence));
        Stream<Finding> changes = evidence.incidents(IncidentKind.Nature.CHANGE).stream()
                .map(incident -> BrokenData.finding(name(), incident));
        return Stream.concat(shifts, changes).toList();
    }

    private Finding finding(JudgedShift judged, ShiftEvidence evidence) {
        String feature = judged.shift().feature().name();
        double psi = judged.shift().psi().orElseThrow();
        double threshold = judged.severity() == Severity.MAJOR
                ? evidence.thresholds().psi(feature).major()
                : evidence.thresholds().psi(feature).moderate();
        String sentence = String.format(
                Locale.ROOT,
                "%s shifted: PSI %.3f, chance alone stays below %.3f; the largest change is in %s",
                feature,
                psi,
                judged.shift().noise().critical(),
                judged.shift().widestBin().words());
        Carrier carrier = evidence.carriers().get(feature);
        sentence += judged.importance() == null
                ? ""
                : String.format(Locale.ROOT, "; importance %.1f %%", 100 * judged.importance());
        sentence += carrier == null ? "" : "; " + carrier.words();
        return new Finding(name(), feature, judged.shift().cohort(), psi, threshold, sentence);
    }

    /** The slice that carries most of the alarms, if there is one. */
    private static String carried(ShiftEvidence evidence) {
        List<Slice> slices = evidence.shifts().stream()
                .filter(JudgedShift::isAlarm)
                .map(shift -> evidence.carriers().get(shift.shift().feature().name()))
                .filter(Objects::nonNull)
                .map(Carrier::slice)
                .toList();
        return slices.stream()
                .filter(slice -> 2L * Collections.frequency(slices, slice)
                        > evidence.newest().alarms())
                .findFirst()
                .map(slice -> ", most of them by " + slice.key() + "=" + slice.value())
                .orElse("");
    }

    /** What a shift costs the model, as far as that is known. */
    static String whatItCosts(Case given) {
        return given.live()
                .filter(live -> live.gap().count() > 0)
                .map(live -> "the outcomes known so far show no loss that a new model would be worth ("
                        + given.costs().said(live.gap().debt()) + " of "
                        + given.costs().lossName() + ", a retrain costs "
                        + given.costs().said(given.costs().prices().retrain()) + ")")
                .orElse("whether that costs the model anything is not known from the applicants alone");
    }

    @Override
    public Optional<Verdict> verdict(Case given) {
        ShiftEvidence evidence = given.shifts();
        CohortSummary newest = evidence.newest();
        if (newest.alarms() == 0
                && evidence.incidents(IncidentKind.Nature.CHANGE).isEmpty()) {
            return Optional.empty();
        }
        String label = newest.cohort().label();
        String headline = newest.alarms() == 0
                ? "values appeared, vanished or left their range in " + label + ", too few to shift a feature"
                : newest.alarms() + " of " + newest.compared() + " features shifted in " + label + carried(evidence)
                        + "; " + whatItCosts(given);
        boolean isMajor = newest.alarms() > 0 && newest.features(Severity.MAJOR) > 0;
        return Optional.of(new Verdict(Action.WATCH, isMajor ? Urgency.MEDIUM : Urgency.LOW, headline));
    }
}
