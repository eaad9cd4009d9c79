package io.tidemark.sample;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * The random numbers of one row: a SplitMix64 sequence that starts at a place mixed from the seed and the row's number, so
 * that a row needs no other row before it.
 *
 * <p>Steele, Lea, Flood: Fast splittable pseudorandom number generators, 2014, doi:10.1145/2714064.2660195.
 */
final class RowRandom implements UniformRandomProvider {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final long ROW_STRIDE = 0xD1342543DE82EF95L;

    private final ContinuousSampler normal = ZigguratSampler.NormalizedGaussian.of(this);
    private long state;

    RowRandom(long seed, long row) {
        state = mix(mix(seed + GOLDEN_GAMMA) + row * ROW_STRIDE);
    }

    @Override
    public long nextLong() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /** A normal variate of mean 0 and standard deviation 1. */
    double normal() {
        return normal.sample();
    }

    boolean chance(double share) {
        return nextDouble() < share;
    }

    /** A Poisson variate by Knuth's product of uniforms: its work grows with the mean, so the mean should be small. */
    int poisson(double mean, int most) {
        double limit = StrictMath.exp(-mean);
        double product = nextDouble();
        int count = 0;
        while (product > limit && count < most) {
            product *= nextDouble();
            count++;
        }
        return count;
    }

    private static long mix(long bits) {
        long a = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }
}
