package io.tidemark.spark.output;

import io.tidemark.cohort.Cohort;
import io.tidemark.cohort.Granularity;
import io.tidemark.cohort.Maturity.Ripeness;
import io.tidemark.model.Auc;
import io.tidemark.model.Estimate;
import io.tidemark.model.ScoredModel.Role;
import io.tidemark.spark.outcome.ChampionFigures;
import io.tidemark.spark.outcome.EarlierOutcomes.OfCohort;
import io.tidemark.spark.outcome.ModelSlice;
import io.tidemark.spark.outcome.OutcomeStudy.Counts;
import io.tidemark.spark.table.OutputTable;
import io.tidemark.spark.table.RunId;
import io.tidemark.spark.table.StoredRow;
import io.tidemark.spark.table.StoredTable.Wanted;
import io.tidemark.spark.table.TableStore;
import io.tidemark.spark.table.TakenOver;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads what a run found out about cohorts whose outcomes were all known, and those of which none was: columns of {@code ModelPerformanceTable}, the
 * other way round.
 */
public final class StoredOutcomes {
    private static final String[] COLUMNS = {
        "run_id",
        "window",
        "slice_key",
        "role",
        "maturity",
        "measured_by",
        "count",
        "labelled",
        "bads",
        "immature",
        "unscored",
        "unscored_bads",
        "auc",
        "auc_variance",
        "brier",
        "observed_rate",
        "expected_rate",
        "calibration_intercept",
        "calibration_intercept_se",
        "calibration_slope",
        "calibration_slope_se",
        "recalibration_gain",
        "recalibration_gain_se",
        "estimated_auc",
        "estimated_auc_variance"
    };

    private StoredOutcomes() {}

    /**
     * What a run of a monitor found out, of cohorts of a length whose rows are all there.
     *
     * @param models how many it judged; from two on, they were also compared
     */
    public static List<OfCohort> of(TableStore store, RunId run, Granularity granularity, int models) {
        List<OfCohort> judged = rows(
                store,
                Tables.MODEL_PERFORMANCE,
                run,
                COLUMNS,
                row -> Optional.of(row).filter(StoredOutcomes::isOfUse).map(one -> ofCohort(one, granularity)));
        if (models < 2) {
            return judged;
        }
        Set<Cohort> compared = new HashSet<>(rows(
                store,
                Tables.MODEL_COMPARISONS,
                run,
                new String[] {"run_id", "window"},
                row -> Optional.of(row.cohort(granularity))));
        return judged.stream()
                .filter(one -> compared.contains(one.champion().cohort()))
                .toList();
    }

    private static <T> List<T> rows(
            TableStore store,
            OutputTable<?> table,
            RunId run,
            String[] columns,
            Function<StoredRow, Optional<T>> reader) {
        return store.few(
                table,
                new Wanted("monitor", run.monitor(), columns),
                row -> row.text("run_id").equals(run.id()) ? reader.apply(row) : Optional.empty());
    }

    /** Rows that an earlier version wrote lack columns, though the table may have them for the sake of another monitor. */
    private static boolean isOfUse(StoredRow row) {
        if (row.isNull("measured_by")
                || !row.isNull("slice_key")
                || !row.text("role").equals(Role.CHAMPION.name())) {
            return false;
        }
        return switch (Ripeness.valueOf(row.text("maturity"))) {
            case MATURE -> row.count("labelled") > 0;
            case PARTLY_MATURE -> false;
            case IMMATURE -> true;
        };
    }

    /** Rows to be taken over, with the warnings of another run beside their estimates. */
    public static TakenOver warned(TakenOver rows, Map<ModelSlice, String> warnings) {
        Map<ModelSlice, String> known = new HashMap<>(warnings);
        return rows.with("estimate_warning", row -> isMature(row) ? null : known.get(modelSlice(row)));
    }

    private static boolean isMature(StoredRow row) {
        return row.text("maturity").equals(Ripeness.MATURE.name());
    }

    private static ModelSlice modelSlice(StoredRow row) {
        return new ModelSlice(row.slice(), row.text("model"));
    }

    private static OfCohort ofCohort(StoredRow row, Granularity granularity) {
        long labelled = row.count("labelled");
        long bads = row.count("bads");
        ChampionFigures champion = new ChampionFigures(
                row.cohort(granularity),
                Ripeness.valueOf(row.text("maturity")),
                labelled,
                bads,
                number(row, "auc").map(area -> new Auc(area, row.number("auc_variance"))),
                number(row, "brier"),
                number(row, "observed_rate"),
                number(row, "expected_rate"),
                estimate(row, "calibration_intercept"),
                estimate(row, "calibration_slope"),
                estimate(row, "recalibration_gain"),
                number(row, "estimated_auc")
                        .flatMap(area ->
                                number(row, "estimated_auc_variance").map(variance -> new Auc(area, variance))));
        Counts counts =
                new Counts(labelled + row.count("unscored"), bads + row.count("unscored_bads"), row.count("immature"));
        return new OfCohort(champion, row.count("count"), counts, row.text("measured_by"));
    }

    private static Optional<Double> number(StoredRow row, String column) {
        return row.isNull(column) ? Optional.empty() : Optional.of(row.number(column));
    }

    private static Optional<Estimate> estimate(StoredRow row, String column) {
        return number(row, column).map(value -> new Estimate(value, row.number(column + "_se")));
    }
}
