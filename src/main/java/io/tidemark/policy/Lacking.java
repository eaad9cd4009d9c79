package io.tidemark.policy;

import java.util.ArrayList;
import java.util.List;

/** The evidence that was not available. */
final class Lacking {
    private Lacking() {}

    static List<String> of(Evidence evidence) {
        List<String> missing = new ArrayList<>();
        ShiftEvidence.KnownColumns known = evidence.shifts().known();
        OutcomeEvidence outcomes = evidence.outcomes();
        if (known.label() == null) {
            missing.add("outcomes: no label column is named, so nothing is known of defaults");
        } else if (outcomes.mature().isEmpty() && evidence.retraining().isEmpty()) {
            missing.add(
                    "outcomes: of '" + known.label() + "' nothing was judged, since no cohort has all of its outcomes");
        } else if (outcomes.mature().isEmpty()
                && evidence.retraining().filter(Lacking::hasOutcomes).isEmpty()) {
            missing.add("outcomes: no cohort after the champion's training has all of its outcomes in '" + known.label()
                    + "'");
        }
        if (known.score() == null) {
            missing.add(
                    "the model: no score column is named, so nothing is known of what the model makes of the shift");
        } else if (outcomes.score().isEmpty()
                && outcomes.mature().stream().allMatch(cohort -> cohort.auc().isEmpty())) {
            missing.add("the model: '" + known.score() + "' is kept out of the features and was not judged");
        }
        evidence.retraining()
                .flatMap(LiveSituation::lacking)
                .ifPresent(reason -> missing.add("newer models: " + reason));
        return missing;
    }

    private static boolean hasOutcomes(RetrainingEvidence known) {
        return known.newestMature() > known.champion().trainedThrough();
    }
}
