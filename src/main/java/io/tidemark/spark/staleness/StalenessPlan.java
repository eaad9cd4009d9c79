package io.tidemark.spark.staleness;

import io.tidemark.cohort.Cohort;
import io.tidemark.config.ColumnsConfig;
import io.tidemark.feature.Feature;
import io.tidemark.model.BadOutcome;
import io.tidemark.model.Encoding;
import io.tidemark.model.LabelledCohort;
import io.tidemark.model.Recipe;
import io.tidemark.model.TrailingWindows;
import io.tidemark.spark.history.Profiled;
import io.tidemark.spark.pass.PassPlan;
import io.tidemark.spark.source.MonitoredTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * What is studied of how models age.
 *
 * @param applicants whose features are taken
 * @param privacyFloor how many applicants a category needs to be named
 * @param bad which value of the label is the bad outcome
 */
public record StalenessPlan(
        PassPlan applicants,
        ColumnsConfig columns,
        long privacyFloor,
        BadOutcome bad,
        List<Recipe> recipes,
        TrailingWindows windows) {
    private static final int MOST_TRAINED_ON = 60_000;
    /** Logistic regression holds what is not 0, trees hold every column, and several models are trained at once. */
    private static final int MOST_FILLED = 4_000_000;

    private static final int MOST_CELLS = 24_000_000;

    /** A plan over what was profiled, without columns that turned out to be no features. */
    public static StalenessPlan of(
            MonitoredTable table,
            Profiled profiled,
            Set<String> noFeatures,
            BadOutcome bad,
            List<Recipe> recipes,
            TrailingWindows windows) {
        PassPlan applicants = new PassPlan(
                profiled.inModels(noFeatures),
                List.of(),
                profiled.plan().calendar(),
                profiled.plan().lastDay());
        return new StalenessPlan(
                applicants, table.config().columns(), table.config().privacyFloor(), bad, recipes, windows);
    }

    /**
     * How many applicants a model is trained on at most. A model of few is worse than it need be, and by how much is the luck of the draw: that is noise
     * in every gap between models, so it is the whole window where that can be held.
     */
    int mostTrainedOn() {
        List<Feature> features = applicants.features();
        return Math.min(
                MOST_TRAINED_ON,
                Math.min(
                        MOST_FILLED / Math.max(1, Encoding.mostFilled(features)),
                        MOST_CELLS / Math.max(1, Encoding.mostWidth(features))));
    }

    /** What decides over the models that are trained through a cohort, as a hash: the same where they come out the same. */
    String trainedOn(Cohort through) {
        List<Object> decisive = new ArrayList<>(List.of(
                RecipeModels.SETTINGS,
                org.apache.spark.package$.MODULE$.SPARK_VERSION(),
                mostTrainedOn(),
                privacyFloor,
                applicants.features(),
                columns.time(),
                String.valueOf(columns.entity()),
                String.valueOf(columns.label()),
                bad));
        for (LabelledCohort cohort : windows.window(through)) {
            decisive.add(cohort);
        }
        return DigestUtils.sha256Hex(decisive.toString());
    }
}
