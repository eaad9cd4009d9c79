package io.tidemark.model;

import java.util.Arrays;

/**
 * ln(p / (1 − p)) and back.
 *
 * <ul>
 *   <li>Probabilities nearer to 0 or 1 than {@value #NEAREST} are taken to be that near: there the logarithm is infinite.
 * </ul>
 */
final class Logit {
    /** How near to 0 and 1 a probability can be where a logarithm is taken of it. */
    static final double NEAREST = 1e-15;

    private Logit() {}

    static double clipped(double probability) {
        return Math.max(NEAREST, Math.min(1 - NEAREST, probability));
    }

    static double of(double probability) {
        double p = clipped(probability);
        return Math.log(p / (1 - p));
    }

    static double[] of(double[] probabilities) {
        return Arrays.stream(probabilities).map(Logit::of).toArray();
    }

    /** 1 / (1 + exp(−x)). */
    static double inverse(double x) {
        double small = Math.exp(-Math.abs(x));
        return (x >= 0 ? 1 : small) / (1 + small);
    }
}
