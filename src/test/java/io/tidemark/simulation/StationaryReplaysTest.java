package io.tidemark.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidemark.cohort.Cohort;
import io.tidemark.cohort.Slice;
import io.tidemark.incident.DataIncident;
import io.tidemark.incident.Incidents;
import io.tidemark.policy.Action;
import io.tidemark.policy.CohortSummary;
import io.tidemark.policy.Evidence;
import io.tidemark.policy.MonitorPolicy;
import io.tidemark.policy.ShiftEvidence;
import io.tidemark.policy.ShiftEvidence.KnownColumns;
import io.tidemark.profile.Profile;
import io.tidemark.shift.Baseline;
import io.tidemark.shift.FeatureStudy;
import io.tidemark.shift.JudgedShift;
import io.tidemark.shift.Severity;
import io.tidemark.shift.Thresholds;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

/** What is recommended, month by month, where nothing ever happens. */
class StationaryReplaysTest {
    private static final int REPLAYS = 200;
    private static final int COHORTS = 24;
    private static final int REFERENCE_COHORTS = 6;
    private static final long APPLICANTS = 1_000;

    /** A feature through time, and what looks like a fault of its data. */
    private record Watched(History history, List<DataIncident> incidents) {}

    @Test
    void nothingButKeepIsRecommendedInTwoHundredStationaryReplays() {
        Map<Action, Long> actions = IntStream.range(0, REPLAYS)
                .parallel()
                .boxed()
                .flatMap(StationaryReplaysTest::recommended)
                .collect(Collectors.groupingBy(action -> action, Collectors.counting()));
        assertEquals(Map.of(Action.KEEP, (long) REPLAYS * COHORTS), actions);
    }

    private static Stream<Action> recommended(int replay) {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create((long) replay);
        List<Watched> features =
                Shape.all().stream().map(shape -> watched(shape, random)).toList();
        List<List<JudgedShift>> judged =
                TidemarkRule.judged(features.stream().map(Watched::history).toList());
        List<CohortSummary> cohorts = new ArrayList<>();
        List<Action> actions = new ArrayList<>();
        for (int at = 0; at < COHORTS; at++) {
            int now = at;
            List<JudgedShift> shifts =
                    judged.stream().map(course -> course.get(now)).toList();
            Cohort cohort = shifts.get(0).shift().cohort();
            List<DataIncident> incidents = features.stream()
                    .flatMap(feature -> feature.incidents().stream())
                    .filter(incident -> incident.cohort().equals(cohort))
                    .toList();
            cohorts.add(summary(shifts, incidents.size()));
            actions.add(action(cohorts, shifts, incidents));
        }
        return actions.stream();
    }

    private static Watched watched(Shape shape, UniformRandomProvider random) {
        List<Profile> reference = drawn(shape, REFERENCE_COHORTS, random);
        List<Profile> cohorts = drawn(shape, COHORTS, random);
        History history = History.of(shape.feature(0), reference, cohorts, false);
        SortedMap<Cohort, Profile> byCohort = new TreeMap<>();
        for (int i = 0; i < COHORTS; i++) {
            byCohort.put(history.shifts().get(i).cohort(), cohorts.get(i));
        }
        FeatureStudy study = new FeatureStudy(
                history.feature(),
                new Baseline(history.shifts().get(0).reference(), null, history.reference()),
                Slice.ALL,
                history.bins(),
                History.SMOOTHING,
                10);
        return new Watched(history, Incidents.of(cohort -> study, byCohort));
    }

    private static List<Profile> drawn(Shape shape, int cohorts, UniformRandomProvider random) {
        return Stream.generate(() -> shape.draw(APPLICANTS, random))
                .limit(cohorts)
                .toList();
    }

    private static CohortSummary summary(List<JudgedShift> shifts, long incidents) {
        Map<Severity, Long> features = new EnumMap<>(Severity.class);
        shifts.forEach(shift -> features.merge(shift.severity(), 1L, Long::sum));
        long alarms = shifts.stream().filter(JudgedShift::isAlarm).count();
        return new CohortSummary(shifts.get(0).shift().cohort(), APPLICANTS, features, alarms, incidents);
    }

    private static Action action(List<CohortSummary> cohorts, List<JudgedShift> shifts, List<DataIncident> incidents) {
        CohortSummary newest = cohorts.get(cohorts.size() - 1);
        return MonitorPolicy.recommend(Evidence.of(new ShiftEvidence(
                        newest.cohort().window().to(),
                        APPLICANTS * REFERENCE_COHORTS,
                        cohorts,
                        Optional.empty(),
                        shifts.stream()
                                .filter(shift -> shift.severity().isShift())
                                .toList(),
                        Map.of(),
                        incidents,
                        Thresholds.CONVENTION,
                        new KnownColumns(null, null))))
                .action();
    }
}
