package io.tidemark.shift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.shift.Onset.Form;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CourseTest {
    private static final int COHORTS = 24;
    private static final int REFERENCE = 8;
    private static final double APPLICANTS = 2_000;
    private static final double[] BEFORE = MadeSeries.falling(10, 2.5);
    private static final double[] AFTER = MadeSeries.turned(BEFORE);
    private final UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(24);

    /** Cohorts that are so far from the shares before to those after. */
    private long[][] cohorts(double applicants, IntToDoubleFunction way) {
        return IntStream.range(0, COHORTS)
                .mapToObj(t ->
                        MadeSeries.draw(random, MadeSeries.between(BEFORE, AFTER, way.applyAsDouble(t)), applicants))
                .toArray(long[][]::new);
    }

    private Course course(IntToDoubleFunction way) {
        return Course.of(MadeSeries.series(cohorts(APPLICANTS, way), REFERENCE), REFERENCE);
    }

    private static double ramp(int cohort, int start, int length) {
        return Math.max(0, Math.min(1, (cohort - start + 1.0) / length));
    }

    private static Optional<Onset> jumped(int cohort) {
        return Optional.of(new Onset(cohort, Form.JUMP));
    }

    @Test
    void aSteadySeriesIsAtItsReference() {
        Course course = course(t -> 0);
        assertEquals(1, course.segments().size());
        assertEquals(Optional.empty(), course.onsetAt(COHORTS - 1));
        assertFalse(course.wasAway(COHORTS - 1));
    }

    @Test
    void aJumpIsDatedToItsCohort() {
        Course course = course(t -> t < 15 ? 0 : 1);
        assertEquals(Optional.empty(), course.onsetAt(14));
        assertEquals(jumped(15), course.onsetAt(15));
        assertEquals(jumped(15), course.onsetAt(COHORTS - 1));
        assertFalse(course.wasAway(COHORTS - 1));
    }

    @Test
    void aJumpInTheLastCohortIsSeen() {
        assertEquals(jumped(COHORTS - 1), course(t -> t < COHORTS - 1 ? 0 : 1).onsetAt(COHORTS - 1));
    }

    @ParameterizedTest(name = "over {1} cohorts of {0}")
    @CsvSource({"2000, 3", "2000, 6", "2000, 10", "10000, 3", "10000, 6", "10000, 10", "600, 10"})
    void aRampIsDatedToItsBeginning(double applicants, int length) {
        int near = 0;
        for (int run = 0; run < 100; run++) {
            long[][] cohorts = cohorts(applicants, t -> ramp(t, 11, length));
            Onset onset = Course.of(MadeSeries.series(cohorts, REFERENCE), REFERENCE)
                    .onsetAt(COHORTS - 1)
                    .orElseThrow();
            near += onset.form() == Form.RAMP && Math.abs(onset.cohort() - 11) <= 1 ? 1 : 0;
        }
        System.out.printf(
                Locale.ROOT, "ramp over %d cohorts of %.0f: %d of 100 within a cohort%n", length, applicants, near);
        assertTrue(near >= 95, near + " of 100");
    }

    @ParameterizedTest(name = "jump at {0}, by {1}")
    @CsvSource({"15, 1", "22, 1", "9, 0.6"})
    void aJumpIsNoRamp(int change, double height) {
        for (int run = 0; run < 100; run++) {
            assertEquals(jumped(change), course(t -> t < change ? 0 : height).onsetAt(COHORTS - 1));
        }
    }

    @Test
    void aJumpInTheMiddleOfACohortIsAJump() {
        Onset onset =
                course(t -> t < 12 ? 0 : t > 12 ? 1 : 0.5).onsetAt(COHORTS - 1).orElseThrow();
        assertEquals(Form.JUMP, onset.form());
        assertEquals(12, onset.cohort(), 1);
    }

    @Test
    void aSecondJumpTheSameWayDoesNotDateTheDeparture() {
        Course course = course(t -> t < 10 ? 0 : t < 17 ? 0.6 : 1);
        assertEquals(3, course.segments().size());
        assertEquals(jumped(10), course.onsetAt(COHORTS - 1));
        assertFalse(course.wasAway(COHORTS - 1));
    }

    @Test
    void aSlightMoveLongBeforeDoesNotDateALargeOne() {
        Course course = course(t -> t < 10 ? 0 : t < 17 ? 0.3 : 1);
        assertEquals(jumped(10), course.onsetAt(16));
        assertEquals(jumped(17), course.onsetAt(COHORTS - 1));
    }

    @Test
    void theOtherWayIsAnotherDeparture() {
        double[] middle = MadeSeries.between(BEFORE, AFTER, 0.5);
        long[][] cohorts = IntStream.range(0, COHORTS)
                .mapToObj(t -> MadeSeries.draw(random, t < 10 ? middle : t < 17 ? BEFORE : AFTER, APPLICANTS))
                .toArray(long[][]::new);
        Course course = Course.of(MadeSeries.series(cohorts, REFERENCE), REFERENCE);
        assertEquals(jumped(10), course.onsetAt(16));
        assertEquals(jumped(17), course.onsetAt(COHORTS - 1));
    }

    @Test
    void aSpellIsOver() {
        Course course = course(t -> t < 11 || t >= 14 ? 0 : 1);
        assertEquals(jumped(11), course.onsetAt(13));
        assertFalse(course.wasAway(13));
        assertEquals(Optional.empty(), course.onsetAt(14));
        assertTrue(course.wasAway(14));
        assertTrue(course.wasAway(COHORTS - 1));
    }

    @Test
    void aSecondSpellHasAnOnsetOfItsOwn() {
        Course course = course(t -> t < 11 || (t >= 14 && t < 20) ? 0 : 1);
        assertEquals(jumped(20), course.onsetAt(COHORTS - 1));
        assertTrue(course.wasAway(COHORTS - 1));
    }

    @Test
    void whatMovedWithinTheReferenceIsNoSpell() {
        Course course = course(t -> t < 2 ? 1 : 0);
        assertTrue(course.segments().get(0).isAway());
        assertFalse(course.wasAway(COHORTS - 1));
    }

    @Test
    void aReferenceMayBeAnotherTable() {
        long[][] cohorts = cohorts(APPLICANTS, t -> t < 12 ? 0 : 1);
        long[] other = MadeSeries.draw(random, BEFORE, 50_000);
        assertEquals(jumped(12), Course.of(CohortSeries.of(cohorts, other), 0).onsetAt(COHORTS - 1));
        long[] third = MadeSeries.draw(random, AFTER, 50_000);
        Course course = Course.of(CohortSeries.of(cohorts, third), 0);
        assertEquals(jumped(0), course.onsetAt(5));
        assertEquals(Optional.empty(), course.onsetAt(COHORTS - 1));
        assertTrue(course.wasAway(COHORTS - 1));
    }

    @Test
    void cohortsWithoutApplicantsAreNoOnset() {
        long[][] cohorts = cohorts(APPLICANTS, t -> t < 15 ? 0 : 1);
        cohorts[14] = new long[10];
        cohorts[15] = new long[10];
        cohorts[18] = new long[10];
        assertEquals(
                jumped(16),
                Course.of(MadeSeries.series(cohorts, REFERENCE), REFERENCE).onsetAt(18));
    }

    @Test
    void withoutApplicantsThereIsNoCourse() {
        Course course = Course.of(CohortSeries.of(new long[5][2], new long[] {1, 1}), 0);
        assertEquals(List.of(), course.segments());
        assertEquals(Optional.empty(), course.onsetAt(3));
        assertFalse(course.wasAway(3));
    }

    @Test
    void aPopulationMovesWithSomeOfItsFeatures() {
        CohortSeries population = IntStream.range(0, 12)
                .mapToObj(feature -> cohorts(APPLICANTS, t -> feature % 3 > 0 || t < 16 ? 0 : 1))
                .map(CourseTest::sameSize)
                .map(counts -> MadeSeries.series(counts, REFERENCE))
                .reduce(CohortSeries::plus)
                .orElseThrow();
        assertEquals(jumped(16), Course.of(population, REFERENCE).onsetAt(COHORTS - 1));
    }

    @Test
    void aPopulationThatIsRampedIsSeenAsSuch() {
        CohortSeries population = IntStream.range(0, 8)
                .mapToObj(feature -> cohorts(APPLICANTS, t -> feature % 2 > 0 ? 0 : ramp(t, 11, 8)))
                .map(CourseTest::sameSize)
                .map(counts -> MadeSeries.series(counts, REFERENCE))
                .reduce(CohortSeries::plus)
                .orElseThrow();
        Onset onset = Course.of(population, REFERENCE).onsetAt(COHORTS - 1).orElseThrow();
        assertEquals(Form.RAMP, onset.form());
        assertEquals(11, onset.cohort(), 1);
    }

    /** Features are of the same applicants: the first bin takes up what is drawn too little, or gives what is too much. */
    private static long[][] sameSize(long[][] cohorts) {
        for (long[] cohort : cohorts) {
            cohort[0] += Math.round(APPLICANTS)
                    - IntStream.range(0, cohort.length)
                            .mapToLong(b -> cohort[b])
                            .sum();
        }
        return cohorts;
    }
}
