package io.tidemark.spark.output;

import static io.tidemark.spark.table.Types.COUNT;
import static io.tidemark.spark.table.Types.NUMBER;
import static io.tidemark.spark.table.Types.TEXT;
import static io.tidemark.spark.table.Types.TEXT_BY_TEXT;
import static io.tidemark.spark.table.Types.WINDOW;

import io.tidemark.cohort.DriftType;
import io.tidemark.cohort.Reference.FixedWindow;
import io.tidemark.shift.CohortShift;
import io.tidemark.shift.CorrelationChange;
import io.tidemark.shift.DomainShift;
import io.tidemark.shift.JointShift;
import io.tidemark.shift.ReconstructionError;
import io.tidemark.shift.Severity;
import io.tidemark.spark.table.Getter;
import io.tidemark.spark.table.OutputTable;
import io.tidemark.spark.table.Types;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The table {@code cohort_shifts}. What is learned from samples is read back by {@code StoredJointShifts}. */
final class CohortShiftsTable {
    private static final DataType TOP = DataTypes.createArrayType(
            new StructType().add("column_name", TEXT, true).add("share", NUMBER, true), false);
    private static final DataType UNLIKE = DataTypes.createArrayType(
            new StructType().add("entity_id", TEXT, true).add("probability", NUMBER, true), false);
    private static final StructType CORRELATION = new StructType()
            .add("left", TEXT, true)
            .add("right", TEXT, true)
            .add("reference", NUMBER, true)
            .add("current", NUMBER, true)
            .add("pvalue", NUMBER, true);

    static final OutputTable<CohortShift> TABLE = joint(severities(key()))
            .nullable(
                    "onset_window",
                    WINDOW,
                    "the cohort in which the departure of all features together began",
                    s -> s.onset() == null ? null : Types.window(s.onset()))
            .column(
                    "undefined",
                    TEXT_BY_TEXT,
                    "figures without a value, each with the reason",
                    CohortShiftsTable::undefined)
            .check("window_order", Tables.WINDOW_CHECK)
            .check("auc_range", "domain_classifier_auc IS NULL OR domain_classifier_auc BETWEEN 0 AND 1");

    private CohortShiftsTable() {}

    private static OutputTable<CohortShift> key() {
        return OutputTable.<CohortShift>of(
                        "cohort_shifts",
                        "How each cohort as a whole differs from the reference: its features counted by their grades, and all"
                                + " of them at once, from a sample of at most 20,000 applicants on either side.")
                .column("window", WINDOW, "the cohort, end not included", s -> Types.window(s.cohort()))
                .nullable(
                        "window_cmp",
                        WINDOW,
                        "the reference; null where it is another table",
                        s -> s.reference() instanceof FixedWindow window ? Types.window(window.span()) : null)
                .column(
                        "drift_type",
                        TEXT,
                        DriftType.legend(),
                        s -> s.reference().driftType().name())
                .column(
                        "reference_id",
                        TEXT,
                        "the reference",
                        s -> s.reference().id())
                .column(
                        "granularity",
                        TEXT,
                        "length of the cohort, such as 1 month",
                        s -> s.cohort().granularity().duration())
                .column("count", COUNT, "applicants of the cohort", CohortShift::rows)
                .column("features_compared", COUNT, "features that were compared", CohortShift::compared)
                .column("alarms", COUNT, "features that raise an alarm", CohortShift::alarms);
    }

    private static OutputTable<CohortShift> severities(OutputTable<CohortShift> table) {
        for (Severity severity : Severity.values()) {
            table.column(
                    "features_" + severity.name().toLowerCase(Locale.ROOT),
                    COUNT,
                    "features with severity " + severity,
                    s -> s.features(severity));
        }
        return table;
    }

    private static OutputTable<CohortShift> joint(OutputTable<CohortShift> table) {
        return table.nullable("sample_count", COUNT, "applicants of the cohort's sample", joint(j -> (long) j.rows()))
                .nullable("sample_count_cmp", COUNT, "applicants of the reference's sample", joint(j ->
                        (long) j.referenceRows()))
                .nullable("features_together", COUNT, "features that were looked at together", joint(j ->
                        (long) j.features()))
                .nullable(
                        "domain_classifier",
                        TEXT,
                        "what was taught to tell the cohort from the reference: LOGISTIC or TREES",
                        domain(d -> d.model().name()))
                .nullable(
                        "domain_classifier_auc",
                        NUMBER,
                        "how well it does on applicants that it has not seen, area under the ROC curve; 0.5: it cannot",
                        domain(d -> d.auc().value()))
                .nullable(
                        "domain_classifier_low",
                        NUMBER,
                        "lower end of its 95 % confidence interval (DeLong)",
                        domain(d -> d.auc().low()))
                .nullable(
                        "domain_classifier_high",
                        NUMBER,
                        "upper end of its 95 % confidence interval",
                        domain(d -> d.auc().high()))
                .nullable(
                        "domain_classifier_variance",
                        NUMBER,
                        "variance of the area",
                        domain(d -> d.auc().variance()))
                .nullable(
                        "domain_classifier_null_low",
                        NUMBER,
                        "where the area lies in nineteen of twenty cases if nothing shifted: lower end",
                        domain(d -> d.chance().low()))
                .nullable(
                        "domain_classifier_null_high",
                        NUMBER,
                        "upper end of the same",
                        domain(d -> d.chance().high()))
                .nullable(
                        "domain_classifier_null_spread",
                        NUMBER,
                        "how much wider chance is than the law of scores that know nothing; from halves of the reference",
                        domain(DomainShift::spread))
                .nullable(
                        "top_features",
                        TOP,
                        "what the classifier tells by, with shares of its standardised coefficients or importance",
                        domain(d -> Types.array(d.top().stream()
                                .map(top -> RowFactory.create(top.feature(), top.share()))
                                .toList())))
                .nullable(
                        "most_unlike",
                        UNLIKE,
                        "applicants least like the reference, at most 10; empty where no entity column is named",
                        domain(d -> Types.array(d.mostUnlike().stream()
                                .map(one -> RowFactory.create(one.entity(), one.probability()))
                                .toList())))
                .nullable(
                        "reconstruction_error",
                        NUMBER,
                        "mean squared error of standardised numbers put together from the reference's principal components",
                        reconstruction(ReconstructionError::value))
                .nullable(
                        "reconstruction_error_low",
                        NUMBER,
                        "where it lies in nineteen of twenty cases if nothing shifted: lower end",
                        reconstruction(ReconstructionError::low))
                .nullable(
                        "reconstruction_error_high",
                        NUMBER,
                        "upper end of the same",
                        reconstruction(ReconstructionError::high))
                .nullable(
                        "correlation_change",
                        NUMBER,
                        "the largest absolute difference of a rank correlation between two numbers",
                        joint(j -> j.widest().map(CorrelationChange::size).orElse(null)))
                .nullable(
                        "correlation_change_of",
                        CORRELATION,
                        "the pair that it is of",
                        joint(j -> j.widest().map(CohortShiftsTable::row).orElse(null)))
                .nullable(
                        "correlation_changes",
                        DataTypes.createArrayType(CORRELATION, false),
                        "the pairs whose correlation changed most beside its noise; pvalue after Bonferroni over all pairs",
                        joint(j -> Types.array(j.correlations().stream()
                                .map(CohortShiftsTable::row)
                                .toList())));
    }

    private static Row row(CorrelationChange change) {
        return RowFactory.create(change.left(), change.right(), change.reference(), change.current(), change.pValue());
    }

    private static Getter<CohortShift> joint(Getter<JointShift> getter) {
        return s -> s.joint() == null ? null : getter.of(s.joint());
    }

    private static Getter<CohortShift> domain(Getter<DomainShift> getter) {
        return joint(j -> getter.of(j.domain()));
    }

    private static Getter<CohortShift> reconstruction(Getter<ReconstructionError> getter) {
        return joint(j -> j.reconstruction().isEmpty()
                ? null
                : getter.of(j.reconstruction().get()));
    }

    private static Object undefined(CohortShift shift) {
        Map<String, String> reasons = new TreeMap<>();
        String noNumbers = "there are fewer than " + JointShift.LEAST_NUMBERS + " numeric features";
        if (shift.joint() == null) {
            reasons.put("domain_classifier_auc", shift.whyNoJoint());
        }
        if (shift.joint() == null || shift.joint().reconstruction().isEmpty()) {
            reasons.put("reconstruction_error", shift.joint() == null ? shift.whyNoJoint() : noNumbers);
        }
        if (shift.joint() == null || shift.joint().widest().isEmpty()) {
            reasons.put("correlation_change", shift.joint() == null ? shift.whyNoJoint() : noNumbers);
        }
        return Types.map(reasons);
    }
}
