package io.tidemark.cohort;

import io.tidemark.cohort.Reference.FixedWindow;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which cohort and which pane a day falls into, and which panes and cohorts belong to which reference.
 *
 * @param references what cohorts are compared with
 * @param quarantine days that are no part of any reference
 */
public record Calendar(Granularity granularity, List<Reference> references, List<Window> quarantine)
        implements Serializable {
    public Calendar {
        references = List.copyOf(references);
        quarantine = List.copyOf(quarantine);
    }

    public Cohort cohortOf(LocalDate date) {
        return Cohort.of(granularity, date);
    }

    public Cohort cohortOf(Pane pane) {
        return cohortOf(pane.start());
    }

    public Pane paneOf(LocalDate date) {
        LocalDate start = granularity.startOf(date);
        LocalDate cut = cuts().floor(date);
        return new Pane(cut == null || cut.isBefore(start) ? start : cut);
    }

    /** The days of a pane. */
    public Window daysOf(Pane pane) {
        LocalDate last = cohortOf(pane).window().to();
        LocalDate cut = cuts().higher(pane.start());
        return new Window(pane.start(), cut == null || cut.isAfter(last) ? last : cut.minusDays(1));
    }

    /** The days on which a window of a reference or a quarantine begins, or is over. */
    private NavigableSet<LocalDate> cuts() {
        NavigableSet<LocalDate> cuts = new TreeSet<>();
        for (Reference reference : references) {
            if (reference instanceof FixedWindow window) {
                add(window.span(), cuts);
            }
        }
        quarantine.forEach(window -> add(window, cuts));
        return cuts;
    }

    private static void add(Window window, Collection<LocalDate> cuts) {
        cuts.add(window.from());
        cuts.add(window.end());
    }

    /** Whether a window of a reference or a quarantine begins or ends within a cohort. */
    public boolean isCut(Cohort cohort) {
        LocalDate cut = cuts().higher(cohort.start());
        return cut != null && cut.isBefore(cohort.end());
    }

    /** Whether the rows of a pane belong to a window. */
    public boolean belongs(Pane pane, FixedWindow reference) {
        return reference.span().contains(pane.start()) && !isQuarantined(pane);
    }

    /** Whether the rows of a pane belong to any window. */
    public boolean belongsToAny(Pane pane) {
        return references.stream()
                .anyMatch(reference -> reference instanceof FixedWindow window && belongs(pane, window));
    }

    private boolean isQuarantined(Pane pane) {
        return quarantine.stream().anyMatch(window -> window.contains(pane.start()));
    }

    /** Whether a cohort shares a day with a quarantine; such a cohort is no reference for others. */
    public boolean isQuarantined(Cohort cohort) {
        return quarantine.stream().anyMatch(window -> window.overlaps(cohort.window()));
    }

    /** Whether a cohort shares a day with the window of a reference; it is part of that reference then, and not compared with it. */
    public boolean isWithin(Cohort cohort, Reference reference) {
        return reference instanceof FixedWindow window && window.span().overlaps(cohort.window());
    }

    /** The cohorts that may be a reference for others. */
    public NavigableSet<Cohort> usable(Collection<Cohort> cohorts) {
        return cohorts.stream().filter(cohort -> !isQuarantined(cohort)).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The cohorts that can be compared with a reference. */
    public NavigableSet<Cohort> compared(Collection<Cohort> cohorts, Reference reference) {
        NavigableSet<Cohort> usable = usable(cohorts);
        return cohorts.stream()
                .filter(cohort -> reference instanceof Reference.Moving moving
                        ? !moving.cohortsFor(cohort, usable).isEmpty()
                        : !isWithin(cohort, reference))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
