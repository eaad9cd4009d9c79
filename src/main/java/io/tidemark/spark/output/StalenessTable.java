package io.tidemark.spark.output;

import static io.tidemark.spark.table.Types.COUNT;
import static io.tidemark.spark.table.Types.NUMBER;
import static io.tidemark.spark.table.Types.TEXT;
import static io.tidemark.spark.table.Types.WINDOW;

import io.tidemark.model.LogisticRecalibration;
import io.tidemark.model.Recipe;
import io.tidemark.spark.table.OutputTable;
import io.tidemark.spark.table.Types;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The table {@code staleness}, read back by {@link StoredStaleness}. */
final class StalenessTable {
    private static final StructType RECALIBRATED =
            new StructType().add("through", DataTypes.DateType, true).add("brier", NUMBER, true);

    static final OutputTable<StoredStaleness> TABLE = OutputTable.<StoredStaleness>of(
                    "staleness",
                    "How a model of a recipe, trained through one cohort, does on each later cohort whose outcomes are known, and"
                            + " what is lost beside the freshest one that there could have been.")
            .column(
                    "recipe",
                    TEXT,
                    "LOGISTIC: logistic regression; TREES: gradient-boosted trees",
                    s -> s.figures().recipe().name())
            .column(
                    "trained_through",
                    DataTypes.DateType,
                    "the last day of the cohorts that the model was trained on",
                    s -> s.figures().trainedThrough().window().to())
            .column(
                    "window",
                    WINDOW,
                    "the cohort that it is judged on, end not included",
                    s -> Types.window(s.figures().cohort()))
            .column(
                    "granularity",
                    TEXT,
                    "length of the cohort, such as 1 month",
                    s -> s.figures().cohort().granularity().duration())
            .column(
                    "auc",
                    NUMBER,
                    "area under the ROC curve, 0..1",
                    s -> s.figures().auc())
            .column(
                    "log_loss",
                    NUMBER,
                    "mean of -log of the probability given to what became of the applicant",
                    s -> s.figures().logLoss())
            .column(
                    "brier",
                    NUMBER,
                    "mean squared difference of probability and outcome, 0..1",
                    s -> s.figures().brier())
            .column("labelled", COUNT, "applicants that it is judged on, a sample of those with an outcome", s ->
                    (long) s.figures().labelled())
            .column("bads", COUNT, "those of them with the bad outcome", s ->
                    (long) s.figures().bads())
            .column(
                    "gap_brier",
                    NUMBER,
                    "Brier score less that of the model trained through the last cohort before, on the same applicants; above 0 the"
                            + " older model is worse",
                    s -> s.figures().brierGap().value())
            .column(
                    "gap_brier_se",
                    NUMBER,
                    "its standard error, of paired differences",
                    s -> s.figures().brierGap().standardError())
            .column(
                    "gap_auc",
                    NUMBER,
                    "the same of 1 - AUC",
                    s -> s.figures().aucGap().value())
            .column(
                    "gap_auc_se",
                    NUMBER,
                    "its standard error, DeLong's for paired areas",
                    s -> s.figures().aucGap().standardError())
            .nullable(
                    "recalibration_intercept",
                    NUMBER,
                    "a of logit p' = a + b logit p, the model's level refitted on this cohort and the one before; null where the model was trained"
                            + " on that one, and where there is no such line",
                    s -> s.figures()
                            .recalibration()
                            .map(LogisticRecalibration::intercept)
                            .orElse(null))
            .nullable(
                    "recalibration_slope",
                    NUMBER,
                    "b of it",
                    s -> s.figures()
                            .recalibration()
                            .map(LogisticRecalibration::slope)
                            .orElse(null))
            .column(
                    "recalibrated",
                    DataTypes.createArrayType(RECALIBRATED, false),
                    "what brier would have been, had the level been refitted through an earlier cohort, by its last day",
                    s -> Types.array(s.figures().recalibratedBrier().entrySet().stream()
                            .map(one -> RowFactory.create(one.getKey().window().to(), one.getValue()))
                            .toList()))
            .column(
                    "trained_on",
                    TEXT,
                    "hash of settings and cohorts that the model was trained with",
                    StoredStaleness::trainedOn)
            .check("window_order", Tables.WINDOW_CHECK)
            .check("recipe_known", "recipe IN " + Types.names(Recipe.values()))
            .check("trained_before", "trained_through < window.start")
            .check("auc_range", "auc BETWEEN 0 AND 1");

    private StalenessTable() {}
}
