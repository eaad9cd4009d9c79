package io.tidemark.spark;

import static io.tidemark.spark.Types.TEXT;
import static io.tidemark.spark.Types.TEXTS;
import static io.tidemark.spark.Types.WINDOW;

import io.tidemark.policy.Action;
import io.tidemark.policy.Finding;
import io.tidemark.policy.Recommendation;
import io.tidemark.policy.Urgency;
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
            .column("policy", TEXT, "the policy that decided", Recommendation::policy)
            .column("policy_version", DataTypes.IntegerType, "its version", Recommendation::policyVersion)
            .check("action_known", "action IN " + Tables.names(Action.values()))
            .check("urgency_known", "urgency IN " + Tables.names(Urgency.values()));

    private static Row reason(Finding finding) {
        return RowFactory.create(
                finding.rule(),
                finding.column(),
                Types.window(finding.cohort()),
                finding.value(),
                finding.threshold(),
                finding.sentence());
    }

    private RecommendationsTable() {}
}
