package io.tidemark.policy;

import io.tidemark.shift.Severity;
import io.tidemark.shift.Thresholds;
import io.tidemark.shift.Thresholds.Effects;
import java.util.List;
import java.util.Optional;

/** The champion's score has moved, by effect and beyond chance, for long enough to be an alarm. A reason to look, never one to retrain. */
final class ScoreMoved implements Rule {
    @Override
    public String name() {
        return "score_moved";
    }

    @Override
    public List<Finding> findings(Case given) {
        return alarm(given).map(score -> finding(given, score)).stream().toList();
    }

    private static Optional<ScoreShift> alarm(Case given) {
        return given.evidence().outcomes().score().filter(ScoreShift::isAlarm);
    }

    private Finding finding(Case given, ScoreShift score) {
        Effects thresholds = given.shifts().thresholds().psi(Thresholds.ANY);
        return new Finding(
                name(),
                "model_performance.score_psi",
                score.cohort(),
                score.psi(),
                score.severity() == Severity.MAJOR ? thresholds.major() : thresholds.moderate(),
                "the score shifted: PSI " + Figures.auc(score.psi()) + " in "
                        + score.cohort().label() + ", chance alone stays below " + Figures.auc(score.critical())
                        + score.onset()
                                .map(onset -> " (since " + onset.label() + ")")
                                .orElse(""));
    }

    @Override
    public Optional<Verdict> verdict(Case given) {
        return alarm(given)
                .map(score -> new Verdict(
                        Action.WATCH,
                        score.severity() == Severity.MAJOR ? Urgency.MEDIUM : Urgency.LOW,
                        "the score shifted in " + score.cohort().label() + " (PSI " + Figures.auc(score.psi()) + "); "
                                + PopulationMoved.whatItCosts(given)));
    }
}
