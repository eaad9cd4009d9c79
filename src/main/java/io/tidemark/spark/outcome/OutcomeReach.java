package io.tidemark.spark.outcome;

import io.tidemark.cohort.Cohort;
import io.tidemark.cohort.Maturity.OutcomeDate;
import io.tidemark.cohort.Maturity.Ripeness;
import io.tidemark.cohort.Reference;
import io.tidemark.cohort.Reference.FixedWindow;
import io.tidemark.config.MonitorConfig;
import io.tidemark.config.OutcomeConfig;
import io.tidemark.spark.outcome.EarlierOutcomes.OfCohort;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How far a run reads outcomes and judges models by them. What is kept of a cohort is what judging it anew would come to:
 *
 * <ul>
 *   <li>it was mature and is, or none of its outcomes was known and none is; its applicants are what they were, and its last day has gone by
 *   <li>it is not the newest, nor the newest that is compared with the reference
 *   <li>the applicants of the reference, against which its scores have shifted, are what they were, and so are those of the cohorts that scores are
 *       measured by
 *   <li>so are those of the two mature cohorts before it, by which the champion of a mature one would have been recalibrated
 *   <li>the settings are the same
 * </ul>
 *
 * <p>Nothing is kept where outcomes have days of their own, where nothing is scored, nor where there is a cohort among those that scores are
 * measured by without any outcome, though they should be known.
 *
 * @param kept what is kept, by cohort
 * @param judged the other cohorts
 * @param read the cohorts whose applicants are wanted: those that are judged, and those by which they are
 * @param references what is kept of the reference, so that its applicants need not be read again; none where it has to be learned
 */
record OutcomeReach(
        SortedMap<Cohort, OfCohort> kept, Set<Cohort> judged, Set<Cohort> read, List<ModelReference> references) {
    /** How many mature cohorts a champion would be recalibrated on. */
    static final int REFITTED_ON = 2;

    /**
     * The reach.
     *
     * @param rows of each cohort of the table
     */
    static OutcomeReach of(
            MonitorConfig config, SortedMap<Cohort, Long> rows, LocalDate asOf, EarlierOutcomes earlier) {
        SortedSet<Cohort> cohorts = new TreeSet<>(rows.keySet());
        NavigableSet<Cohort> ripe = ripe(config, cohorts, asOf, earlier);
        SortedMap<Cohort, OfCohort> same = same(config, cohorts, ripe, earlier);
        GaugeCohorts learned = GaugeCohorts.among(ripe, config.calendar());
        if (same.isEmpty() || !same.keySet().containsAll(learned.cohorts())) {
            return new OutcomeReach(new TreeMap<>(), cohorts, cohorts, List.of());
        }
        String measuredBy = learned.measuredBy(config);
        SortedMap<Cohort, OfCohort> kept = unknown(config, rows, asOf, earlier);
        same.forEach((cohort, found) -> {
            if (same.keySet().containsAll(before(cohort, ripe))) {
                kept.put(cohort, found);
            }
        });
        kept.values().removeIf(found -> !found.measuredBy().equals(measuredBy));
        kept.keySet().removeAll(remarkable(config, cohorts));
        Set<Cohort> judged = new TreeSet<>(cohorts);
        judged.removeAll(kept.keySet());
        List<ModelReference> references = earlier.references().stream()
                .filter(one -> one.measuredBy().equals(measuredBy))
                .toList();
        Set<Cohort> read = read(judged, ripe, new TreeSet<>(same.keySet()));
        if (references.isEmpty()) {
            read.addAll(learned.cohorts());
        }
        return new OutcomeReach(kept, judged, read, references);
    }

    /** Those whose outcomes can be known by the time that has gone by; also those that were and are not there any more. */
    private static NavigableSet<Cohort> ripe(
            MonitorConfig config, Set<Cohort> cohorts, LocalDate asOf, EarlierOutcomes earlier) {
        NavigableSet<Cohort> ripe = new TreeSet<>(cohorts);
        ripe.addAll(earlier.touched());
        ripe.removeIf(cohort -> config.outcomes().maturity().of(cohort, asOf) != Ripeness.MATURE);
        return ripe;
    }

    /** The newest, and the newest that is compared with the reference: remarks are made of what is judged, and speak of these. */
    private static Set<Cohort> remarkable(MonitorConfig config, SortedSet<Cohort> cohorts) {
        NavigableSet<Cohort> compared =
                config.calendar().compared(cohorts, config.references().get(0));
        Set<Cohort> remarkable = new HashSet<>(Set.of(cohorts.last()));
        if (!compared.isEmpty()) {
            remarkable.add(compared.last());
        }
        return remarkable;
    }

    /** Those that are what they were when an earlier run judged them, and of whose outcomes none was known and none is. */
    private static SortedMap<Cohort, OfCohort> unknown(
            MonitorConfig config, SortedMap<Cohort, Long> rows, LocalDate asOf, EarlierOutcomes earlier) {
        SortedMap<Cohort, OfCohort> unknown = new TreeMap<>();
        earlier.cohorts().stream()
                .filter(found -> !found.isMature()
                        && !earlier.touched().contains(found.cohort())
                        && !found.cohort().window().to().isAfter(asOf)
                        && Long.valueOf(found.applicants()).equals(rows.get(found.cohort())))
                .filter(found -> isStillUnknown(config, asOf, found))
                .forEach(found -> unknown.put(found.cohort(), found));
        return unknown;
    }

    /** Whether all of its outcomes were to come and are; or none was though they should have been known, and still should. */
    private static boolean isStillUnknown(MonitorConfig config, LocalDate asOf, OfCohort found) {
        return switch (config.outcomes().maturity().of(found.cohort(), asOf)) {
            case MATURE -> found.counts().later() == 0;
            case PARTLY_MATURE -> false;
            case IMMATURE -> found.counts().later() == found.applicants();
        };
    }

    /** Those that are what they were when an earlier run judged them, and whose outcomes were all known. */
    private static SortedMap<Cohort, OfCohort> same(
            MonitorConfig config, SortedSet<Cohort> cohorts, Set<Cohort> ripe, EarlierOutcomes earlier) {
        SortedMap<Cohort, OfCohort> same = new TreeMap<>();
        if (canKeep(config, earlier.touched())) {
            earlier.cohorts().stream()
                    .filter(found -> found.isMature()
                            && cohorts.contains(found.cohort())
                            && ripe.contains(found.cohort())
                            && !earlier.touched().contains(found.cohort()))
                    .forEach(found -> same.put(found.cohort(), found));
        }
        return same;
    }

    /** Whether anything can be kept at all of what an earlier run found out, before that is looked at. */
    static boolean canKeep(MonitorConfig config, Set<Cohort> touched) {
        OutcomeConfig outcomes = config.outcomes();
        Reference decisive = config.references().get(0);
        return outcomes.hasLabel()
                && !outcomes.models().isEmpty()
                && !(outcomes.maturity() instanceof OutcomeDate)
                && decisive instanceof FixedWindow
                && touched.stream().noneMatch(cohort -> config.calendar().isWithin(cohort, decisive));
    }

    private static Set<Cohort> before(Cohort cohort, NavigableSet<Cohort> ripe) {
        Set<Cohort> before = new HashSet<>();
        Cohort earlier = ripe.lower(cohort);
        while (earlier != null && before.size() < REFITTED_ON) {
            before.add(earlier);
            earlier = ripe.lower(earlier);
        }
        return before;
    }

    /** With those before each, and the newest one that foretells whether estimates hold. */
    private static Set<Cohort> read(Set<Cohort> judged, Set<Cohort> ripe, NavigableSet<Cohort> same) {
        Set<Cohort> read = new TreeSet<>(judged);
        read.add(same.last());
        judged.stream().filter(ripe::contains).forEach(cohort -> read.addAll(before(cohort, same)));
        return read;
    }
}
