package io.tidemark.shift;

import java.io.Serializable;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * How much of the applicants is lost when their features are put together again from the principal components of the reference: the mean
 * squared error of standardised features. It rises where features no longer go together as they did.
 *
 * <p>The band is where the error of nineteen of twenty samples of the cohort's size lies if nothing shifted. Of applicants of the reference that
 * the components were not made from, some are drawn, as many as the cohort has, and all are drawn again, both with replacement and
 * {@value #DRAWS} times: the difference of the two means is the noise of the cohort's error and of what it is held against.
 *
 * @param value 0…∞
 * @param low the lower end of the reference's own band
 * @param high its upper end
 */
public record ReconstructionError(double value, double low, double high) implements Serializable {
    private static final int DRAWS = 500;
    private static final long SEED = 20_240_229;

    /**
     * The error of a cohort with its band.
     *
     * @param heldOut the error of each applicant of the reference that the components were not made from, at least one
     * @param current the error of each applicant of the cohort, at least one
     */
    public static ReconstructionError of(double[] heldOut, double[] current) {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(SEED);
        double expected = Arrays.stream(heldOut).average().orElseThrow();
        double[] draws = new double[DRAWS];
        for (int i = 0; i < DRAWS; i++) {
            draws[i] = expected + drawn(heldOut, current.length, random) - drawn(heldOut, heldOut.length, random);
        }
        Arrays.sort(draws);
        int cut = DRAWS / 40;
        double value = Arrays.stream(current).average().orElseThrow();
        return new ReconstructionError(value, Math.max(0, draws[cut]), draws[DRAWS - 1 - cut]);
    }

    private static double drawn(double[] errors, int count, UniformRandomProvider random) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += errors[random.nextInt(errors.length)];
        }
        return sum / count;
    }
}
