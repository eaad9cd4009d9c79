package io.tidemark.spark.output;

import io.tidemark.cohort.Cohort;
import io.tidemark.cohort.Granularity;
import io.tidemark.model.Recipe;
import io.tidemark.model.Staleness;
import io.tidemark.model.Staleness.Gap;
import io.tidemark.spark.table.StoredRow;
import io.tidemark.spark.table.StoredTable.Wanted;
import io.tidemark.spark.table.TableStore;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

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
                "gap_auc_se");
        return store.few(
                StalenessTable.TABLE,
                wanted,
                row -> Optional.of(row)
                        .filter(one -> one.text("granularity").equals(granularity.duration()))
                        .map(one -> stored(one, granularity)));
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
                new Gap(row.number("gap_auc"), row.number("gap_auc_se")));
        return new StoredStaleness(figures, row.text("trained_on"));
    }
}
