package io.tidemark.policy;

import io.tidemark.cohort.Cohort;
import java.util.List;
import java.util.Optional;

/** The champion's level is off, and refitting intercept and slope mends it for a tenth of what a new model costs. */
final class Miscalibrated implements Rule {
    @Override
    public String name() {
        return "miscalibrated";
    }

    @Override
    public List<Finding> findings(Case given) {
        return given.miscalibration().map(this::finding).stream().toList();
    }

    private Finding finding(Miscalibration level) {
        return new Finding(
                name(),
                "model_performance.calibration_intercept",
                last(level),
                level.z(),
                Miscalibration.CLEAR,
                "bads in " + span(level) + ": " + Figures.percent(level.observed()) + ", where the score expected "
                        + Figures.percent(level.expected()) + "; that is off by "
                        + Figures.number(Math.abs(level.z())) + " standard errors");
    }

    private static Cohort last(Miscalibration level) {
        return level.cohorts().get(level.cohorts().size() - 1).cohort();
    }

    private static String span(Miscalibration level) {
        return RetrainingPays.span(level.cohorts().get(0).cohort(), last(level));
    }

    @Override
    public Optional<Verdict> verdict(Case given) {
        return given.miscalibration()
                .map(level -> new Verdict(
                        Action.RECALIBRATE,
                        Urgency.MEDIUM,
                        "refit the score's intercept and slope on the newest cohorts whose outcomes are known: "
                                + Figures.percent(level.observed()) + " of the applicants of " + span(level)
                                + " went bad, where the score expected " + Figures.percent(level.expected())
                                + "; a new model is not called for"));
    }
}
