package io.tidemark.shift;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.DiscreteSampler;
import org.apache.commons.rng.sampling.distribution.GuideTableDiscreteSampler;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;

/**
 * Counts drawn from a Poisson law, hundreds of one mean: P(k) = λᵏ e^−λ / k! is tabulated once, and a draw looks it up. Counts whose probability
 * is less than 10⁻¹⁸ of the likeliest one's are left out.
 */
final class PoissonCounts {
    private static final double LEAST_LIKELY = 1e-18;
    /** The table of a greater mean would take longer to make than it saves. */
    private static final double GREATEST_MEAN = 1_000;

    private PoissonCounts() {}

    /** A sampler of a positive mean. */
    static DiscreteSampler of(UniformRandomProvider random, double mean) {
        if (mean > GREATEST_MEAN) {
            return PoissonSampler.of(random, mean);
        }
        int likeliest = (int) mean;
        // Relative to the likeliest count, down from it and up.
        double[] down = new double[likeliest + 1];
        int less = 0;
        for (double weight = 1; less < likeliest && weight > LEAST_LIKELY; ) {
            weight *= (likeliest - less) / mean;
            down[++less] = weight;
        }
        double[] up = new double[less + 1];
        int more = 0;
        for (double weight = 1; weight > LEAST_LIKELY; ) {
            weight *= mean / (likeliest + ++more);
            if (more == up.length) {
                up = Arrays.copyOf(up, 2 * more);
            }
            up[more] = weight;
        }
        double[] weights = new double[less + 1 + more];
        for (int k = 1; k <= less; k++) {
            weights[less - k] = down[k];
        }
        weights[less] = 1;
        System.arraycopy(up, 1, weights, less + 1, more);
        int first = likeliest - less;
        DiscreteSampler places = GuideTableDiscreteSampler.of(random, weights);
        return () -> first + places.sample();
    }
}
