package io.tidemark.simulation;

import io.tidemark.feature.Feature;
import io.tidemark.feature.FeatureKind;
import io.tidemark.measure.PopulationStabilityIndex;
import io.tidemark.profile.CategoricalAccumulator;
import io.tidemark.profile.NumericAccumulator;
import io.tidemark.profile.Profile;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;

/**
 * A feature's population: finitely many values with their shares, and the share of applicants without a value.
 *
 * <p>A shift tilts the shares exponentially, p ∝ p e^(δz) with z the standardised place of the value: of a normal feature that moves the mean
 * by δ standard deviations and nothing else; of categories it moves mass towards the rarer ones.
 */
final class Shape {
    private static final double MISSING = 0.05;
    private static final int BINS = 10;
    private static final double MOST_TILT = 8;

    private final FeatureKind kind;
    private final double[] values;
    private final double[] shares;

    private Shape(FeatureKind kind, double[] values, double[] shares) {
        this.kind = kind;
        this.values = values;
        double sum = Arrays.stream(shares).sum();
        this.shares = Arrays.stream(shares).map(share -> share / sum).toArray();
    }

    /** The shapes that a simulated table is made of, by turns. */
    static List<Shape> all() {
        double[] normal = new double[161];
        double[] amounts = new double[161];
        double[] density = new double[161];
        double[] zeros = new double[161];
        for (int i = 0; i < normal.length; i++) {
            double z = (i - 80) / 20.0;
            normal[i] = z;
            amounts[i] = Math.round(3_000 * Math.exp(0.6 * z));
            density[i] = Math.exp(-z * z / 2);
            zeros[i] = density[i];
        }
        amounts[0] = 0;
        zeros[0] = 0.4 * Arrays.stream(density).sum();
        double[] few = {0.22, 0.33, 0.25, 0.13, 0.05, 0.02};
        double[] codes = new double[12];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = 1.0 / (i + 1);
        }
        return List.of(
                new Shape(FeatureKind.NUMERIC, normal, density),
                new Shape(FeatureKind.NUMERIC, amounts, zeros),
                new Shape(FeatureKind.NUMERIC, places(few.length), few),
                new Shape(FeatureKind.CATEGORICAL, places(codes.length), codes));
    }

    private static double[] places(int count) {
        double[] places = new double[count];
        Arrays.setAll(places, i -> i);
        return places;
    }

    Feature feature(int number) {
        String type = kind == FeatureKind.NUMERIC ? "double" : "string";
        return new Feature("feature_" + number, kind, type, List.of());
    }

    /** The same feature, shifted until the population stability index of its deciles, or of its categories, has a value. */
    Shape shiftedBy(double psi) {
        double low = 0;
        double high = MOST_TILT;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (psi(tilted(middle)) < psi) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return new Shape(kind, values, tilted(low));
    }

    private double[] tilted(double delta) {
        double mean = 0;
        double square = 0;
        for (int i = 0; i < shares.length; i++) {
            mean += shares[i] * place(i);
            square += shares[i] * place(i) * place(i);
        }
        double deviation = Math.sqrt(square - mean * mean);
        double[] tilted = new double[shares.length];
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            tilted[i] = shares[i] * Math.exp(delta * (place(i) - mean) / deviation);
            sum += tilted[i];
        }
        double all = sum;
        return Arrays.stream(tilted).map(share -> share / all).toArray();
    }

    /** Where a value lies on the scale along which it is tilted. */
    private double place(int i) {
        return shares.length == 161 ? (i - 80) / 20.0 : i;
    }

    private double psi(double[] other) {
        int[] bins = bins();
        double[] before = new double[shares.length];
        double[] now = new double[shares.length];
        for (int i = 0; i < shares.length; i++) {
            before[bins[i]] += (1 - MISSING) * shares[i];
            now[bins[i]] += (1 - MISSING) * other[i];
        }
        double sum = 0;
        for (int b = 0; b < before.length; b++) {
            sum += before[b] > 0 ? PopulationStabilityIndex.contribution(before[b], now[b]) : 0;
        }
        return sum;
    }

    /** The bin of each value: deciles of many values, else each by itself. */
    private int[] bins() {
        int[] bins = new int[shares.length];
        double cumulative = 0;
        for (int i = 0; i < bins.length; i++) {
            bins[i] = shares.length > 2 * BINS ? Math.min(BINS - 1, (int) (cumulative * BINS)) : i;
            cumulative += shares[i];
        }
        return bins;
    }

    /** About so many applicants: counts are drawn as Poisson, which given their total are multinomial. */
    Profile draw(long applicants, UniformRandomProvider random) {
        long missing = poisson(applicants * MISSING, random);
        if (kind == FeatureKind.CATEGORICAL) {
            CategoricalAccumulator counts = new CategoricalAccumulator();
            for (int i = 0; i < values.length; i++) {
                counts.add("c" + i, poisson(applicants * (1 - MISSING) * shares[i], random));
            }
            counts.addMissing(missing);
            return counts.profile();
        }
        NumericAccumulator counts = new NumericAccumulator(List.of());
        for (int i = 0; i < values.length; i++) {
            counts.add(values[i], poisson(applicants * (1 - MISSING) * shares[i], random));
        }
        counts.addMissing(missing);
        return counts.profile();
    }

    private static long poisson(double mean, UniformRandomProvider random) {
        return mean > 0 ? PoissonSampler.of(random, mean).sample() : 0;
    }
}
