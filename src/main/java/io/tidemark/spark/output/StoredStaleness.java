package io.tidemark.spark.output;

import static org.apache.spark.sql.functions.col;

import io.tidemark.cohort.Cohort;
import io.tidemark.cohort.Granularity;
import io.tidemark.model.Recipe;
import io.tidemark.model.Staleness;
import io.tidemark.model.Staleness.Gap;
import io.tidemark.spark.table.TableStore;
import io.tidemark.spark.table.Types;
import java.io.Serializable;
import java.util.List;
import org.apache.spark.sql.Row;

/**
 * How a model does on a later cohort, as the table {@code staleness} has it.
 *
 * @param trainedOn see {@code ModelFolder}
 */
public record StoredStaleness(Staleness figures, String trainedOn) implements Serializable {
    /** What the last run of a monitor found, for cohorts of a length. */
    public static List<StoredStaleness> of(TableStore store, String monitor, Granularity granularity) {
        if (!store.has(StalenessTable.TABLE)) {
            return List.of();
        }
        return store
                .read(StalenessTable.TABLE)
                .where(col("monitor").equalTo(monitor))
                .where(col("granularity").equalTo(granularity.duration()))
                .collectAsList()
                .stream()
                .map(row -> stored(row, granularity))
                .toList();
    }

    private static StoredStaleness stored(Row row, Granularity granularity) {
        Staleness figures = new Staleness(
                Recipe.valueOf(row.getAs("recipe")),
                Cohort.of(
                        granularity, row.<java.sql.Date>getAs("trained_through").toLocalDate()),
                Types.cohort(row, granularity),
                row.<Long>getAs("labelled").intValue(),
                row.<Long>getAs("bads").intValue(),
                row.getAs("auc"),
                row.getAs("log_loss"),
                row.getAs("brier"),
                new Gap(row.getAs("gap_brier"), row.getAs("gap_brier_se")),
                new Gap(row.getAs("gap_auc"), row.getAs("gap_auc_se")));
        return new StoredStaleness(figures, row.getAs("trained_on"));
    }
}
