package io.tidemark.model;

import java.io.Serializable;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What a model's performance will turn out to be on applicants whose outcomes are not known yet, from calibrated probabilities
 * (confidence-based performance estimation).
 *
 * <p>With p the calibrated probabilities, w the weights (1 unless given) and ψ(i, j) = 1, ½ or 0 where the score of i is above, equal to or below
 * that of j:
 *
 * <ul>
 *   <li>bad rate = Σ w<sub>i</sub> p<sub>i</sub> / Σ w<sub>i</sub>
 *   <li>area A = Σ a<sub>i</sub> b<sub>j</sub> ψ(i, j) / Σ a<sub>i</sub> b<sub>j</sub> over pairs i ≠ j, a = w p and b = w (1 − p): the expected
 *       number of pairs in order over that of all pairs. Nobody is a pair with themselves, which would draw the area of few applicants to ½.
 * </ul>
 *
 * <p>Their errors are those of the figure that these applicants will show once their outcomes are known, to the first order. Outcomes are drawn
 * from the probabilities, Σ p<sub>i</sub> (1 − p<sub>i</sub>) d<sub>i</sub>², with d<sub>i</sub> the derivative by the i-th outcome; and the
 * calibration was fitted on a finite reference, gᵀ C g, with g the derivative by its intercept and slope and C their covariance.
 *
 * <ul>
 *   <li>The area is undefined where fewer than two bad or two good applicants are expected.
 * </ul>
 *
 * <p>Source: NannyML's documentation of CBPE, for the estimate; the errors by the delta method.
 *
 * @param applicants how many have a score
 * @param auc the estimated area, its variance being that of the real one about it
 * @param badRate the estimated rate, its error being that of the real one about it
 */
public record EstimatedPerformance(int applicants, Figure<Auc> auc, Figure<Estimate> badRate) implements Serializable {
    /** What has to hold for the estimate to be one. */
    public static final String ASSUMPTION =
            "applicants with the same score turn out bad as often as they did in the reference: who applies may have changed, what becomes of them not";

    /** Estimates from scores, none of them NaN. */
    public static EstimatedPerformance of(LogisticCalibration calibration, double[] scores) {
        double[] weights = new double[scores.length];
        Arrays.fill(weights, 1);
        return of(calibration, scores, weights);
    }

    /**
     * Estimates from applicants who count by weights.
     *
     * @param scores none of them NaN
     * @param weights above 0, in the order of the scores
     */
    public static EstimatedPerformance of(LogisticCalibration calibration, double[] scores, double[] weights) {
        int[] order = Order.of(scores, weights);
        double[] sorted = Arrays.stream(order).mapToDouble(i -> scores[i]).toArray();
        double[] weightsOfSorted =
                Arrays.stream(order).mapToDouble(i -> weights[i]).toArray();
        Figure<Expectation> expectation = calibration
                .form()
                .logits(sorted)
                .map(x -> new Expectation(calibration.line(), x, sorted, weightsOfSorted));
        return new EstimatedPerformance(
                scores.length, expectation.then(Expectation::auc), expectation.then(Expectation::badRate));
    }

    public String assumption() {
        return ASSUMPTION;
    }

    /** What is expected of applicants in the order of their scores, x being their scores on the scale of the line. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Expectation(LogisticLine line, double[] x, double[] scores, double[] weights) {
        private double p(int i) {
            return line.probability(x[i]);
        }

        private Figure<Estimate> badRate() {
            if (x.length == 0) {
                return Figure.undefined("there is no applicant");
            }
            double all = Arrays.stream(weights).sum();
            double[] derivatives = Arrays.stream(weights).map(w -> w / all).toArray();
            double rate = IntStream.range(0, x.length)
                    .mapToDouble(i -> derivatives[i] * p(i))
                    .sum();
            return Figure.of(new Estimate(rate, Math.sqrt(variance(derivatives))));
        }

        private Figure<Auc> auc() {
            int n = x.length;
            double[] bads =
                    IntStream.range(0, n).mapToDouble(i -> weights[i] * p(i)).toArray();
            double[] goods = IntStream.range(0, n)
                    .mapToDouble(i -> weights[i] * (1 - p(i)))
                    .toArray();
            double expectedBads = IntStream.range(0, n).mapToDouble(this::p).sum();
            if (!(expectedBads >= 2 && n - expectedBads >= 2)) {
                return Figure.undefined(
                        "takes at least 2 bad and 2 good applicants, fewer of one kind are expected among " + n);
            }
            double allBads = Arrays.stream(bads).sum();
            double allGoods = Arrays.stream(goods).sum();
            WeightedPlacements placements = WeightedPlacements.of(scores, bads, goods);
            double inOrder = 0;
            double pairs = 0;
            for (int i = 0; i < n; i++) {
                inOrder += bads[i] * (placements.goodsBelow()[i] - goods[i] / 2);
                pairs += bads[i] * (allGoods - goods[i]);
            }
            double area = Math.max(0, Math.min(1, inOrder / pairs));
            double[] derivatives = new double[n];
            for (int i = 0; i < n; i++) {
                double more =
                        placements.goodsBelow()[i] - goods[i] / 2 - (placements.badsAbove()[i] - bads[i] / 2);
                double morePairs = allGoods - goods[i] - (allBads - bads[i]);
                derivatives[i] = weights[i] * (more - area * morePairs) / pairs;
            }
            return Figure.of(new Auc(area, variance(derivatives)));
        }

        /** Of a figure with these derivatives by the outcomes; those by the probabilities are the same. */
        private double variance(double[] derivatives) {
            double ofOutcomes = 0;
            double byIntercept = 0;
            double bySlope = 0;
            for (int i = 0; i < derivatives.length; i++) {
                double spread = p(i) * (1 - p(i));
                ofOutcomes += spread * derivatives[i] * derivatives[i];
                byIntercept += spread * derivatives[i];
                bySlope += spread * derivatives[i] * x[i];
            }
            double ofCalibration = Math.pow(byIntercept * line.intercept().standardError(), 2)
                    + Math.pow(bySlope * line.slope().standardError(), 2)
                    + 2 * byIntercept * bySlope * line.covariance();
            return ofOutcomes + Math.max(0, ofCalibration);
        }
    }
}
