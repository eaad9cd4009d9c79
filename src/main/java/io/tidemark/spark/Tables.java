package io.tidemark.spark;

import static io.tidemark.spark.Types.COUNT;
import static io.tidemark.spark.Types.COUNT_BY_TEXT;
import static io.tidemark.spark.Types.NUMBER;
import static io.tidemark.spark.Types.NUMBERS;
import static io.tidemark.spark.Types.TEST;
import static io.tidemark.spark.Types.TEXT;
import static io.tidemark.spark.Types.TEXTS;
import static io.tidemark.spark.Types.TEXT_BY_TEXT;
import static io.tidemark.spark.Types.WINDOW;

import io.tidemark.feature.BinKind;
import io.tidemark.incident.DataIncident;
import io.tidemark.incident.IncidentKind;
import io.tidemark.measure.Measure;
import io.tidemark.measure.MeasureCard;
import io.tidemark.measure.MeasureResult;
import io.tidemark.measure.Measures;
import io.tidemark.policy.Action;
import io.tidemark.policy.Finding;
import io.tidemark.policy.Recommendation;
import io.tidemark.policy.Urgency;
import io.tidemark.shift.BinShift;
import io.tidemark.shift.JudgedShift;
import io.tidemark.shift.PsiNoise;
import io.tidemark.shift.Severity;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The catalogue of the output tables. Their columns are a contract: they are added to, never renamed. */
final class Tables {
    private static final String SLICE_KEY = "what the segments are cut by; null for all applicants";
    private static final String SLICE_VALUE = "the segment; null for all applicants";
    private static final String WINDOW_CHECK = "window.start < window.end";

    static final OutputTable<RunRecord> RUNS = OutputTable.<RunRecord>of(
                    "runs",
                    "Runs of monitors. The rows of other tables count once the run that wrote them is COMPLETE.")
            .column(
                    "status",
                    TEXT,
                    "RUNNING, COMPLETE or FAILED",
                    r -> r.status().name())
            .column(
                    "started_at",
                    DataTypes.TimestampType,
                    "when the run began, UTC",
                    r -> r.start().at())
            .nullable(
                    "finished_at",
                    DataTypes.TimestampType,
                    "when the run ended, UTC",
                    RunRecord.atEnd(RunRecord.End::at))
            .column("as_of", DataTypes.DateType, "the last day that was known to the run", RunRecord::asOf)
            .column(
                    "config",
                    TEXT,
                    "the options as they took effect, JSON, secrets redacted",
                    r -> r.start().config())
            .column("config_hash", TEXT, "SHA-256 of config", r -> r.start().configHash())
            .column(
                    "tidemark_version",
                    TEXT,
                    "the version of Tidemark",
                    r -> r.start().tidemarkVersion())
            .column(
                    "spark_version",
                    TEXT,
                    "the version of Spark",
                    r -> r.start().sparkVersion())
            .column("source_format", TEXT, "format of the input", r -> r.start().sourceFormat())
            .column(
                    "source_location",
                    TEXT,
                    "path or table of the input",
                    r -> r.start().sourceLocation())
            .column(
                    "source_identity",
                    TEXT,
                    "Delta version, or hash of the file listing; empty where neither is known",
                    r -> r.start().sourceIdentity())
            .nullable("rows_read", COUNT, "rows of the input", RunRecord.atEnd(RunRecord.End::rows))
            .nullable(
                    "rows_without_time",
                    COUNT,
                    "rows left out because they have no time",
                    RunRecord.atEnd(RunRecord.End::rowsWithoutTime))
            .nullable(
                    "rows_after_as_of",
                    COUNT,
                    "rows left out because they are later than as_of",
                    RunRecord.atEnd(RunRecord.End::rowsAfterAsOf))
            .nullable("cohorts_written", COUNT, "cohorts with rows", RunRecord.atEnd(RunRecord.End::cohorts))
            .nullable(
                    "columns_left_out",
                    TEXT_BY_TEXT,
                    "columns that are no features, each with the reason",
                    RunRecord.atEnd(e -> e.leftOut() == null ? null : Types.map(e.leftOut())))
            .nullable(
                    "duration_ms",
                    COUNT_BY_TEXT,
                    "wall time per stage, milliseconds",
                    RunRecord.atEnd(e -> e.durations() == null ? null : Types.map(e.durations())))
            .nullable("error", TEXT, "why the run failed", RunRecord.atEnd(RunRecord.End::error))
            .check("status_known", "status IN ('RUNNING', 'COMPLETE', 'FAILED')");

    static final OutputTable<StoredProfile.Open> COHORT_PROFILES = OutputTable.<StoredProfile.Open>of(
                    "cohort_profiles",
                    "What was counted of each feature in each cohort, and in the reference. Shares are 0..1.")
            .column(
                    "log_type",
                    TEXT,
                    "INPUT for a cohort, BASELINE for the reference",
                    p -> p.stored().part().name())
            .nullable(
                    "window",
                    WINDOW,
                    "the days, end not included; null for a reference that is another table",
                    p -> Types.window(p.stored().span()))
            .nullable(
                    "granularity",
                    TEXT,
                    "length of the cohort, such as 1 month",
                    p -> p.stored().granularity())
            .nullable("slice_key", TEXT, SLICE_KEY, p -> null)
            .nullable("slice_value", TEXT, SLICE_VALUE, p -> null)
            .column(
                    "column_name",
                    TEXT,
                    "the feature",
                    p -> p.stored().feature().name())
            .column(
                    "data_type",
                    TEXT,
                    "the column's type; dates are counted in days before the application",
                    p -> p.stored().feature().dataType())
            .column("count", COUNT, "applicants", p -> p.profile().rows())
            .column(
                    "num_nulls",
                    COUNT,
                    "applicants without a value",
                    p -> p.profile().missing())
            .nullable(
                    "num_nan", COUNT, "applicants with NaN; null for categories", p -> ProfileFigures.nan(p.profile()))
            .nullable(
                    "num_infinite",
                    COUNT,
                    "applicants with an infinity; null for categories",
                    p -> ProfileFigures.infinite(p.profile()))
            .nullable(
                    "num_special",
                    COUNT,
                    "applicants with a special code; null for categories",
                    p -> ProfileFigures.special(p.profile()))
            .nullable(
                    "num_zeros",
                    COUNT,
                    "applicants with zero; null for categories",
                    p -> ProfileFigures.zeros(p.profile()))
            .nullable(
                    "distinct_count",
                    COUNT,
                    "different values; null where more than are told apart",
                    p -> ProfileFigures.distinct(p.profile()))
            .nullable("min", NUMBER, "least amount", p -> ProfileFigures.min(p.profile()))
            .nullable("max", NUMBER, "greatest amount", p -> ProfileFigures.max(p.profile()))
            .nullable("avg", NUMBER, "mean of the amounts", p -> ProfileFigures.mean(p.profile()))
            .nullable(
                    "stddev",
                    NUMBER,
                    "standard deviation of the amounts (n - 1)",
                    p -> ProfileFigures.deviation(p.profile()))
            .nullable(
                    "quantiles",
                    NUMBERS,
                    "21 quantiles of the amounts: 0, 0.05, ... 1",
                    p -> ProfileFigures.quantiles(p.profile()))
            .nullable(
                    "frequent_items",
                    ProfileFigures.ITEMS,
                    "most frequent categories above the privacy floor",
                    p -> ProfileFigures.frequent(p.profile(), p.stored().privacyFloor()))
            .column(
                    "percent_null",
                    NUMBER,
                    "share without a value, 0..1",
                    p -> p.profile().missingShare())
            .nullable(
                    "percent_zeros",
                    NUMBER,
                    "share with zero, 0..1; null for categories",
                    p -> ProfileFigures.zeroShare(p.profile()))
            .nullable(
                    "percent_distinct",
                    NUMBER,
                    "different values per applicant, 0..1",
                    p -> ProfileFigures.distinctShare(p.profile()))
            .column(
                    "profile",
                    DataTypes.BinaryType,
                    "the counts from which all else is derived, versioned",
                    p -> p.stored().encoded())
            .check("log_type_known", "log_type IN ('INPUT', 'BASELINE')")
            .check("cohort_has_window", "log_type = 'BASELINE' OR window IS NOT NULL")
            .check("null_share", "percent_null BETWEEN 0 AND 1");

    static final OutputTable<StoredBin> BINS = OutputTable.<StoredBin>of(
                    "bins", "The bins of each feature, frozen with the reference.")
            .column("reference_id", TEXT, "the reference", b -> b.reference().id())
            .column("column_name", TEXT, "the feature", b -> b.feature().name())
            .column("bin", TEXT, "label of the bin", b -> b.bin().label())
            .column(
                    "position",
                    DataTypes.IntegerType,
                    "order of the bin within the feature, from 0",
                    StoredBin::position)
            .column(
                    "kind",
                    TEXT,
                    "RANGE, VALUE, MISSING, SPECIAL, BELOW, ABOVE, NEW or RARE",
                    b -> b.bin().kind().name())
            .nullable(
                    "lower",
                    NUMBER,
                    "lower edge of a RANGE, included",
                    b -> b.bin().lower())
            .nullable(
                    "upper",
                    NUMBER,
                    "upper edge of a RANGE, included in the last one only",
                    b -> b.bin().upper())
            .nullable(
                    "value",
                    TEXT,
                    "value of a VALUE or SPECIAL bin",
                    b -> b.bin().value())
            .column("reference_count", COUNT, "applicants of the reference in the bin", StoredBin::count)
            .column("reference_share", NUMBER, "their share, 0..1", StoredBin::share)
            .check("kind_known", "kind IN " + names(BinKind.values()))
            .check("share_range", "reference_share BETWEEN 0 AND 1");

    static final OutputTable<JudgedShift> FEATURE_SHIFTS = featureShifts();

    static final OutputTable<BinShift> BIN_SHIFTS = OutputTable.<BinShift>of(
                    "bin_shifts", "How each bin of each feature differs from the reference, cohort by cohort.")
            .column("window", WINDOW, "the cohort, end not included", s -> Types.window(s.cohort()))
            .column(
                    "drift_type",
                    TEXT,
                    "BASELINE: a fixed window; TABLE: another table",
                    s -> s.reference().driftType().name())
            .column("reference_id", TEXT, "the reference", s -> s.reference().id())
            .nullable("slice_key", TEXT, SLICE_KEY, s -> null)
            .nullable("slice_value", TEXT, SLICE_VALUE, s -> null)
            .column("column_name", TEXT, "the feature", s -> s.feature().name())
            .column("bin", TEXT, "label of the bin; see bins", s -> s.bin().label())
            .column("reference_share", NUMBER, "share of the reference's applicants, 0..1", BinShift::referenceShare)
            .column("share", NUMBER, "share of the cohort's applicants, 0..1", BinShift::share)
            .nullable(
                    "psi_contribution",
                    NUMBER,
                    "what the bin adds to population_stability_index",
                    BinShift::psiContribution)
            .check("window_order", WINDOW_CHECK)
            .check("share_range", "share BETWEEN 0 AND 1 AND reference_share BETWEEN 0 AND 1");

    static final OutputTable<DataIncident> DATA_INCIDENTS = OutputTable.<DataIncident>of(
                    "data_incidents",
                    "What looks like a fault of the data, or a change of the business that shows in them.")
            .column("window", WINDOW, "the cohort, end not included", i -> Types.window(i.cohort()))
            .column("column_name", TEXT, "the feature, or :table", DataIncident::column)
            .column("kind", TEXT, "kind of incident", i -> i.kind().name())
            .column(
                    "nature",
                    TEXT,
                    "DEFECT: of the data; CHANGE: of the business",
                    i -> i.kind().nature().name())
            .column("value", NUMBER, "what was seen", DataIncident::value)
            .column("expected", NUMBER, "what was expected", DataIncident::expected)
            .column("since", WINDOW, "the first cohort of the unbroken row that has it", i -> Types.window(i.since()))
            .column("sentence", TEXT, "the incident in words", DataIncident::sentence)
            .check("window_order", WINDOW_CHECK)
            .check("kind_known", "kind IN " + names(IncidentKind.values()));

    private static final StructType REASON = new StructType()
            .add("rule", DataTypes.StringType, true)
            .add("column_name", DataTypes.StringType, true)
            .add("window", WINDOW, true)
            .add("value", DataTypes.DoubleType, true)
            .add("threshold", DataTypes.DoubleType, true)
            .add("sentence", DataTypes.StringType, true);

    static final OutputTable<Recommendation> RECOMMENDATIONS = OutputTable.<Recommendation>of(
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
                    r -> Types.array(r.reasons().stream().map(Tables::reason).toList()))
            .column("counter_evidence", TEXTS, "what speaks against it", r -> Types.array(r.counterEvidence()))
            .column("not_looked_at", TEXTS, "evidence that was not available", r -> Types.array(r.notLookedAt()))
            .column("policy", TEXT, "the policy that decided", Recommendation::policy)
            .column("policy_version", DataTypes.IntegerType, "its version", Recommendation::policyVersion)
            .check("action_known", "action IN " + names(Action.values()))
            .check("urgency_known", "urgency IN " + names(Urgency.values()));

    static final List<OutputTable<?>> ALL =
            List.of(RUNS, COHORT_PROFILES, BINS, FEATURE_SHIFTS, BIN_SHIFTS, DATA_INCIDENTS, RECOMMENDATIONS);

    private Tables() {}

    private static OutputTable<JudgedShift> featureShifts() {
        OutputTable<JudgedShift> table = OutputTable.<JudgedShift>of(
                        "feature_shifts",
                        "How each feature of each cohort differs from the reference, with its noise and its grade."
                                + " Deltas are cohort minus reference.")
                .column(
                        "window",
                        WINDOW,
                        "the cohort, end not included",
                        s -> Types.window(s.shift().cohort()))
                .nullable(
                        "window_cmp",
                        WINDOW,
                        "the reference; null where it is another table",
                        s -> Types.window(s.shift().reference().window().orElse(null)))
                .column(
                        "drift_type",
                        TEXT,
                        "BASELINE: a fixed window; TABLE: another table",
                        s -> s.shift().reference().driftType().name())
                .column(
                        "reference_id",
                        TEXT,
                        "the reference",
                        s -> s.shift().reference().id())
                .column(
                        "granularity",
                        TEXT,
                        "length of the cohort, such as 1 month",
                        s -> s.shift().cohort().granularity().duration())
                .nullable("slice_key", TEXT, SLICE_KEY, s -> null)
                .nullable("slice_value", TEXT, SLICE_VALUE, s -> null)
                .column(
                        "column_name",
                        TEXT,
                        "the feature",
                        s -> s.shift().feature().name())
                .column(
                        "data_type",
                        TEXT,
                        "the column's type; dates are compared in days before the application",
                        s -> s.shift().feature().dataType())
                .column(
                        "count",
                        COUNT,
                        "applicants of the cohort",
                        s -> s.shift().rows())
                .column(
                        "count_cmp",
                        COUNT,
                        "applicants of the reference",
                        s -> s.shift().referenceRows())
                .column(
                        "count_delta",
                        COUNT,
                        "count minus count_cmp",
                        s -> s.shift().rows() - s.shift().referenceRows())
                .nullable(
                        "avg_delta",
                        NUMBER,
                        "difference of the means, in the feature's unit",
                        s -> s.shift().averageDelta())
                .column(
                        "percent_null_delta",
                        NUMBER,
                        "difference of the shares without a value",
                        s -> s.shift().missingShareDelta())
                .nullable(
                        "percent_zeros_delta",
                        NUMBER,
                        "difference of the shares with zero",
                        s -> s.shift().zeroShareDelta())
                .nullable(
                        "percent_distinct_delta",
                        NUMBER,
                        "difference of the different values per applicant",
                        s -> s.shift().distinctShareDelta());
        for (Measure measure : Measures.ALL) {
            MeasureCard card = measure.card();
            String meaning = card.definition() + "; " + card.range();
            boolean isTest = card.form() == MeasureCard.Form.TEST;
            String id = card.id();
            table.nullable(
                    id,
                    isTest ? TEST : NUMBER,
                    meaning,
                    s -> cell(s.shift().measures().get(id)));
        }
        return table.column(
                        "l_infinity_bin",
                        TEXT,
                        "the bin whose share changed most",
                        s -> s.shift().widestBin())
                .column(
                        "smoothing",
                        TEXT,
                        "of empty bins in population_stability_index",
                        s -> s.shift().smoothing())
                .nullable(
                        "psi_expected",
                        NUMBER,
                        "what PSI is on average if nothing shifted",
                        s -> noise(s, PsiNoise::expected))
                .nullable(
                        "psi_critical",
                        NUMBER,
                        "what PSI exceeds in one case of twenty if nothing shifted",
                        s -> noise(s, PsiNoise::critical))
                .nullable(
                        "psi_pvalue",
                        NUMBER,
                        "probability of such a PSI or a larger one if nothing shifted",
                        s -> noise(s, PsiNoise::pValue))
                .nullable(
                        "psi_excess",
                        NUMBER,
                        "PSI minus psi_expected",
                        s -> noise(s, n -> n.excess(s.shift().psi().orElseThrow())))
                .nullable(
                        "psi_noise_law",
                        TEXT,
                        "CHI_SQUARED, or BOOTSTRAP where bins are sparse",
                        s -> noise(s, n -> n.law().name()))
                .nullable(
                        "q_value",
                        NUMBER,
                        "psi_pvalue after Benjamini-Hochberg over the cohort's features",
                        JudgedShift::qValue)
                .column(
                        "new_categories",
                        TEXTS,
                        "values the reference has never seen, above the privacy floor",
                        s -> Types.array(s.shift().newValues()))
                .column(
                        "lost_categories",
                        TEXTS,
                        "values of the reference that nobody has, though five or more were expected",
                        s -> Types.array(s.shift().lostValues()))
                .column(
                        "severity",
                        TEXT,
                        "NONE, NEGLIGIBLE, MODERATE, MAJOR, or CANNOT_TELL for too few applicants",
                        s -> s.severity().name())
                .column("undefined", TEXT_BY_TEXT, "measures without a value, each with the reason", Tables::undefined)
                .check("window_order", WINDOW_CHECK)
                .check("severity_known", "severity IN " + names(Severity.values()))
                .check("q_range", "q_value IS NULL OR q_value BETWEEN 0 AND 1");
    }

    private static Object noise(JudgedShift judged, Getter<PsiNoise> getter) {
        PsiNoise noise = judged.shift().noise();
        return noise == null ? null : getter.of(noise);
    }

    private static Object cell(MeasureResult result) {
        if (result instanceof MeasureResult.Value value) {
            return value.value();
        }
        if (result instanceof MeasureResult.Test test) {
            return RowFactory.create(test.statistic(), test.pValue());
        }
        return null;
    }

    private static Object undefined(JudgedShift judged) {
        Map<String, String> undefined = new HashMap<>();
        judged.shift().measures().forEach((id, result) -> {
            if (result instanceof MeasureResult.Undefined without) {
                undefined.put(id, without.reason());
            }
        });
        return Types.map(undefined);
    }

    private static Row reason(Finding finding) {
        return RowFactory.create(
                finding.rule(),
                finding.column(),
                Types.window(finding.cohort()),
                finding.value(),
                finding.threshold(),
                finding.sentence());
    }

    private static String names(Enum<?>[] values) {
        return Arrays.stream(values).map(value -> "'" + value.name() + "'").collect(Collectors.joining(", ", "(", ")"));
    }
}
