package io.tidemark.model;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What each bin of a feature says of outcomes.
 *
 * <p>With g and b the shares of the good and of the bad applicants that are in a bin, half an applicant more in every bin on both sides,
 * (c + ½) / (n + ½B) for B bins:
 *
 * <ul>
 *   <li>weight of evidence = ln(g / b): 0 where a bin is as bad as all, above 0 where it is better
 *   <li>information value = Σ (g − b) ln(g / b), at least 0: what the feature tells, the PSI between good and bad applicants
 * </ul>
 *
 * <p>Undefined where nobody is bad, or nobody good. Source: Kullback 1959; Siddiqi 2006, Credit Risk Scorecards, whose sign it has.
 *
 * @param ofBins in the order of the bins
 */
public record WeightOfEvidence(List<Double> ofBins, double informationValue) implements Serializable {
    private static final double HALF = 0.5;

    public WeightOfEvidence {
        ofBins = List.copyOf(ofBins);
    }

    /**
     * The evidence of bins.
     *
     * @param applicants with outcomes, by bin
     * @param bads those of them who turned out bad
     */
    public static Figure<WeightOfEvidence> of(long[] applicants, long[] bads) {
        int bins = applicants.length;
        if (bads.length != bins) {
            throw new IllegalArgumentException(bins + " bins of applicants, but " + bads.length + " of bads");
        }
        double allBads = Arrays.stream(bads).sum();
        double allGoods = Arrays.stream(applicants).sum() - allBads;
        if (allBads == 0 || allGoods == 0) {
            return Figure.undefined("takes bad and good applicants, and all are " + (allBads == 0 ? "good" : "bad"));
        }
        double[] goodShares = IntStream.range(0, bins)
                .mapToDouble(bin -> (applicants[bin] - bads[bin] + HALF) / (allGoods + HALF * bins))
                .toArray();
        double[] badShares = IntStream.range(0, bins)
                .mapToDouble(bin -> (bads[bin] + HALF) / (allBads + HALF * bins))
                .toArray();
        List<Double> ofBins = IntStream.range(0, bins)
                .mapToObj(bin -> Math.log(goodShares[bin] / badShares[bin]))
                .toList();
        double informationValue = IntStream.range(0, bins)
                .mapToDouble(bin -> (goodShares[bin] - badShares[bin]) * ofBins.get(bin))
                .sum();
        return Figure.of(new WeightOfEvidence(ofBins, informationValue));
    }
}
