package io.tidemark.spark.output;

import io.tidemark.cohort.Cohort;
import io.tidemark.cohort.Granularity;
import io.tidemark.model.LogisticRecalibration;
import io.tidemark.model.Recipe;
import io.tidemark.model.Staleness;
import io.tidemark.model.Staleness.Gap;
import io.tidemark.spark.table.StoredRow;
import io.tidemark.spark.table.StoredTable.Wanted;
import io.tidemark.spark.table.TableStore;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a model does on a later cohort, as the table {@code staleness} has it.
 *
 * @param trainedOn see {@code ModelFolder}
 */
public record StoredStaleness(Staleness figures, String trainedOn) implements Serializable {
    /** What the last run of a monitor found, for cohorts of a length. */
    public static List<StoredStaleness> of(TableStore store, String monitor, Granularity granularity) {
        Wanted wanted = new Wanted(
                "monitor",
                monitor,
                "granularity",
                "recipe",
                "trained_through",
                "trained_on",
                "window",
                "labelled",
                "bads",
                "auc",
                "log_loss",
                "brier",
                "gap_brier",
                "gap_brier_se",
                "gap_auc",
                "gap_auc_se",
                "recalibration_intercept",
                "recalibration_slope",
                "recalibrated");
        return store.few(
                StalenessTable.TABLE,
                wanted,
                row -> Optional.of(row)
                        .filter(one -> one.text("granularity").equals(granularity.duration()))
                        .map(one -> stored(one, granularity)));
    }

    private static Optional<LogisticRecalibration> recalibration(StoredRow row) {
        return row.isNull("recalibration_intercept")
                ? Optional.empty()
                : Optional.of(new LogisticRecalibration(
                        row.number("recalibration_intercept"), row.number("recalibration_slope")));
    }

    /** None in rows that an earlier version wrote. */
    private static SortedMap<Cohort, Double> recalibrated(StoredRow row, Granularity granularity) {
        SortedMap<Cohort, Double> recalibrated = new TreeMap<>();
        if (!row.isNull("recalibrated")) {
            row.structs("recalibrated")
                    .forEach(one -> recalibrated.put(Cohort.of(granularity, one.day("through")), one.number("brier")));
        }
        return recalibrated;
    }

    private static StoredStaleness stored(StoredRow row, Granularity granularity) {
        Staleness figures = new Staleness(
                Recipe.valueOf(row.text("recipe")),
                Cohort.of(granularity, row.day("trained_through")),
                row.cohort(granularity),
                (int) row.count("labelled"),
                (int) row.count("bads"),
                row.number("auc"),
                row.number("log_loss"),
                row.number("brier"),
                new Gap(row.number("gap_brier"), row.number("gap_brier_se")),
                new Gap(row.number("gap_auc"), row.number("gap_auc_se")),
                recalibration(row),
                recalibrated(row, granularity));
        return new StoredStaleness(figures, row.text("trained_on"));
    }
}
