package io.tidemark.spark.output;

import io.tidemark.incident.DataIncident;
import io.tidemark.policy.Recommendation;
import io.tidemark.shift.BinShift;
import io.tidemark.shift.CohortShift;
import io.tidemark.shift.JudgedShift;
import io.tidemark.spark.outcome.ComparedModels;
import io.tidemark.spark.outcome.ModelPerformance;
import io.tidemark.spark.outcome.ModelReference;
import io.tidemark.spark.shift.StoredBin;
import io.tidemark.spark.shift.StoredProfile;
import io.tidemark.spark.table.OutputTable;
import java.util.List;

/** The catalogue of the output tables. Their columns are a contract: they are added to, never renamed. */
public final class Tables {
    static final String SLICE_KEY = "what the segments are cut by; null for all applicants";
    static final String SLICE_VALUE = "the segment; null for all applicants";
    static final String WINDOW_CHECK = "window.start < window.end";

    public static final OutputTable<RunRecord> RUNS = RunsTable.TABLE;
    public static final OutputTable<StoredProfile.Open> COHORT_PROFILES = CohortProfilesTable.TABLE;
    public static final OutputTable<StoredBin> BINS = BinTables.BINS;
    public static final OutputTable<JudgedShift> FEATURE_SHIFTS = FeatureShiftsTable.TABLE;
    public static final OutputTable<BinShift> BIN_SHIFTS = BinTables.BIN_SHIFTS;
    public static final OutputTable<CohortShift> COHORT_SHIFTS = CohortShiftsTable.TABLE;
    public static final OutputTable<ModelPerformance> MODEL_PERFORMANCE = ModelPerformanceTable.TABLE;
    public static final OutputTable<ComparedModels> MODEL_COMPARISONS = ModelComparisonsTable.TABLE;
    public static final OutputTable<ModelReference> MODEL_REFERENCES = ModelReferencesTable.TABLE;
    public static final OutputTable<StoredStaleness> STALENESS = StalenessTable.TABLE;
    public static final OutputTable<PolicyBacktest> POLICY_BACKTEST = PolicyBacktestTable.TABLE;
    public static final OutputTable<DataIncident> DATA_INCIDENTS = DataIncidentsTable.TABLE;
    public static final OutputTable<Recommendation> RECOMMENDATIONS = RecommendationsTable.TABLE;

    public static final List<OutputTable<?>> ALL = List.of(
            RUNS,
            COHORT_PROFILES,
            BINS,
            FEATURE_SHIFTS,
            BIN_SHIFTS,
            COHORT_SHIFTS,
            MODEL_PERFORMANCE,
            MODEL_COMPARISONS,
            MODEL_REFERENCES,
            STALENESS,
            POLICY_BACKTEST,
            DATA_INCIDENTS,
            RECOMMENDATIONS);

    private Tables() {}
}
