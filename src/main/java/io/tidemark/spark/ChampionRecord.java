package io.tidemark.spark;

import io.tidemark.cohort.Cohort;
import io.tidemark.model.Auc;
import io.tidemark.policy.CalibrationFigures;
import io.tidemark.policy.CohortOutcomes;
import io.tidemark.policy.Estimate;
import io.tidemark.policy.EstimatedAuc;
import io.tidemark.policy.OutcomeEvidence;
import io.tidemark.policy.RateEffects;
import io.tidemark.policy.ScoreShift;
import io.tidemark.shift.JudgedShift;
import io.tidemark.shift.OutcomeEffect;
import io.tidemark.spark.outcome.ChampionFigures;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is known of the champion, as recommendations take it.
 *
 * @param figures its own, on all applicants of each cohort
 * @param scores shifts of its scores against the deciding reference
 * @param effects the largest shifts of features in the newest mature cohort, by what they do to the bad rate
 */
record ChampionRecord(List<ChampionFigures> figures, List<JudgedShift> scores, List<JudgedShift> effects) {
    /**
     * The evidence.
     *
     * @param trained the last cohort that the champion was trained on; what it did there does not count
     * @param newest the cohort that is judged
     */
    OutcomeEvidence evidence(Optional<Cohort> trained, Cohort newest) {
        List<CohortOutcomes> mature = figures.stream()
                .filter(one -> one.isMature() && one.labelled() > 0)
                .filter(one -> trained.isEmpty() || one.cohort().compareTo(trained.get()) > 0)
                .sorted(Comparator.comparing(ChampionFigures::cohort))
                .map(ChampionRecord::outcomes)
                .toList();
        List<EstimatedAuc> estimated = figures.stream()
                .sorted(Comparator.comparing(ChampionFigures::cohort))
                .flatMap(one -> one.estimatedAuc().stream().map(area -> new EstimatedAuc(one.cohort(), estimate(area))))
                .toList();
        return new OutcomeEvidence(mature, estimated, rates(), score(newest));
    }

    private static CohortOutcomes outcomes(ChampionFigures found) {
        return new CohortOutcomes(
                found.cohort(),
                found.labelled(),
                found.bads(),
                found.auc().map(ChampionRecord::estimate),
                found.brier().map(OptionalDouble::of).orElse(OptionalDouble.empty()),
                calibration(found),
                found.recalibrationGain().map(ChampionRecord::estimate));
    }

    private static Estimate estimate(Auc area) {
        return new Estimate(area.value(), Math.sqrt(area.variance()), area.low(), area.high());
    }

    private static Optional<CalibrationFigures> calibration(ChampionFigures found) {
        Optional<Double> observed = found.observedRate();
        Optional<Double> expected = found.expectedRate().filter(rate -> rate > 0 && rate < 1);
        Optional<Estimate> intercept = found.calibrationIntercept().map(ChampionRecord::estimate);
        Optional<Estimate> slope = found.calibrationSlope().map(ChampionRecord::estimate);
        return observed.isEmpty() || expected.isEmpty() || intercept.isEmpty() || slope.isEmpty()
                ? Optional.empty()
                : Optional.of(new CalibrationFigures(observed.get(), expected.get(), intercept.get(), slope.get()));
    }

    private static Estimate estimate(io.tidemark.model.Estimate found) {
        return Estimate.of(found.value(), found.standardError());
    }

    /** The change of the bad rate over the bins of the champion's score: what it foresaw, and what it did not. */
    private Optional<RateEffects> rates() {
        return scores.stream()
                .filter(score ->
                        score.shift().effect() != null && score.shift().effect().rateEffect() != null)
                .max(Comparator.comparing(score -> score.shift().cohort()))
                .map(score -> {
                    OutcomeEffect effect = score.shift().effect();
                    return new RateEffects(
                            score.shift().cohort(),
                            effect.mixEffect(),
                            effect.rateEffect(),
                            effect.rateError(),
                            effects.stream().map(ChampionRecord::sentence).toList());
                });
    }

    private static String sentence(JudgedShift shift) {
        OutcomeEffect effect = shift.shift().effect();
        String name = shift.shift().feature().name();
        return Math.abs(effect.mixEffect()) >= Math.abs(effect.rateEffect())
                ? String.format(
                        Locale.ROOT,
                        "other values of %s change the bad rate by %+.2f points",
                        name,
                        100 * effect.mixEffect())
                : String.format(
                        Locale.ROOT,
                        "applicants alike in %s turn out otherwise by %+.2f points",
                        name,
                        100 * effect.rateEffect());
    }

    private Optional<ScoreShift> score(Cohort newest) {
        return scores.stream()
                .filter(score -> score.shift().cohort().equals(newest)
                        && score.shift().psi().isPresent()
                        && score.shift().noise() != null)
                .findFirst()
                .map(score -> new ScoreShift(
                        newest,
                        Math.max(0, score.shift().psi().getAsDouble()),
                        score.shift().noise().critical(),
                        score.severity(),
                        score.isAlarm(),
                        onset(score)));
    }

    static Optional<Cohort> onset(JudgedShift score) {
        return Optional.ofNullable(score.shift().departure()).flatMap(at -> Optional.ofNullable(at.onset()));
    }
}
