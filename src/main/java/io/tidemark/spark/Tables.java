package io.tidemark.spark;

import io.tidemark.incident.DataIncident;
import io.tidemark.policy.Recommendation;
import io.tidemark.shift.BinShift;
import io.tidemark.shift.CohortShift;
import io.tidemark.shift.JudgedShift;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The catalogue of the output tables. Their columns are a contract: they are added to, never renamed. */
final class Tables {
    static final String SLICE_KEY = "what the segments are cut by; null for all applicants";
    static final String SLICE_VALUE = "the segment; null for all applicants";
    static final String WINDOW_CHECK = "window.start < window.end";

    static final OutputTable<RunRecord> RUNS = RunsTable.TABLE;
    static final OutputTable<StoredProfile.Open> COHORT_PROFILES = CohortProfilesTable.TABLE;
    static final OutputTable<StoredBin> BINS = BinTables.BINS;
    static final OutputTable<JudgedShift> FEATURE_SHIFTS = FeatureShiftsTable.TABLE;
    static final OutputTable<BinShift> BIN_SHIFTS = BinTables.BIN_SHIFTS;
    static final OutputTable<CohortShift> COHORT_SHIFTS = CohortShiftsTable.TABLE;
    static final OutputTable<ModelPerformance> MODEL_PERFORMANCE = ModelPerformanceTable.TABLE;
    static final OutputTable<ComparedModels> MODEL_COMPARISONS = ModelComparisonsTable.TABLE;
    static final OutputTable<StoredStaleness> STALENESS = StalenessTable.TABLE;
    static final OutputTable<PolicyBacktest> POLICY_BACKTEST = PolicyBacktestTable.TABLE;
    static final OutputTable<DataIncident> DATA_INCIDENTS = DataIncidentsTable.TABLE;
    static final OutputTable<Recommendation> RECOMMENDATIONS = RecommendationsTable.TABLE;

    static final List<OutputTable<?>> ALL = List.of(
            RUNS,
            COHORT_PROFILES,
            BINS,
            FEATURE_SHIFTS,
            BIN_SHIFTS,
            COHORT_SHIFTS,
            MODEL_PERFORMANCE,
            MODEL_COMPARISONS,
            STALENESS,
            POLICY_BACKTEST,
            DATA_INCIDENTS,
            RECOMMENDATIONS);

    private Tables() {}

    /** The values of an enumeration, as SQL lists them. */
    static String names(Enum<?>[] values) {
        return Arrays.stream(values).map(value -> "'" + value.name() + "'").collect(Collectors.joining(", ", "(", ")"));
    }
}
