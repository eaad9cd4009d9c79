package io.tidemark.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.cohort.Cohort;
import io.tidemark.profile.Profile;
import io.tidemark.shift.FeatureStudy;
import io.tidemark.shift.Made;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every rule finds what it is for; what it is not for is left alone. */
class IncidentsTest {
    private static final FeatureStudy INCOME = Made.study(Made.numeric("income"), incomes(1, 20, 2_000, 1));
    private static final FeatureStudy CHANNEL =
            Made.study(Made.categorical("channel"), Made.categories(0, Map.of("web", 1_000, "shop", 900, "fair", 100)));

    /** Log-normal incomes, some of them missing. */
    private static Profile incomes(long seed, int missing, int present, double unit) {
        Random random = new Random(seed);
        return Made.amounts(
                missing,
                DoubleStream.generate(() -> unit * Math.rint(3_000 * Math.exp(0.5 * random.nextGaussian())))
                        .limit(present)
                        .toArray());
    }

    private static List<DataIncident> incidents(FeatureStudy study, Profile... months) {
        SortedMap<Cohort, Profile> cohorts = new TreeMap<>();
        for (int i = 0; i < months.length; i++) {
            cohorts.put(Made.month(i + 1), months[i]);
        }
        return Incidents.of(cohort -> study, cohorts);
    }

    private static List<IncidentKind> kinds(FeatureStudy study, Profile current) {
        return incidents(study, current).stream().map(DataIncident::kind).toList();
    }

    private static List<String> sentences(FeatureStudy study, Profile current) {
        return incidents(study, current).stream().map(DataIncident::sentence).toList();
    }

    @Test
    void missingValuesThatJumpAreFound() {
        assertEquals(
                List.of("income is missing for 20.0 % of applicants, 1.0 % in the reference"),
                sentences(INCOME, incomes(2, 100, 400, 1)));
        assertEquals(List.of(IncidentKind.MISSING_JUMP), kinds(INCOME, incomes(2, 40, 960, 1)));
    }

    @Test
    void missingValuesThatVanishAreFoundToo() {
        FeatureStudy gappy = Made.study(Made.numeric("income"), incomes(1, 500, 1_500, 1));
        assertEquals(List.of(IncidentKind.MISSING_JUMP), kinds(gappy, incomes(2, 0, 500, 1)));
    }

    @Test
    void fewerMissingValuesAreAMatterOfWhoAppliesUntilTheyAreAThird() {
        FeatureStudy gappy = Made.study(Made.numeric("income"), incomes(1, 1_200, 800, 1));
        assertEquals(List.of(), kinds(gappy, incomes(2, 400, 600, 1)));
        assertEquals(List.of(IncidentKind.MISSING_JUMP), kinds(gappy, incomes(2, 190, 810, 1)));
    }

    @Test
    void aFewMoreMissingValuesAreNoJump() {
        assertEquals(List.of(), kinds(INCOME, incomes(2, 18, 982, 1)));
    }

    /** By the binomial law two or more of 22 are missing in one of fifty such cohorts, three or more in one of a thousand. */
    @Test
    void twoMissingValuesInASmallCohortAreNoJump() {
        assertEquals(List.of(), kinds(INCOME, incomes(2, 2, 20, 1)));
        assertEquals(List.of(IncidentKind.MISSING_JUMP), kinds(INCOME, incomes(2, 5, 17, 1)));
    }

    /** Lending Club's employment lengths: never missing of 2,996, then of 5 in 662 (2010-01). */
    @Test
    void theFirstMissingValuesOfAFeatureThatHadNoneAreFound() {
        FeatureStudy full = Made.study(Made.numeric("income"), incomes(1, 0, 2_996, 1));
        assertEquals(List.of(IncidentKind.MISSING_JUMP), kinds(full, incomes(2, 5, 657, 1)));
        assertEquals(List.of(), kinds(full, incomes(2, 3, 659, 1)));
        assertEquals(List.of(), kinds(full, incomes(2, 24, 4_976, 1)));
    }

    @Test
    void aFeatureThatIsAlwaysMissingOnBothSidesIsNoJump() {
        FeatureStudy never = Made.study(Made.numeric("income"), Made.amounts(100));
        assertEquals(List.of(), kinds(never, Made.amounts(50)));
    }

    @Test
    void newCategoriesAreFoundAndNamed() {
        Profile current = Made.categories(0, Map.of("web", 450, "shop", 450, "fair", 50, "app", 40, "post", 10));
        assertEquals(
                List.of("channel has values that the reference has never seen: 'app', 'post', for 5.0 % of applicants"),
                sentences(CHANNEL, current));
        assertEquals(
                List.of(), kinds(CHANNEL, Made.categories(0, Map.of("web", 450, "shop", 450, "fair", 91, "app", 9))));
    }

    @Test
    void lostCategoriesAreFoundWhereEnoughWereExpected() {
        assertEquals(
                List.of("nobody has channel 'fair' any more, 5.0 % of the reference had"),
                sentences(CHANNEL, Made.categories(0, Map.of("web", 220, "shop", 180))));
        assertEquals(List.of(), kinds(CHANNEL, Made.categories(0, Map.of("web", 200, "shop", 180))));
    }

    @Test
    void aFeatureThatBecameConstantIsFound() {
        assertTrue(kinds(CHANNEL, Made.categories(5, Map.of("web", 100))).contains(IncidentKind.CONSTANT));
        assertTrue(kinds(
                        INCOME,
                        Made.amounts(
                                1, DoubleStream.generate(() -> 3_000).limit(80).toArray()))
                .contains(IncidentKind.CONSTANT));
        assertEquals(List.of(), kinds(CHANNEL, Made.categories(0, Map.of("web", 29))));
    }

    @Test
    void aFeatureThatWasNearlyConstantMayBecomeConstant() {
        FeatureStudy flag = Made.study(Made.categorical("flag"), Made.categories(0, Map.of("no", 970, "yes", 30)));
        assertEquals(List.of(), kinds(flag, Made.categories(0, Map.of("no", 300))));
    }

    @Test
    void anotherUnitIsFoundInBothDirections() {
        assertTrue(kinds(INCOME, incomes(2, 5, 500, 12)).contains(IncidentKind.SCALE_CHANGE));
        assertTrue(kinds(INCOME, incomes(2, 5, 500, 0.001)).contains(IncidentKind.SCALE_CHANGE));
        assertTrue(sentences(INCOME, incomes(2, 5, 500, 12)).stream()
                .anyMatch(sentence -> sentence.contains("it looks like another unit")));
    }

    @Test
    void moreMoneyIsNotAnotherUnit() {
        assertTrue(!kinds(INCOME, incomes(2, 5, 500, 2)).contains(IncidentKind.SCALE_CHANGE));
        Profile sameAll = Made.amounts(
                0, IntStream.range(0, 200).mapToDouble(i -> 30_000 + i % 3).toArray());
        assertTrue(!kinds(INCOME, sameAll).contains(IncidentKind.SCALE_CHANGE));
    }

    @Test
    void numbersBeyondTheReferencesRangeAreFound() {
        double[] current = DoubleStream.concat(
                        DoubleStream.generate(() -> 3_000).limit(900),
                        DoubleStream.generate(() -> 1e6).limit(100))
                .toArray();
        assertEquals(List.of(IncidentKind.RANGE), kinds(INCOME, Made.amounts(10, current)));
    }

    @Test
    void numbersThatBecameTextsAreFoundAndTextsThatBecameNumbers() {
        Profile numbers = Made.categories(0, Map.of("1", 100, "2", 100, "3.5", 100));
        Profile texts = Made.categories(0, Map.of("one", 100, "two", 100, "more", 100));
        FeatureStudy numeric = Made.study(Made.categorical("grade"), numbers);
        FeatureStudy worded = Made.study(Made.categorical("grade"), texts);
        assertTrue(kinds(numeric, texts).contains(IncidentKind.TYPE_CHANGE));
        assertTrue(kinds(worded, numbers).contains(IncidentKind.TYPE_CHANGE));
        assertEquals(List.of(), kinds(numeric, numbers));
    }

    @Test
    void sinceDatesAnUnbrokenRowAndBeginsAnewAfterAGap() {
        Profile sound = incomes(3, 5, 500, 1);
        Profile gappy = incomes(4, 200, 300, 1);
        List<DataIncident> found = incidents(INCOME, sound, gappy, gappy, sound, gappy, gappy);
        assertEquals(
                List.of(2, 3, 5, 6),
                found.stream()
                        .map(incident -> incident.cohort().start().getMonthValue())
                        .toList());
        assertEquals(
                List.of(2, 2, 5, 5),
                found.stream()
                        .map(incident -> incident.since().start().getMonthValue())
                        .toList());
    }

    private static List<DataIncident> volumes(long... rows) {
        SortedMap<Cohort, Long> perCohort = new TreeMap<>();
        for (int i = 0; i < rows.length; i++) {
            perCohort.put(Made.month(i + 1), rows[i]);
        }
        return Incidents.ofTable(perCohort);
    }

    @Test
    void aCohortThatIsFarLargerOrSmallerThanTheThreeBeforeItIsFound() {
        assertEquals(
                List.of(
                        "2024-04 has 300 applicants, the three cohorts before it had 1,000 (median): it may not be complete"),
                volumes(900, 1_000, 1_100, 300).stream()
                        .map(DataIncident::sentence)
                        .toList());
        assertEquals(1, volumes(900, 1_000, 1_100, 2_500).size());
        assertEquals(
                DataIncident.TABLE, volumes(900, 1_000, 1_100, 2_500).get(0).column());
        assertEquals(List.of(), volumes(900, 1_000, 1_100, 1_900, 1_700));
        assertEquals(List.of(), volumes(10, 1_000, 10));
        assertEquals(List.of(), volumes(8, 8, 8, 20));
    }

    /**
     * Four features by 800 cohorts from the reference's own law, 3,200 looks by seven rules each: at most one look in a thousand raises a
     * false alarm, whether cohorts are small or not.
     */
    @ParameterizedTest
    @ValueSource(ints = {25, 60, 300})
    void stationaryDataRaiseAtMostOneFalseAlarmInAThousandLooks(int applicants) {
        int cohorts = 800;
        Random random = new Random(20_240_131);
        FeatureStudy gappy = Made.study(Made.numeric("dti"), incomes(11, 200, 2_000, 1));
        FeatureStudy many = Made.study(Made.categorical("region"), regions(random, 3_000));
        FeatureStudy few = Made.study(Made.numeric("term"), terms(random, 2_000));
        int alarms = 0;
        for (int i = 0; i < cohorts; i++) {
            alarms += kinds(INCOME, gappyIncomes(random, applicants, 20.0 / 2_020))
                    .size();
            alarms += kinds(gappy, gappyIncomes(random, applicants, 200.0 / 2_200))
                    .size();
            alarms += kinds(many, regions(random, applicants)).size();
            alarms += kinds(few, terms(random, applicants)).size();
        }
        assertTrue(alarms <= 4 * cohorts / 1_000, alarms + " false alarms");
    }

    private static Profile gappyIncomes(Random random, int applicants, double missingShare) {
        int missing =
                (int) random.doubles(applicants).filter(u -> u < missingShare).count();
        return incomes(random.nextLong(), missing, applicants - missing, 1);
    }

    private static Profile regions(Random random, int applicants) {
        Map<String, Integer> counts = new TreeMap<>();
        for (int i = 0; i < applicants; i++) {
            counts.merge("r" + (int) (50 * random.nextDouble() * random.nextDouble()), 1, Integer::sum);
        }
        return Made.categories(0, counts);
    }

    private static Profile terms(Random random, int applicants) {
        return Made.amounts(
                0,
                DoubleStream.generate(() -> random.nextDouble() < 0.7 ? 36 : 60)
                        .limit(applicants)
                        .toArray());
    }
}
