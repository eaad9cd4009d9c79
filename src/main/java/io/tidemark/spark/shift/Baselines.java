package io.tidemark.spark.shift;

import io.tidemark.cohort.Calendar;
import io.tidemark.cohort.Cohort;
import io.tidemark.cohort.Reference;
import io.tidemark.cohort.Reference.FixedWindow;
import io.tidemark.cohort.Reference.Moving;
import io.tidemark.cohort.Reference.OtherTable;
import io.tidemark.cohort.Window;
import io.tidemark.profile.Profile;
import io.tidemark.profile.ProfileCodec;
import io.tidemark.shift.Baseline;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What the cohorts of one slice of a feature are compared with. */
public final class Baselines {
    private final Calendar calendar;
    private final NavigableSet<Cohort> known;

    /** @param known the cohorts of all applicants, whether or not the slice has any in them */
    public Baselines(Calendar calendar, Collection<Cohort> known) {
        this.calendar = calendar;
        this.known = new TreeSet<>(known);
    }

    /**
     * What a reference comes to.
     *
     * @param standing the reference where it is the same for all cohorts; empty where it goes along with them, and where it has nobody in it
     * @param byCohort what each cohort is compared with, also where the slice has nobody in it; without those that cannot be compared
     */
    record Compared(Optional<Baseline> standing, SortedMap<Cohort, Baseline> byCohort) {}

    Compared of(Reference reference, SliceHistory history, SortedMap<Cohort, Profile> profiles) {
        SortedMap<Cohort, Baseline> byCohort = new TreeMap<>();
        if (reference instanceof Moving moving) {
            addMoving(moving, profiles, byCohort);
            return new Compared(Optional.empty(), byCohort);
        }
        Optional<Baseline> standing = reference instanceof OtherTable table
                ? Optional.ofNullable(history.tables().get(table.id()))
                        .map(bytes -> new Baseline(table, null, ProfileCodec.decode(bytes)))
                : window((FixedWindow) reference, history, profiles);
        standing.ifPresent(
                baseline -> calendar.compared(known, reference).forEach(cohort -> byCohort.put(cohort, baseline)));
        return new Compared(standing, byCohort);
    }

    private Optional<Baseline> window(FixedWindow window, SliceHistory history, SortedMap<Cohort, Profile> profiles) {
        Stream<Profile> parts = history.parts().entrySet().stream()
                .filter(part -> calendar.belongs(part.getKey(), window))
                .map(part -> ProfileCodec.decode(part.getValue()));
        return Profile.merged(Stream.concat(parts, within(window, profiles).values().stream())
                        .toList())
                .map(profile -> new Baseline(window, window.span(), profile));
    }

    /** The whole cohorts of which a window consists; those that it cuts are not among them. */
    SortedMap<Cohort, Profile> within(FixedWindow window, SortedMap<Cohort, Profile> profiles) {
        SortedMap<Cohort, Profile> within = new TreeMap<>();
        profiles.forEach((cohort, profile) -> {
            if (!calendar.isCut(cohort) && calendar.belongs(calendar.paneOf(cohort.start()), window)) {
                within.put(cohort, profile);
            }
        });
        return within;
    }

    private void addMoving(Moving reference, SortedMap<Cohort, Profile> profiles, SortedMap<Cohort, Baseline> found) {
        NavigableSet<Cohort> usable = calendar.usable(known);
        Set<Cohort> merged = Set.of();
        Optional<Profile> sum = Optional.empty();
        for (Cohort cohort : known) {
            NavigableSet<Cohort> members = reference.cohortsFor(cohort, usable);
            // A reference that only grows is not added up again from its beginning.
            boolean hasGrown = !merged.isEmpty() && members.containsAll(merged);
            List<Profile> parts = new ArrayList<>(hasGrown ? sum.stream().toList() : List.of());
            NavigableSet<Cohort> added = new TreeSet<>(members);
            if (hasGrown) {
                added.removeAll(merged);
            }
            added.stream()
                    .map(member -> profiles.get(member))
                    .filter(Objects::nonNull)
                    .forEach(parts::add);
            merged = members;
            sum = Profile.merged(parts);
            sum.ifPresent(profile -> {
                Window days = new Window(
                        members.first().start(), members.last().window().to());
                found.put(cohort, new Baseline(reference, days, profile));
            });
        }
    }
}
