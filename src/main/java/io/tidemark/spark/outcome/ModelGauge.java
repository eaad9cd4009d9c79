package io.tidemark.spark.outcome;

import io.tidemark.model.Figure;
import io.tidemark.model.LogisticCalibration;
import io.tidemark.model.ScoreBands;
import io.tidemark.model.ScoreForm;
import io.tidemark.model.ScoreScale;
import io.tidemark.model.ScoredApplicants;
import io.tidemark.model.ScoredModel;
import io.tidemark.model.ScoredModel.Scale;
import io.tidemark.model.ScoredOutcomes;
import java.io.Serializable;

/**
 * What a model's scores are measured by: learned from the applicants of the reference whose outcomes are known, and the same for all cohorts.
 *
 * @param bands ranges of the score
 * @param calibration from scores to probabilities
 */
public record ModelGauge(ScoredModel model, ScoreBands bands, Figure<LogisticCalibration> calibration)
        implements Serializable {
    static ModelGauge of(ScoredModel model, int place, ScoredApplicants reference) {
        ScoredOutcomes outcomes = reference.by(place);
        return new ModelGauge(
                model, ScoreBands.deciles(outcomes.scores()), LogisticCalibration.of(outcomes, form(model)));
    }

    /** What a model's scores are by themselves. */
    public static ScoreForm form(ScoredModel model) {
        return model.scale() == Scale.PROBABILITY ? ScoreForm.PROBABILITY : ScoreForm.POINTS;
    }

    /** What scores are judged as: probabilities as they are, points as the reference's outcomes say. */
    ScoreScale scale() {
        ScoreForm form = form(model);
        return form == ScoreForm.PROBABILITY
                ? form
                : calibration.known().<ScoreScale>map(fitted -> fitted).orElse(form);
    }
}
