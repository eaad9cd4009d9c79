package io.tidemark.spark.history;

import io.tidemark.cohort.Cohort;
import io.tidemark.cohort.Pane;
import io.tidemark.cohort.Slice;
import io.tidemark.profile.CategoricalProfile;
import io.tidemark.profile.Profile;
import io.tidemark.profile.ProfileCodec;
import io.tidemark.spark.pass.ColumnProfiles;
import io.tidemark.spark.pass.PassPlan;
import io.tidemark.spark.shift.SliceHistory;
import java.io.Serializable;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One feature of all slices through time.
 *
 * @param column its place in the pass
 * @param slices what is kept of each slice; all applicants among them
 */
public record ColumnHistory(int column, SortedMap<Slice, SliceHistory> slices) implements Serializable {
    /** What is kept of a pass: panes become cohorts, and categories that few applicants of a cohort carry are masked. */
    static ColumnHistory of(ColumnProfiles column, PassPlan plan, long privacyFloor) {
        SortedMap<Slice, SliceHistory> slices = new TreeMap<>();
        column.slices().forEach((slice, panes) -> slices.put(slice, history(panes, plan, privacyFloor)));
        return new ColumnHistory(column.column(), slices);
    }

    /** What this run counted of a column together with what earlier ones kept of it. */
    static ColumnHistory of(int column, Optional<ColumnHistory> counted, Iterable<StoredProfiles.Piece> kept) {
        SortedMap<Slice, SliceHistory> slices = new TreeMap<>();
        kept.forEach(piece -> piece.addTo(slices.computeIfAbsent(piece.slice(), slice -> new SliceHistory())));
        counted.ifPresent(
                fresh -> fresh.slices().forEach((slice, history) -> slices.merge(slice, history, SliceHistory::with)));
        return new ColumnHistory(column, slices);
    }

    private static SliceHistory history(Map<Long, byte[]> panes, PassPlan plan, long privacyFloor) {
        SliceHistory history = new SliceHistory();
        SortedMap<Cohort, Profile> cohorts = new TreeMap<>();
        panes.forEach((code, bytes) -> {
            Profile profile = ProfileCodec.decode(bytes);
            if (!PassPlan.isPane(code)) {
                history.tables().put(plan.tableOf(code), kept(profile, privacyFloor));
                return;
            }
            Pane pane = Pane.ofCode(code);
            Cohort cohort = plan.calendar().cohortOf(pane);
            cohorts.merge(cohort, profile, Profile::mergeWith);
            if (plan.calendar().isCut(cohort) && plan.calendar().belongsToAny(pane)) {
                history.parts().put(pane, kept(profile, privacyFloor));
            }
        });
        cohorts.forEach((cohort, profile) -> history.cohorts().put(cohort, kept(profile, privacyFloor)));
        return history;
    }

    private static byte[] kept(Profile profile, long privacyFloor) {
        return ProfileCodec.encode(
                profile instanceof CategoricalProfile categorical ? categorical.masked(privacyFloor) : profile);
    }
}
