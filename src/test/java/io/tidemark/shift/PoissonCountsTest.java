package io.tidemark.shift;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.DiscreteSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoissonCountsTest {
    private static final int DRAWS = 400_000;

    private final UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(71);

    /** {@code scipy.stats.poisson.pmf(count, mean)}, SciPy 1.17.1. */
    @ParameterizedTest
    @CsvSource({
        "0.02, 0, 0.9801986733",
        "0.02, 1, 0.0196039735",
        "2.5, 0, 0.0820849986",
        "2.5, 2, 0.2565156207",
        "2.5, 5, 0.0668009429",
        "75, 60, 0.0102663203",
        "75, 75, 0.0460147310",
        "75, 90, 0.0102681398",
        "999.5, 950, 0.0037210613",
        "999.5, 999, 0.0126193438",
        "5000, 5000, 0.0056418018"
    })
    void countsComeAsOftenAsTheLawSays(double mean, int count, double probability) {
        DiscreteSampler counts = PoissonCounts.of(random, mean);
        int found = 0;
        for (int i = 0; i < DRAWS; i++) {
            found += counts.sample() == count ? 1 : 0;
        }
        double deviation = Math.sqrt(probability * (1 - probability) / DRAWS);
        assertEquals(probability, (double) found / DRAWS, 4 * deviation);
    }

    @ParameterizedTest
    @CsvSource({"0.001", "0.9", "1", "17.3", "1000", "1000.5"})
    void meanAndVarianceAreTheMean(double mean) {
        DiscreteSampler counts = PoissonCounts.of(random, mean);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < DRAWS; i++) {
            double difference = counts.sample() - mean;
            sum += difference;
            squares += difference * difference;
        }
        // The fourth central moment of the law is mean (1 + 3 mean).
        assertEquals(0, sum / DRAWS, 4 * Math.sqrt(mean / DRAWS));
        assertEquals(mean, squares / DRAWS, 4 * Math.sqrt(mean * (1 + 2 * mean) / DRAWS));
    }
}
