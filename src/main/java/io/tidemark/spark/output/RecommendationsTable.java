package io.tidemark.spark.output;

import static io.tidemark.spark.table.Types.NUMBER;
import static io.tidemark.spark.table.Types.TEXT;
import static io.tidemark.spark.table.Types.TEXTS;
import static io.tidemark.spark.table.Types.WINDOW;

import io.tidemark.policy.Action;
import io.tidemark.policy.Balance;
import io.tidemark.policy.Finding;
import io.tidemark.policy.Recommendation;
import io.tidemark.policy.TrainingWindow;
import io.tidemark.policy.Urgency;
import io.tidemark.spark.table.OutputTable;
import io.tidemark.spark.table.Types;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The table {@code recommendations}. */
final class RecommendationsTable {
    private static final StructType REASON = new StructType()
            .add("rule", DataTypes.StringType, true)
            .add("column_name", DataTypes.StringType, true)
            .add("window", WINDOW, true)
            .add("value", DataTypes.DoubleType, true)
            .add("threshold", DataTypes.DoubleType, true)
            .add("sentence", DataTypes.StringType, true);

    static final OutputTable<Recommendation> TABLE = OutputTable.<Recommendation>of(
                    "recommendations", "What should be done, and why; one row per monitor and day that was known.")
            .partitionedBy("as_of")
            .column("as_of", DataTypes.DateType, "the last day that was known", Recommendation::asOf)
            .column("window", WINDOW, "the cohort that was judged, end not included", r -> Types.window(r.cohort()))
            .column("action", TEXT, "what should be done", r -> r.action().name())
            .column("urgency", TEXT, "LOW, MEDIUM or HIGH", r -> r.urgency().name())
            .column("headline", TEXT, "the recommendation in a sentence", Recommendation::headline)
            .column(
                    "reasons",
                    DataTypes.createArrayType(REASON, false),
                    "what speaks for it, the strongest first",
                    r -> Types.array(r.reasons().stream()
                            .map(RecommendationsTable::reason)
                            .toList()))
            .column("counter_evidence", TEXTS, "what speaks against it", r -> Types.array(r.counterEvidence()))
            .column("not_looked_at", TEXTS, "evidence that was not available", r -> Types.array(r.notLookedAt()))
            .column(
                    "policy",
                    TEXT,
                    "the rule for retraining that was asked; shift_only where none could be",
                    Recommendation::policy)
            .column(
                    "policy_version",
                    DataTypes.IntegerType,
                    "the version of the rules around it",
                    Recommendation::policyVersion)
            .nullable("how_sure", TEXTS, "how far it can be relied on", r -> Types.array(r.howSure()))
            .column(
                    "would_change",
                    TEXTS,
                    "what would lead to another recommendation",
                    r -> Types.array(r.wouldChange()))
            .nullable(
                    "loss",
                    TEXT,
                    "what models are charged: auc (1 - AUC) or brier; null without a label",
                    r -> r.balance().map(balance -> balance.loss().id()).orElse(null))
            .nullable(
                    "debt",
                    NUMBER,
                    "what the champion has cost and costs by not having been renewed, loss times cohorts; null before"
                            + " that can be told",
                    r -> number(r, Balance::debt))
            .nullable(
                    "retrain_cost",
                    NUMBER,
                    "what a retrain costs, loss times cohorts",
                    r -> number(r, balance -> OptionalDouble.of(balance.retrainCost())))
            .nullable(
                    "break_even_cost",
                    NUMBER,
                    "the price of a retrain below which the rule acts; null where it would at none, or at any",
                    r -> number(r, Balance::breakEvenCost))
            .nullable(
                    "confidence",
                    NUMBER,
                    "the chance that debt exceeds retrain_cost, 0..1; at 1/2 or below LASTING_GAP does not retrain",
                    r -> number(r, Balance::confidence))
            .nullable(
                    "expected_saving",
                    NUMBER,
                    "what acting now saves in the cohorts ahead, its price taken off, loss times cohorts",
                    r -> number(r, Balance::expectedSaving))
            .nullable(
                    "training_window",
                    WINDOW,
                    "what a new model would be trained on, end not included; see reasons for why",
                    r -> Types.window(
                            r.trainingWindow().map(TrainingWindow::span).orElse(null)))
            .nullable(
                    "blocked_until",
                    DataTypes.DateType,
                    "the day from which on outcomes suffice for a new model; null where they do",
                    r -> r.blockedUntil().orElse(null))
            .nullable(
                    "review_by",
                    DataTypes.DateType,
                    "the day by which somebody should look again",
                    r -> r.reviewBy().orElse(null))
            .check("action_known", "action IN " + Types.names(Action.values()))
            .check("urgency_known", "urgency IN " + Types.names(Urgency.values()));

    private static Row reason(Finding finding) {
        return RowFactory.create(
                finding.rule(),
                finding.column(),
                Types.window(finding.cohort()),
                finding.value(),
                finding.threshold(),
                finding.sentence());
    }

    private static Object number(Recommendation recommendation, Function<Balance, OptionalDouble> figure) {
        return Types.number(recommendation.balance().map(figure).orElse(OptionalDouble.empty()));
    }

    private RecommendationsTable() {}
}
