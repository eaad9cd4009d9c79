package io.tidemark.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import io.tidemark.cohort.Cohort;
import io.tidemark.cohort.Granularity;
import io.tidemark.cohort.Pane;
import io.tidemark.cohort.Slice;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import scala.Tuple2;

/** Reads the profiles that earlier runs have kept. */
final class StoredProfiles {
    /**
     * A profile of a cohort, or of the part of it that belongs to a reference.
     *
     * @param start the first day
     */
    @SuppressWarnings("ArrayRecordComponent") // carried between tasks, never compared
    record Piece(StoredProfile.Part part, Slice slice, Granularity granularity, LocalDate start, byte[] encoded)
            implements Serializable {
        void addTo(SliceHistory history) {
            if (part == StoredProfile.Part.REFERENCE_PART) {
                history.parts().put(new Pane(start), encoded);
            } else {
                history.cohorts().put(new Cohort(granularity, start), encoded);
            }
        }
    }

    private StoredProfiles() {}

    /**
     * The profiles of a monitor's cohorts, by the place of their feature in the pass.
     *
     * @param changed cohorts whose profiles no longer hold
     */
    static JavaPairRDD<Integer, Piece> of(TableStore store, String monitor, PassPlan plan, Set<Cohort> changed) {
        Map<String, Integer> columns = new HashMap<>();
        for (int column = 0; column < plan.features().size(); column++) {
            columns.put(plan.features().get(column).name(), column);
        }
        Granularity granularity = plan.calendar().granularity();
        Dataset<Row> rows = store.read(Tables.COHORT_PROFILES)
                .where(col("monitor").equalTo(monitor))
                .where(not(col("log_type").equalTo(StoredProfile.Part.BASELINE.name())))
                .where(changed.isEmpty() ? lit(true) : not(expr(Reach.starts(changed))))
                .where(col("column_name").isin(columns.keySet().toArray()))
                .select("column_name", "log_type", "slice_key", "slice_value", "window.start", "profile");
        return rows.javaRDD().mapToPair(row -> {
            LocalDate start =
                    row.getTimestamp(4).toInstant().atOffset(ZoneOffset.UTC).toLocalDate();
            Slice slice = row.isNullAt(2) ? Slice.ALL : new Slice(row.getString(2), row.getString(3));
            return new Tuple2<>(
                    columns.get(row.getString(0)),
                    new Piece(StoredProfile.Part.valueOf(row.getString(1)), slice, granularity, start, row.getAs(5)));
        });
    }
}
