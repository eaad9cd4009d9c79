package io.tidemark.spark.outcome;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidemark.cohort.Cohort;
import io.tidemark.cohort.Granularity;
import io.tidemark.cohort.Maturity.Ripeness;
import io.tidemark.cohort.Slice;
import io.tidemark.config.Command;
import io.tidemark.config.MonitorConfig;
import io.tidemark.config.MonitorReader;
import io.tidemark.config.Request;
import io.tidemark.spark.outcome.EarlierOutcomes.OfCohort;
import io.tidemark.spark.outcome.OutcomeStudy.Counts;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Months 1 to 12; outcomes are known after two months; the reference is months 1 to 3. As of the end of the twelfth, those of the first ten are. */
class OutcomeReachTest {
    private static final List<String> COLUMNS = List.of("day", "pd", "other", "bad", "paid", "known_on", "channel");
    private static final LocalDate AS_OF = LocalDate.of(2023, 12, 31);
    private static final long ROWS = 100;

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
        String measuredBy = measuredBy(config, mature);
        return mature.stream()
                .map(cohort -> left(cohort, Ripeness.MATURE, new Counts(ROWS, 10, 0), measuredBy))
                .toList();
    }

    /** The same, and of months whose outcomes were to come. */
    private static List<OfCohort> left(MonitorConfig config, SortedSet<Cohort> mature, SortedSet<Cohort> toCome) {
        List<OfCohort> left = new ArrayList<>(left(config, mature));
        toCome.forEach(cohort ->
                left.add(left(cohort, Ripeness.IMMATURE, new Counts(0, 0, ROWS), measuredBy(config, mature))));
        return left;
    }

    private static String measuredBy(MonitorConfig config, SortedSet<Cohort> mature) {
        return GaugeCohorts.among(mature, config.calendar()).measuredBy(config);
    }

    private static OfCohort left(Cohort cohort, Ripeness ripeness, Counts counts, String measuredBy) {
        ChampionFigures champion = new ChampionFigures(
                cohort,
                ripeness,
                counts.labelled(),
                counts.bads(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new OfCohort(champion, ROWS, counts, measuredBy);
    }

    private static OutcomeReach reach(MonitorConfig config, SortedSet<Cohort> cohorts, EarlierOutcomes earlier) {
        SortedMap<Cohort, Long> rows = new TreeMap<>();
        cohorts.forEach(cohort -> rows.put(cohort, ROWS));
        return OutcomeReach.of(config, rows, AS_OF, earlier);
    }

    private static EarlierOutcomes earlier(List<OfCohort> left, Set<Cohort> touched) {
        return new EarlierOutcomes(left, List.of(), touched);
    }

    /** After a run through November, by which the first nine were mature. */
    private static OutcomeReach afterTouching(SortedSet<Cohort> touched) {
        MonitorConfig config = config(Map.of());
        return reach(config, range(1, 12), earlier(left(config, range(1, 9)), touched));
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

    /** As of the end of the year, those of November and December cannot be known yet; the run before found the same of October. */
    @Test
    void aMonthWhoseOutcomesAreToComeAsBeforeIsNotJudgedAgain() {
        MonitorConfig config = config(Map.of());
        OutcomeReach reach = reach(config, range(1, 12), earlier(left(config, range(1, 9), range(10, 11)), months(12)));
        assertEquals(
                List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 11),
                reach.kept().keySet().stream()
                        .map(cohort -> cohort.start().getMonthValue())
                        .toList());
        assertEquals(months(10, 12), reach.judged());
        assertEquals(months(1, 2, 3, 8, 9, 10, 12), reach.read());
    }

    @Test
    void norIsAMonthWithoutOutcomesThoughTheyShouldBeKnown() {
        MonitorConfig config = config(Map.of("maturity", "none"));
        List<OfCohort> left = new ArrayList<>(left(config, range(1, 8)));
        range(9, 10)
                .forEach(month ->
                        left.add(left(month, Ripeness.IMMATURE, new Counts(0, 0, 0), measuredBy(config, range(1, 8)))));
        left.add(left(month(11), Ripeness.IMMATURE, new Counts(0, 0, 50), measuredBy(config, range(1, 8))));
        OutcomeReach reach = reach(config, range(1, 12), earlier(left, months(12)));
        assertEquals(months(11, 12), reach.judged());
    }

    /** As of a day before that on which they should have been known, as of which they are to come. */
    @Test
    void unlessItsOutcomesShouldHaveBeenKnownAndAreToCome() {
        MonitorConfig config = config(Map.of());
        List<OfCohort> left = new ArrayList<>(left(config, range(1, 9)));
        left.add(left(month(11), Ripeness.IMMATURE, new Counts(0, 0, 0), measuredBy(config, range(1, 9))));
        assertEquals(
                months(10, 11, 12),
                reach(config, range(1, 12), earlier(left, months(12))).judged());
    }

    @Test
    void orItHasOtherRows() {
        MonitorConfig config = config(Map.of());
        List<OfCohort> left = left(config, range(1, 9), months(11));
        assertEquals(
                months(10, 11, 12),
                reach(config, range(1, 12), earlier(left, months(11, 12))).judged());
        SortedMap<Cohort, Long> more = new TreeMap<>();
        range(1, 12).forEach(cohort -> more.put(cohort, ROWS));
        more.put(month(11), ROWS + 1);
        assertEquals(
                months(10, 11, 12),
                OutcomeReach.of(config, more, AS_OF, earlier(left, months(12))).judged());
    }

    @Test
    void orItsDaysHaveNotAllGoneBy() {
        MonitorConfig config = config(Map.of());
        List<OfCohort> left = left(config, range(1, 9), months(11));
        SortedMap<Cohort, Long> rows = new TreeMap<>();
        range(1, 12).forEach(cohort -> rows.put(cohort, ROWS));
        assertEquals(
                months(9, 10, 11, 12),
                OutcomeReach.of(config, rows, LocalDate.of(2023, 11, 29), earlier(left, months(12)))
                        .judged());
    }

    @Test
    void whatIsKnownOfTheReferenceIsNotReadAgain() {
        MonitorConfig config = config(Map.of());
        ModelReference reference = new ModelReference(Slice.ALL, null, null, measuredBy(config, range(1, 9)));
        OutcomeReach reach = reach(
                config, range(1, 12), new EarlierOutcomes(left(config, range(1, 9)), List.of(reference), months(12)));
        assertEquals(List.of(reference), reach.references());
        assertEquals(months(8, 9, 10, 11, 12), reach.read());
    }

    @Test
    void whatIsKnownOfAnotherReferenceIsOfNoUse() {
        MonitorConfig config = config(Map.of());
        ModelReference reference = new ModelReference(Slice.ALL, null, null, measuredBy(config, range(2, 9)));
        OutcomeReach reach = reach(
                config, range(1, 12), new EarlierOutcomes(left(config, range(1, 9)), List.of(reference), months(12)));
        assertEquals(List.of(), reach.references());
        assertEquals(months(1, 2, 3, 8, 9, 10, 11, 12), reach.read());
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
        OutcomeReach reach = reach(config, left, earlier(left(config, range(1, 9)), months(6)));
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
        OutcomeReach reach = reach(atOnce, range(1, 12), earlier(left(atOnce, range(1, 12)), Set.of()));
        assertEquals(months(12), reach.judged());
        assertEquals(months(1, 2, 3, 10, 11, 12), reach.read());
    }

    @Test
    void soIsTheNewestThatIsComparedWithTheReference() {
        MonitorConfig late = config(Map.of("reference", "2023-08-01..2023-12-31"));
        OutcomeReach reach = reach(late, range(1, 12), earlier(left(late, range(1, 10)), Set.of()));
        assertEquals(months(7, 11, 12), reach.judged());
    }

    @Test
    void aCohortOfTheReferenceWithoutOutcomesHasEverythingJudged() {
        MonitorConfig config = config(Map.of());
        SortedSet<Cohort> known = range(1, 9);
        known.remove(month(2));
        assertEquals(
                range(1, 12),
                reach(config, range(1, 12), earlier(left(config, known), months(12)))
                        .judged());
    }

    @Test
    void otherSettingsHaveEverythingJudged() {
        MonitorConfig config = config(Map.of());
        EarlierOutcomes earlier = new EarlierOutcomes(
                left(config, range(1, 9), range(10, 11)),
                List.of(new ModelReference(Slice.ALL, null, null, measuredBy(config, range(1, 9)))),
                months(12));
        assertEquals(months(10, 12), reach(config, range(1, 12), earlier).judged());
        for (Map<String, String> other : List.of(
                Map.of("positive", "bad"),
                Map.of("cutoff", "pd=0.2"),
                Map.of("bins", "20"),
                Map.of("edges", "pd=0.1,0.2"),
                Map.of("smoothing", "none"),
                Map.of("together", "logistic"),
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
            EarlierOutcomes earlier = earlier(left(config, range(1, 10)), months(12));
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
