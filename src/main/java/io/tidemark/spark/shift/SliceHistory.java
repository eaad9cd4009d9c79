package io.tidemark.spark.shift;

import io.tidemark.cohort.Calendar;
import io.tidemark.cohort.Cohort;
import io.tidemark.cohort.Pane;
import io.tidemark.profile.Profile;
import io.tidemark.profile.ProfileCodec;
import java.io.Serializable;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One column of one slice through time, encoded as it is kept: what everything else is derived from.
 *
 * @param cohorts the profile of each cohort
 * @param parts of cohorts that a reference is cut from, the panes that belong to one
 * @param tables the profiles of the reference tables, by the names of the references
 */
public record SliceHistory(
        SortedMap<Cohort, byte[]> cohorts, SortedMap<Pane, byte[]> parts, SortedMap<String, byte[]> tables)
        implements Serializable {
    /** A history of nothing yet. */
    public SliceHistory() {
        this(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    }

    /** Both together; what the other one says wins. */
    public SliceHistory with(SliceHistory other) {
        SliceHistory both = new SliceHistory(new TreeMap<>(cohorts), new TreeMap<>(parts), new TreeMap<>(tables));
        both.cohorts.putAll(other.cohorts);
        both.parts.putAll(other.parts);
        both.tables.putAll(other.tables);
        return both;
    }

    /** The same for some cohorts and for reference tables. */
    SliceHistory only(Set<Cohort> wanted, Calendar calendar) {
        SliceHistory some = new SliceHistory(new TreeMap<>(cohorts), new TreeMap<>(parts), tables);
        some.cohorts.keySet().retainAll(wanted);
        some.parts.keySet().removeIf(pane -> !wanted.contains(calendar.cohortOf(pane)));
        return some;
    }

    /** The profiles of the cohorts, in the order of time. */
    public SortedMap<Cohort, Profile> profiles() {
        SortedMap<Cohort, Profile> profiles = new TreeMap<>();
        cohorts.forEach((cohort, bytes) -> profiles.put(cohort, ProfileCodec.decode(bytes)));
        return profiles;
    }
}
