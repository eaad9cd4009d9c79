package io.tidemark.spark;

import io.tidemark.cohort.Cohort;
import io.tidemark.cohort.Reference;
import io.tidemark.cohort.Reference.FixedWindow;
import io.tidemark.config.MonitorConfig;
import io.tidemark.policy.ServingModel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which model serves, and which served before it, read off the days on which the champion was renewed.
 *
 * <p>The first champion was trained through the last cohort of the deciding reference, if that is a window, and served once the outcomes of its
 * training were known. A champion that followed was trained through the newest cohort that was mature on the day it was deployed; of the last
 * one, the user may say through which day instead.
 */
record Serving(List<Cohort> cohorts, int labelLag) {
    /** The champion, by the places of the cohorts; empty where nothing says when it was trained. */
    Optional<ServingModel> champion(MonitorConfig config) {
        Optional<LocalDate> trained = config.outcomes().trainedThrough();
        List<Integer> renewed = config.alarms().cooldown().retrained().stream()
                .sorted()
                .map(this::place)
                .filter(place -> place >= 0)
                .toList();
        int first = endOfReference(config.references().get(0))
                .or(() -> trained)
                .map(this::lastWhole)
                .orElse(-1);
        List<Integer> archive = new ArrayList<>();
        if (first >= 0) {
            archive.add(first);
        }
        renewed.stream()
                .map(place -> place - labelLag)
                .filter(place -> place >= 0)
                .forEach(archive::add);
        if (archive.isEmpty()) {
            return Optional.empty();
        }
        int last = archive.get(archive.size() - 1);
        int through = trained.map(this::lastWhole).filter(place -> place >= 0).orElse(last);
        int deployed = renewed.isEmpty() ? through + labelLag : renewed.get(renewed.size() - 1);
        archive.set(archive.size() - 1, through);
        int newest = cohorts.size() - 1;
        return Optional.of(new ServingModel(through, Math.min(newest, Math.max(through, deployed)), archive));
    }

    private static Optional<LocalDate> endOfReference(Reference reference) {
        return reference instanceof FixedWindow window
                ? Optional.of(window.span().to())
                : Optional.empty();
    }

    /** The place of the cohort that a day is in; −1 before the first, the newest after the last. */
    private int place(LocalDate day) {
        return (int) cohorts.stream()
                        .filter(cohort -> !cohort.start().isAfter(day))
                        .count()
                - 1;
    }

    /** The place of the last cohort that is over on a day. */
    private int lastWhole(LocalDate day) {
        return (int) cohorts.stream()
                        .filter(cohort -> !cohort.window().to().isAfter(day))
                        .count()
                - 1;
    }
}
