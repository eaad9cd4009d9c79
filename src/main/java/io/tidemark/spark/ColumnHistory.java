package io.tidemark.spark;

import io.tidemark.cohort.Calendar;
import io.tidemark.cohort.Cohort;
import io.tidemark.cohort.Pane;
import io.tidemark.cohort.Slice;
import io.tidemark.profile.CategoricalProfile;
import io.tidemark.profile.Profile;
import io.tidemark.profile.ProfileCodec;
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
record ColumnHistory(int column, SortedMap<Slice, SliceHistory> slices) implements Serializable {
    /** What is kept of a pass: panes become cohorts, and categories that few applicants of a cohort carry are masked. */
    static ColumnHistory of(ColumnProfiles column, Calendar calendar, long privacyFloor) {
        SortedMap<Slice, SliceHistory> slices = new TreeMap<>();
        column.slices().forEach((slice, panes) -> slices.put(slice, history(panes, calendar, privacyFloor)));
        return new ColumnHistory(column.column(), slices);
    }

    /** What this run counted of a column together with what earlier ones kept of it. */
    static ColumnHistory of(int column, Optional<ColumnHistory> counted, Iterable<StoredProfiles.Piece> kept) {
        SortedMap<Slice, SliceHistory> slices = new TreeMap<>();
        kept.forEach(piece -> {
            SliceHistory history = slices.computeIfAbsent(
                    piece.slice(), slice -> new SliceHistory(new TreeMap<>(), new TreeMap<>(), null));
            boolean isPart = piece.part() == StoredProfile.Part.REFERENCE_PART;
            (isPart ? history.referenceParts() : history.cohorts()).put(piece.cohort(), piece.encoded());
        });
        counted.ifPresent(
                fresh -> fresh.slices().forEach((slice, history) -> slices.merge(slice, history, SliceHistory::with)));
        return new ColumnHistory(column, slices);
    }

    private static SliceHistory history(Map<Long, byte[]> panes, Calendar calendar, long privacyFloor) {
        SortedMap<Cohort, Profile> cohorts = new TreeMap<>();
        SortedMap<Cohort, byte[]> referenceParts = new TreeMap<>();
        byte[] referenceTable = null;
        for (Map.Entry<Long, byte[]> entry : panes.entrySet()) {
            Profile profile = ProfileCodec.decode(entry.getValue());
            if (!PassPlan.isPane(entry.getKey())) {
                referenceTable = kept(profile, privacyFloor);
                continue;
            }
            Pane pane = Pane.ofCode(entry.getKey());
            Cohort cohort = new Cohort(calendar.granularity(), pane.cohortStart());
            cohorts.merge(cohort, profile, Profile::mergeWith);
            if (pane.part() == Pane.Part.IN_REFERENCE && calendar.isCut(cohort)) {
                referenceParts.put(cohort, kept(profile, privacyFloor));
            }
        }
        SortedMap<Cohort, byte[]> kept = new TreeMap<>();
        cohorts.forEach((cohort, profile) -> kept.put(cohort, kept(profile, privacyFloor)));
        return new SliceHistory(kept, referenceParts, referenceTable);
    }

    private static byte[] kept(Profile profile, long privacyFloor) {
        return ProfileCodec.encode(
                profile instanceof CategoricalProfile categorical ? categorical.masked(privacyFloor) : profile);
    }
}
