package io.tidemark.policy;

import io.tidemark.policy.Rule.Verdict;
import io.tidemark.shift.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Recommends from shift and data incidents alone. The first rule that asks for an action decides: broken data first, since they explain
 * everything else away; then a population that moved; then too few applicants; and KEEP where no rule asks. It never recommends to retrain,
 * because a shift that harms no model is no reason to.
 */
public final class ShiftPolicy {
    static final String NAME = "shift_only";
    static final int VERSION = 1;

    private static final List<Rule> RULES = List.of(new BrokenData(), new PopulationMoved());
    /** Says what cannot be told: a reason where nothing else decides, else a limit of the reasons. */
    private static final Rule LIMIT = new TooFewApplicants();

    private ShiftPolicy() {}

    public static Recommendation recommend(ShiftEvidence evidence) {
        List<Finding> reasons = new ArrayList<>();
        Verdict decided = null;
        for (Rule rule : RULES) {
            reasons.addAll(rule.findings(evidence));
            if (decided == null) {
                decided = rule.verdict(evidence).orElse(null);
            }
        }
        List<String> against = new ArrayList<>();
        List<Finding> limits = LIMIT.findings(evidence);
        if (decided == null) {
            decided = LIMIT.verdict(evidence).orElse(null);
            if (decided != null) {
                reasons.addAll(limits);
                limits = List.of();
            }
        }
        Verdict verdict = decided == null ? keep(evidence) : decided;
        against.addAll(counterEvidence(evidence, verdict.action()));
        limits.forEach(limit -> against.add(limit.sentence()));
        return new Recommendation(
                evidence.asOf(),
                evidence.newest().cohort(),
                verdict.action(),
                verdict.urgency(),
                verdict.headline(),
                reasons,
                against,
                notLookedAt(evidence),
                NAME,
                VERSION);
    }

    private static Verdict keep(ShiftEvidence evidence) {
        CohortSummary newest = evidence.newest();
        return new Verdict(
                Action.KEEP,
                Urgency.LOW,
                newest.shifted() == 0
                        ? "none of " + newest.compared() + " features shifted in "
                                + newest.cohort().label() + " beyond chance and convention"
                        : "no shift of " + newest.cohort().label() + " raises an alarm");
    }

    private static List<String> counterEvidence(ShiftEvidence evidence, Action action) {
        CohortSummary newest = evidence.newest();
        List<String> against = new ArrayList<>();
        long quiet = newest.features(Severity.NONE) + newest.features(Severity.NEGLIGIBLE);
        if (action != Action.KEEP && quiet > 0) {
            against.add(quiet + " of " + newest.compared() + " features did not move, or by a negligible effect");
        }
        held(evidence).ifPresent(against::add);
        if (action == Action.WATCH && evidence.cohorts().size() > 1) {
            CohortSummary before = evidence.cohorts().get(evidence.cohorts().size() - 2);
            if (before.shifted() == 0) {
                against.add("the cohort before, " + before.cohort().label() + ", had no shifted feature: it may pass");
            }
        }
        if (action == Action.KEEP && newest.features(Severity.NEGLIGIBLE) > 0) {
            against.add(newest.features(Severity.NEGLIGIBLE)
                    + " features differ by more than chance, though by less than the convention calls moderate");
        }
        return against;
    }

    /** Shifts that raise no alarm, and why. */
    private static Optional<String> held(ShiftEvidence evidence) {
        CohortSummary newest = evidence.newest();
        long held = newest.shifted() - newest.alarms();
        if (held <= 0) {
            return Optional.empty();
        }
        String shifted = held + (held == 1 ? " feature shifted" : " features shifted");
        return Optional.of(evidence.cooldown()
                .map(until ->
                        shifted + ", and raise no alarm: the model was renewed, and alarms are held until " + until)
                .orElse(shifted + " by a moderate effect, and not for long enough to raise an alarm"));
    }

    private static List<String> notLookedAt(ShiftEvidence evidence) {
        List<String> missing = new ArrayList<>();
        String label = evidence.known().label();
        missing.add(
                label == null
                        ? "outcomes: no label column is named, so nothing is known of defaults"
                        : "outcomes: '" + label
                                + "' is kept out of the features and was not judged; this policy looks at"
                                + " applicants only");
        String score = evidence.known().score();
        missing.add(
                score == null
                        ? "the model: no score column is named, so nothing is known of what the model makes of the shift"
                        : "the model: '" + score + "' is kept out of the features and was not judged");
        return missing;
    }
}
