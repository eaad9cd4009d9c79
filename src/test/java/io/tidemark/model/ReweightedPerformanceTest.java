package io.tidemark.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ReweightedPerformanceTest {
    /** Applicants of one feature x, normal about a mean; logit P(bad) = x − 1.5, and the score is x with some noise, tied here and there. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Population(boolean[] bad, double[] scores, double[] x) {
        private static Population of(Random random, int n, double mean) {
            Population population = new Population(new boolean[n], new double[n], new double[n]);
            for (int i = 0; i < n; i++) {
                population.x[i] = mean + random.nextGaussian();
                population.scores[i] = Math.rint(20 * (population.x[i] + random.nextGaussian())) / 20;
                population.bad[i] = random.nextDouble() < Logit.inverse(population.x[i] - 1.5);
            }
            return population;
        }

        private ScoredOutcomes outcomes() {
            return new ScoredOutcomes(bad, scores);
        }

        /** The probability of being of a cohort twice as large, whose mean is 0.8 and not 0, as a perfect domain classifier gives it. */
        private double[] ofCohort() {
            return Arrays.stream(x)
                    .map(value -> Logit.inverse(Math.log(2) + 0.8 * value - 0.32))
                    .toArray();
        }
    }

    @RepeatedTest(20)
    void equalWeightsChangeNothing(RepetitionInfo info) {
        Population population = Population.of(new Random(info.getCurrentRepetition()), 200, 0);
        double[] alike = new double[200];
        Arrays.fill(alike, 0.2);
        ReweightedPerformance weighted = ReweightedPerformance.of(population.bad, population.scores, alike, 800, 200);
        Auc expected = population.outcomes().auc().known().orElseThrow();
        Auc found = weighted.auc().known().orElseThrow();
        assertEquals(expected.value(), found.value(), 1e-12);
        assertEquals(expected.variance(), found.variance(), 1e-12);
        double rate = population.outcomes().bads() / 200.0;
        Estimate badRate = weighted.badRate().known().orElseThrow();
        assertEquals(rate, badRate.value(), 1e-12);
        assertEquals(Math.sqrt(rate * (1 - rate) / 199), badRate.standardError(), 1e-12);
        assertEquals(200, weighted.effectiveSize(), 1e-9);
    }

    /** The figures of 2,000,000 applicants of the cohort's kind: bad rate 0.3543 and area 0.6897; of the reference's, 0.2193. */
    @Test
    void theReferenceIsMadeToLookLikeTheCohortWithinItsError() {
        Random random = new Random(2);
        Population large = Population.of(random, 200_000, 0.8);
        double rate = large.outcomes().bads() / 200_000.0;
        double area = large.outcomes().auc().known().orElseThrow().value();
        int samples = 500;
        double areas = 0;
        double rates = 0;
        double plain = 0;
        for (int i = 0; i < samples; i++) {
            Population reference = Population.of(random, 1_000, 0);
            ReweightedPerformance weighted =
                    ReweightedPerformance.of(reference.bad, reference.scores, reference.ofCohort(), 1_000, 2_000);
            Auc auc = weighted.auc().known().orElseThrow();
            Estimate badRate = weighted.badRate().known().orElseThrow();
            areas += auc.low() <= area && auc.high() >= area ? 1 : 0;
            rates += badRate.low() <= rate && badRate.high() >= rate ? 1 : 0;
            plain += Math.abs(reference.outcomes().bads() / 1_000.0 - rate) < 0.05 ? 1 : 0;
            assertTrue(weighted.effectiveSize() > 200 && weighted.effectiveSize() < 900);
        }
        assertEquals(0.94, areas / samples, 0.03);
        assertEquals(0.94, rates / samples, 0.03);
        assertTrue(plain / samples < 0.05);
    }

    @Test
    void theOrderOfApplicantsIsNotSeen() {
        Population population = Population.of(new Random(4), 300, 0);
        Population turned = new Population(new boolean[300], new double[300], new double[300]);
        for (int i = 0; i < 300; i++) {
            turned.bad[i] = population.bad[299 - i];
            turned.scores[i] = population.scores[299 - i];
            turned.x[i] = population.x[299 - i];
        }
        assertEquals(
                ReweightedPerformance.of(population.bad, population.scores, population.ofCohort(), 1, 2),
                ReweightedPerformance.of(turned.bad, turned.scores, turned.ofCohort(), 1, 2));
    }

    /** One applicant who is surely of the cohort outweighs all others. */
    @Test
    void aCohortThatTheReferenceHasNotSeenHasNoArea() {
        Population population = Population.of(new Random(6), 300, 0);
        double[] ofCohort = new double[300];
        ofCohort[17] = 1;
        ReweightedPerformance weighted =
                ReweightedPerformance.of(population.bad, population.scores, ofCohort, 300, 300);
        assertEquals(1, weighted.effectiveSize(), 1e-9);
        assertTrue(weighted.auc().whyNot().orElseThrow().startsWith("takes at least 2 bad and 2 good applicants"));
    }
}
