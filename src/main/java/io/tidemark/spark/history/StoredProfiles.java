package io.tidemark.spark.history;

import io.tidemark.cohort.Calendar;
import io.tidemark.cohort.Cohort;
import io.tidemark.cohort.Granularity;
import io.tidemark.cohort.Pane;
import io.tidemark.cohort.Slice;
import io.tidemark.spark.output.Tables;
import io.tidemark.spark.pass.PassPlan;
import io.tidemark.spark.shift.SliceHistory;
import io.tidemark.spark.shift.StoredProfile;
import io.tidemark.spark.table.StoredRow;
import io.tidemark.spark.table.StoredTable.Wanted;
import io.tidemark.spark.table.TableStore;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
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
    static JavaPairRDD<Integer, Piece> of(
            TableStore store, JavaSparkContext context, String monitor, PassPlan plan, Set<Cohort> changed) {
        Map<String, Integer> columns = new HashMap<>();
        for (int column = 0; column < plan.features().size(); column++) {
            columns.put(plan.features().get(column).name(), column);
        }
        Calendar calendar = plan.calendar();
        Wanted wanted = new Wanted(
                "monitor", monitor, "column_name", "log_type", "slice_key", "slice_value", "window", "profile");
        return store.open(Tables.COHORT_PROFILES)
                .values(context, wanted, row -> {
                    Integer column = columns.get(row.getString(1));
                    StoredProfile.Part part = StoredProfile.Part.valueOf(row.getString(2));
                    if (column == null || part == StoredProfile.Part.BASELINE) {
                        return Optional.empty();
                    }
                    LocalDate start = StoredRow.startOf(row.getStruct(5));
                    if (changed.contains(calendar.cohortOf(calendar.paneOf(start)))) {
                        return Optional.empty();
                    }
                    Slice slice = row.isNullAt(3) ? Slice.ALL : new Slice(row.getString(3), row.getString(4));
                    return Optional.of(new Tuple2<>(
                            column, new Piece(part, slice, calendar.granularity(), start, row.getBinary(6))));
                })
                .mapToPair(piece -> piece);
    }
}
