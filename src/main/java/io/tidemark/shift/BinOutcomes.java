package io.tidemark.shift;

import io.tidemark.measure.CharacteristicStability;
import io.tidemark.measure.RateDecomposition;
import io.tidemark.measure.RateHomogeneity;
import io.tidemark.model.Figure;
import io.tidemark.model.WeightOfEvidence;
import java.io.Serializable;
import java.util.OptionalDouble;
import java.util.stream.LongStream;

/**
 * Outcomes of the reference's applicants, and of a cohort's where they are known, by the bins of a feature. Applicants without an outcome are in
 * neither.
 */
public final class BinOutcomes implements Serializable {
    private final long[] reference;
    private final long[] referenceBads;
    private final long[] current;
    private final long[] currentBads;

    private BinOutcomes(long[] reference, long[] referenceBads, long[] current, long[] currentBads) {
        this.reference = reference;
        this.referenceBads = referenceBads;
        this.current = current;
        this.currentBads = currentBads;
    }

    /** Outcomes of the reference alone; those of the cohort are not mature. */
    public static BinOutcomes ofReference(long[] goods, long[] bads) {
        return new BinOutcomes(sum(goods, bads), bads.clone(), null, null);
    }

    /** The same with outcomes of a cohort, which has at least one. */
    public BinOutcomes with(long[] goods, long[] bads) {
        return new BinOutcomes(reference, referenceBads, sum(goods, bads), bads.clone());
    }

    private static long[] sum(long[] goods, long[] bads) {
        long[] sum = goods.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += bads[i];
        }
        return sum;
    }

    /**
     * What the shift does to the rate of bad outcomes. Where the cohort's outcomes are known, it is about the applicants who have one, and mix and
     * rate effect add up to the change of their rate; where not, the mix effect is that of all applicants.
     *
     * @param applicants all applicants of the cohort by bin, at least one
     */
    public OutcomeEffect effect(long[] applicants) {
        if (current == null) {
            RateDecomposition taken =
                    RateDecomposition.of(reference, referenceBads, applicants, new long[applicants.length]);
            return new OutcomeEffect(
                    taken.mixEffect(),
                    mixError(applicants),
                    null,
                    null,
                    null,
                    informationValue(),
                    scoreEffect(applicants));
        }
        RateDecomposition taken = RateDecomposition.of(reference, referenceBads, current, currentBads);
        OptionalDouble homogeneity = RateHomogeneity.pValue(reference, referenceBads, current, currentBads);
        return new OutcomeEffect(
                taken.mixEffect(),
                mixError(current),
                taken.rateEffect(),
                rateError(),
                homogeneity.isPresent() ? homogeneity.getAsDouble() : null,
                informationValue(),
                scoreEffect(current));
    }

    /** What each bin of the reference tells of outcomes. */
    public Figure<WeightOfEvidence> evidence() {
        return WeightOfEvidence.of(reference, referenceBads);
    }

    private Figure<Double> informationValue() {
        return evidence().map(WeightOfEvidence::informationValue);
    }

    private Figure<Double> scoreEffect(long[] counts) {
        return evidence()
                .map(evidence -> CharacteristicStability.of(
                        reference,
                        counts,
                        evidence.ofBins().stream().mapToDouble(woe -> -woe).toArray()));
    }

    /** sqrt(V_q(r) / n + V_p(r) / m), V the variance of the reference's rates over the applicants of a side. */
    private double mixError(long[] counts) {
        return Math.sqrt(varianceOfRates(counts) + varianceOfRates(reference));
    }

    private double varianceOfRates(long[] counts) {
        double n = LongStream.of(counts).sum();
        double mean = 0;
        double squares = 0;
        for (int i = 0; i < counts.length; i++) {
            double rate = expectedRate(i);
            mean += counts[i] / n * rate;
            squares += counts[i] / n * rate * rate;
        }
        return Math.max(0, squares - mean * mean) / n;
    }

    /** sqrt(Σ q² (r'(1 − r') / n' + r(1 − r) / n)) over the bins, n' and n the outcomes in each. */
    private double rateError() {
        double n = LongStream.of(current).sum();
        double variance = 0;
        for (int i = 0; i < current.length; i++) {
            if (current[i] > 0) {
                double share = current[i] / n;
                double of = variance(currentBads[i], current[i]) + variance(referenceBads[i], reference[i]);
                variance += share * share * of;
            }
        }
        return Math.sqrt(variance);
    }

    /** The variance of a rate of which a half bad and a half good outcome more are known, so that few outcomes do not look certain. */
    private static double variance(long bads, long count) {
        double rate = (bads + 0.5) / (count + 1.0);
        return rate * (1 - rate) / (count + 1.0);
    }

    /** The rate that the reference foretells in a bin: its own or, where it has no outcome there, that of all. */
    private double expectedRate(int bin) {
        return reference[bin] > 0
                ? (double) referenceBads[bin] / reference[bin]
                : (double) LongStream.of(referenceBads).sum()
                        / LongStream.of(reference).sum();
    }

    /** The share of bad outcomes among the reference's applicants in a bin; null where none has an outcome. */
    public Double referenceBadRate(int bin) {
        return reference[bin] == 0 ? null : (double) referenceBads[bin] / reference[bin];
    }

    /** The same of the cohort; null also where its outcomes are not known. */
    public Double badRate(int bin) {
        return current == null || current[bin] == 0 ? null : (double) currentBads[bin] / current[bin];
    }
}
