package io.tidemark.model;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * What a model's performance would have been on the reference's applicants with known outcomes, had they been such as those of the cohort: each
 * counts as often as applicants like them are more frequent in the cohort, w = p / (1 − p) · n / m. P is the probability of being of the cohort
 * that a domain classifier gave who had not seen the applicant; it was taught on n applicants of the reference and m of the cohort.
 *
 * <ul>
 *   <li>bad rate = Σ w y / Σ w, with variance Σ w² (y − rate)² / (Σ w)² · k / (k − 1) for k applicants
 *   <li>area A = Σ w<sub>i</sub> w<sub>j</sub> ψ(i, j) / (Σ w<sub>i</sub> Σ w<sub>j</sub>), i bad and j good; with V<sub>i</sub> the weighted mean
 *       of ψ(i, ·) its variance is Σ w<sub>i</sub>² (V<sub>i</sub> − A)² / (Σ w<sub>i</sub>)² · k / (k − 1) over the k bad ones, and the same over
 *       the good ones. With equal weights that is DeLong's.
 *   <li>effective size = (Σ w)² / Σ w²: of so many applicants of equal weight the rate would be as certain
 * </ul>
 *
 * <p>Errors are those of the estimate, the weights being taken as known; the figure of the cohort itself has its own beside. Where the effective
 * number of bad or of good applicants is below two, the area is undefined. Source: Shimodaira 2000, doi:10.1016/S0378-3758(00)00115-4, for the
 * weights; Kish 1965 for the effective size.
 *
 * @param labelled applicants of the reference with an outcome, a score and a weight
 * @param effectiveSize 1 … labelled; 0 where there is nobody
 */
public record ReweightedPerformance(int labelled, double effectiveSize, Figure<Auc> auc, Figure<Estimate> badRate)
        implements Serializable {
    /** What has to hold for the estimate to be one. */
    public static final String ASSUMPTION =
            "applicants with the same features turn out bad as often as they did in the reference, and the features tell all that changed";

    /**
     * Weighs applicants of the reference.
     *
     * @param bad who turned out bad
     * @param scores of the same applicants, none of them NaN
     * @param ofCohort the probability of being of the cohort, of each; taken to be at least 1e-15 from 0 and 1
     * @param referenceSize n, applicants of the reference that the classifier was taught on
     * @param cohortSize m, applicants of the cohort that it was taught on
     */
    public static ReweightedPerformance of(
            boolean[] bad, double[] scores, double[] ofCohort, long referenceSize, long cohortSize) {
        ScoredApplicants applicants = ScoredApplicants.of(bad, new double[][] {scores, ofCohort});
        ScoredOutcomes outcomes = applicants.by(0);
        double ratio = (double) referenceSize / cohortSize;
        double[] weights = Arrays.stream(applicants.by(1).scores())
                .map(p -> Math.exp(Logit.of(p)) * ratio)
                .toArray();
        return new ReweightedPerformance(
                outcomes.size(), effectiveSize(weights), auc(outcomes, weights), badRate(outcomes, weights));
    }

    public String assumption() {
        return ASSUMPTION;
    }

    private static Figure<Estimate> badRate(ScoredOutcomes outcomes, double[] weights) {
        int n = outcomes.size();
        if (n < 2) {
            return Figure.undefined("takes at least 2 applicants, not " + n);
        }
        double[] bads = ofGroup(outcomes, weights, true);
        double all = Arrays.stream(weights).sum();
        double rate = Math.min(1, Arrays.stream(bads).sum() / all);
        double[] errors = IntStream.range(0, n)
                .mapToDouble(i -> outcomes.bad()[i] ? 1 - rate : -rate)
                .toArray();
        return Figure.of(new Estimate(rate, Math.sqrt(variance(weights, errors, n))));
    }

    private static Figure<Auc> auc(ScoredOutcomes outcomes, double[] weights) {
        double[] bads = ofGroup(outcomes, weights, true);
        double[] goods = ofGroup(outcomes, weights, false);
        if (!(effectiveSize(bads) >= 2 && effectiveSize(goods) >= 2)) {
            return Figure.undefined(String.format(
                    Locale.ROOT,
                    "takes at least 2 bad and 2 good applicants, and weights leave %.1f and %.1f",
                    effectiveSize(bads),
                    effectiveSize(goods)));
        }
        double allBads = Arrays.stream(bads).sum();
        double allGoods = Arrays.stream(goods).sum();
        WeightedPlacements placements = WeightedPlacements.of(outcomes.scores(), bads, goods);
        double[] ofBads = Arrays.stream(placements.goodsBelow())
                .map(below -> below / allGoods)
                .toArray();
        double[] ofGoods = Arrays.stream(placements.badsAbove())
                .map(above -> above / allBads)
                .toArray();
        double area = 0;
        for (int i = 0; i < bads.length; i++) {
            area += bads[i] * ofBads[i] / allBads;
        }
        double value = Math.max(0, Math.min(1, area));
        return Figure.of(new Auc(
                value,
                variance(bads, Arrays.stream(ofBads).map(v -> v - value).toArray(), outcomes.bads())
                        + variance(
                                goods,
                                Arrays.stream(ofGoods).map(v -> v - value).toArray(),
                                outcomes.goods())));
    }

    /** Σ w² e² / (Σ w)² · k / (k − 1). */
    private static double variance(double[] weights, double[] errors, int k) {
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i];
            squares += weights[i] * weights[i] * errors[i] * errors[i];
        }
        return squares / sum / sum * k / (k - 1);
    }

    /** The weights of those with one outcome, and 0 for the others. */
    private static double[] ofGroup(ScoredOutcomes outcomes, double[] weights, boolean bad) {
        return IntStream.range(0, weights.length)
                .mapToDouble(i -> outcomes.bad()[i] == bad ? weights[i] : 0)
                .toArray();
    }

    private static double effectiveSize(double[] weights) {
        double sum = 0;
        double squares = 0;
        for (double weight : weights) {
            sum += weight;
            squares += weight * weight;
        }
        return squares > 0 ? sum * sum / squares : 0;
    }
}
