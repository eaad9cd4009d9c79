package io.tidemark.policy;

import io.tidemark.policy.Rule.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Recommends. The first rule that asks for an action decides: broken data first, since they explain everything else away; then a new model
 * that outcomes do not suffice for; then a new model, or an earlier one; then a level that is off; then what is to be watched; then too few
 * applicants to say anything; and KEEP where no rule asks.
 *
 * <p>Whether to retrain is decided by losses on known outcomes alone, never by a shift: without them the rule for retraining is not asked.
 */
public final class MonitorPolicy {
    static final String SHIFT_ONLY = "shift_only";
    static final int VERSION = 2;

    private static final List<Rule> RULES = List.of(
            new BrokenData(),
            new QuarantinedCohort(),
            new BlockedLabels(),
            new RetrainingPays(),
            new Miscalibrated(),
            new DebtGrows(),
            new ModelWorse(),
            new ScoreMoved(),
            new PopulationMoved());
    /** Says what cannot be told: a reason where nothing else decides, else a limit of the reasons. */
    private static final Rule LIMIT = new TooFewApplicants();

    private MonitorPolicy() {}

    public static Recommendation recommend(Evidence evidence) {
        Case given = Case.of(evidence);
        List<Verdict> verdicts = verdicts(given);
        Verdict verdict = verdicts.get(0);
        List<Finding> limits = LIMIT.findings(given);
        List<Finding> reasons = reasons(given);
        List<String> against = CounterEvidence.of(given, verdict.action());
        if (verdict.action() == Action.CANNOT_TELL) {
            reasons.addAll(limits);
        } else {
            limits.forEach(limit -> against.add(limit.sentence()));
        }
        Optional<Balance> balance = Balance.of(given);
        Optional<TrainingWindow> window =
                verdict.action() == Action.RESTORE ? Optional.empty() : TrainingWindow.of(given);
        window.flatMap(TrainingWindow::warning).ifPresent(against::add);
        window.ifPresent(proposed -> reasons.add(finding(given, proposed)));
        Optional<LocalDate> blocked = verdict.action() == Action.RETRAIN_BLOCKED_LABELS
                ? given.block().map(Block::from)
                : Optional.empty();
        return new Recommendation(
                evidence.shifts().asOf(),
                evidence.shifts().newest().cohort(),
                verdict.action(),
                verdict.urgency(),
                verdict.headline() + Assurance.inHeadline(given, verdict.action(), balance),
                reasons,
                against,
                Assurance.of(given, balance),
                WouldChange.of(given, verdicts, balance),
                Lacking.of(evidence),
                balance,
                window,
                blocked,
                Optional.of(Review.by(given, verdict)),
                given.live().isPresent() ? evidence.rule().name() : SHIFT_ONLY,
                VERSION);
    }

    /** What the rules ask for, the deciding one first. */
    private static List<Verdict> verdicts(Case given) {
        List<Verdict> verdicts = new ArrayList<>();
        RULES.forEach(rule -> rule.verdict(given).ifPresent(verdicts::add));
        boolean hasOutcomes =
                given.live().filter(live -> live.gap().count() > 0).isPresent();
        if (!hasOutcomes) {
            LIMIT.verdict(given).ifPresent(verdicts::add);
        }
        verdicts.add(keep(given));
        return verdicts;
    }

    /** Findings of all rules, in their order, after those of the first rule that found something the diagnosis. */
    private static List<Finding> reasons(Case given) {
        List<Finding> reasons = new ArrayList<>();
        Optional<Finding> diagnosis = Diagnosis.of(given.evidence())
                .map(found -> new Finding(
                        "diagnosis",
                        found.column(),
                        given.shifts().newest().cohort(),
                        found.value(),
                        found.threshold(),
                        found.sentence()));
        for (Rule rule : RULES) {
            boolean isFirst = reasons.isEmpty();
            reasons.addAll(rule.findings(given));
            if (isFirst && !reasons.isEmpty()) {
                diagnosis.ifPresent(reasons::add);
            }
        }
        if (reasons.isEmpty()) {
            diagnosis.ifPresent(reasons::add);
        }
        return reasons;
    }

    private static Finding finding(Case given, TrainingWindow window) {
        return new Finding(
                "training_window",
                "staleness.trained_through",
                given.shifts().newest().cohort(),
                window.cohorts(),
                given.evidence()
                        .retraining()
                        .flatMap(RetrainingEvidence::shadows)
                        .map(Shadows::trainingWindow)
                        .orElse(window.cohorts()),
                window.sentence());
    }

    private static Verdict keep(Case given) {
        CohortSummary newest = given.shifts().newest();
        String label = newest.cohort().label();
        String shifts = newest.shifted() == 0
                ? "none of " + newest.compared() + " features shifted in " + label + " beyond chance and convention"
                : "no shift of " + label + " raises an alarm";
        String losses = given.live()
                .filter(live -> live.gap().count() > 0)
                .map(live -> "keep the model trained through "
                        + RetrainingPays.champion(live).label() + ": against newer ones it has lost "
                        + given.costs().said(live.gap().debt()) + " of "
                        + given.costs().lossName() + ", a retrain costs "
                        + given.costs().said(given.costs().prices().retrain()) + "; ")
                .orElse("");
        return new Verdict(Action.KEEP, Urgency.LOW, losses + shifts);
    }
}
