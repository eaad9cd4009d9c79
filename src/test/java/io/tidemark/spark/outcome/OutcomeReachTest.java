package io.tidemark.spark.outcome;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidemark.cohort.Cohort;
import io.tidemark.cohort.Granularity;
import io.tidemark.config.Command;
import io.tidemark.config.MonitorConfig;
import io.tidemark.config.MonitorReader;
import io.tidemark.config.Request;
import io.tidemark.spark.outcome.EarlierOutcomes.OfCohort;
import io.tidemark.spark.outcome.OutcomeStudy.Counts;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Months 1 to 12; outcomes are known after two months; the reference is months 1 to 3. As of the end of the twelfth, those of the first ten are. */
class OutcomeReachTest {
    private static final List<String> COLUMNS = List.of("day", "pd", "other", "bad", "paid", "known_on", "channel");
    private static final LocalDate AS_OF = LocalDate.of(2023, 12, 31);

    private static MonitorConfig config(Map<String, String> more) {
        Map<String, List<String>> options = new LinkedHashMap<>();
        Map.of(
                        "input", "/data/a.csv",
                        "time", "day",
                        "reference", "2023-01-01..2023-03-31",
                        "label", "bad",
                        "score", "pd",
                        "maturity", "2m",
                        "output", "/out")
                .forEach((key, value) -> options.put(key, List.of(value)));
        more.forEach((key, value) -> options.put(key, List.of(value)));
        return MonitorReader.read(new Request(Command.RUN, options, List.of(), List.of()))
                .checkedAgainst(COLUMNS);
    }

    private static Cohort month(int month) {
        return Cohort.of(Granularity.MONTH, YearMonth.of(2023, month).atDay(1));
    }

    private static SortedSet<Cohort> range(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(OutcomeReachTest::month)
                .collect(TreeSet::new, TreeSet::add, TreeSet::addAll);
    }

    private static SortedSet<Cohort> months(int... months) {
        return IntStream.of(months)
                .mapToObj(OutcomeReachTest::month)
                .collect(TreeSet::new, TreeSet::add, TreeSet::addAll);
    }

    /** What a run with these settings would have left of some months. */
    private static List<OfCohort> left(MonitorConfig config, SortedSet<Cohort> mature) {
        String measuredBy = GaugeCohorts.among(mature, config.calendar()).measuredBy(config);
        return mature.stream()
                .map(cohort -> new OfCohort(
                        new ChampionFigures(
                                cohort,
                                90,
                                9,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()),
                        new Counts(100, 10, 0),
                        measuredBy))
                .toList();
    }

    private static OutcomeReach reach(MonitorConfig config, SortedSet<Cohort> cohorts, EarlierOutcomes earlier) {
        return OutcomeReach.of(config, cohorts, AS_OF, earlier);
    }

    /** After a run through November, by which the first nine were mature. */
    private static OutcomeReach afterTouching(SortedSet<Cohort> touched) {
        MonitorConfig config = config(Map.of());
        return reach(config, range(1, 12), new EarlierOutcomes(left(config, range(1, 9)), touched));
    }

    @Test
    void aMonthMoreIsJudgedWithThoseWhoseOutcomesWereToCome() {
        OutcomeReach reach = afterTouching(months(12));
        assertEquals(range(1, 9), reach.kept().keySet());
        assertEquals(months(10, 11, 12), reach.judged());
    }

    @Test
    void whatIsJudgedIsReadWithTheTwoBeforeItAndWhatScoresAreMeasuredBy() {
        assertEquals(
                months(1, 2, 3, 8, 9, 10, 11, 12), afterTouching(months(12)).read());
    }

    @Test
    void lateRowsHaveTheirCohortJudgedAndTheTwoAfterItWhoseRecalibrationTheyChange() {
        OutcomeReach reach = afterTouching(months(6, 12));
        assertEquals(months(1, 2, 3, 4, 5, 9), reach.kept().keySet());
        assertEquals(months(6, 7, 8, 10, 11, 12), reach.judged());
        assertEquals(range(1, 12), reach.read());
    }

    @Test
    void aCohortThatHasGoneHasTheTwoAfterItJudged() {
        MonitorConfig config = config(Map.of());
        SortedSet<Cohort> left = range(1, 12);
        left.remove(month(6));
        OutcomeReach reach = reach(config, left, new EarlierOutcomes(left(config, range(1, 9)), months(6)));
        assertEquals(months(7, 8, 10, 11, 12), reach.judged());
    }

    @Test
    void lateRowsOfTheReferenceHaveEverythingJudged() {
        OutcomeReach reach = afterTouching(months(2, 12));
        assertEquals(Set.of(), reach.kept().keySet());
        assertEquals(range(1, 12), reach.judged());
        assertEquals(range(1, 12), reach.read());
    }

    @Test
    void theNewestIsJudgedThoughNothingIsNew() {
        MonitorConfig atOnce = config(Map.of("maturity", "none"));
        OutcomeReach reach = reach(atOnce, range(1, 12), new EarlierOutcomes(left(atOnce, range(1, 12)), Set.of()));
        assertEquals(months(12), reach.judged());
        assertEquals(months(1, 2, 3, 10, 11, 12), reach.read());
    }

    @Test
    void soIsTheNewestThatIsComparedWithTheReference() {
        MonitorConfig late = config(Map.of("reference", "2023-08-01..2023-12-31"));
        OutcomeReach reach = reach(late, range(1, 12), new EarlierOutcomes(left(late, range(1, 10)), Set.of()));
        assertEquals(months(7, 11, 12), reach.judged());
    }

    @Test
    void aCohortOfTheReferenceWithoutOutcomesHasEverythingJudged() {
        MonitorConfig config = config(Map.of());
        SortedSet<Cohort> known = range(1, 9);
        known.remove(month(2));
        assertEquals(
                range(1, 12),
                reach(config, range(1, 12), new EarlierOutcomes(left(config, known), months(12)))
                        .judged());
    }

    @Test
    void otherSettingsHaveEverythingJudged() {
        EarlierOutcomes earlier = new EarlierOutcomes(left(config(Map.of()), range(1, 9)), months(12));
        for (Map<String, String> other : List.of(
                Map.of("positive", "bad"),
                Map.of("cutoff", "pd=0.2"),
                Map.of("bins", "20"),
                Map.of("edges", "pd=0.1,0.2"),
                Map.of("smoothing", "none"),
                Map.of("label", "paid"),
                Map.of("points", "pd=high_bad"),
                Map.of("score", "pd:champion,other"),
                Map.of("reference", "2023-01-01..2023-04-15"),
                Map.of("quarantine", "2023-07-01..2023-07-31"),
                Map.of("segment", "channel"),
                Map.of("maturity", "60d"))) {
            assertEquals(
                    range(1, 12), reach(config(other), range(1, 12), earlier).judged(), other.toString());
        }
    }

    @Test
    void whereTheReferenceMovesOrOutcomesHaveDaysOfTheirOwnEverythingIsJudged() {
        for (Map<String, String> other :
                List.of(Map.of("reference", "previous"), Map.of("maturity", "column:known_on"))) {
            MonitorConfig config = config(other);
            EarlierOutcomes earlier = new EarlierOutcomes(left(config, range(1, 10)), months(12));
            assertEquals(range(1, 12), reach(config, range(1, 12), earlier).judged(), other.toString());
        }
    }

    @Test
    void withoutAnEarlierRunEverythingIsJudged() {
        assertEquals(
                range(1, 12),
                reach(config(Map.of()), range(1, 12), EarlierOutcomes.NONE).judged());
    }
}
