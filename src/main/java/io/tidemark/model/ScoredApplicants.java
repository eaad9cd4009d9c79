package io.tidemark.model;

import java.util.Arrays;
import java.util.List;

/**
 * Applicants whose outcomes are known, with the scores that several models gave them; a higher score means more likely bad.
 *
 * <p>They are kept in the order of their scores, those of the first model first, and then of their outcomes. So every sum over them is the same
 * to the last digit, in whatever order they came and however they were put together.
 */
public final class ScoredApplicants {
    private final boolean[] bad;
    private final double[][] scores;

    private ScoredApplicants(boolean[] bad, double[][] scores) {
        int[] order = order(bad, scores);
        this.bad = new boolean[bad.length];
        this.scores = new double[scores.length][bad.length];
        for (int i = 0; i < order.length; i++) {
            this.bad[i] = bad[order[i]];
            for (int model = 0; model < scores.length; model++) {
                this.scores[model][i] = scores[model][order[i]] + 0.0; // −0 and 0 are one score
            }
        }
    }

    /**
     * Applicants in any order.
     *
     * @param bad who turned out bad
     * @param scores by model, and of each in the order of the outcomes; NaN where there is none
     */
    public static ScoredApplicants of(boolean[] bad, double[][] scores) {
        for (double[] ofModel : scores) {
            if (ofModel.length != bad.length) {
                throw new IllegalArgumentException(bad.length + " outcomes, but " + ofModel.length + " scores");
            }
        }
        return new ScoredApplicants(bad, scores);
    }

    /** The applicants of several groups, at least one, all scored by the same models. */
    public static ScoredApplicants together(List<ScoredApplicants> groups) {
        int models = groups.get(0).models();
        int size = groups.stream().mapToInt(ScoredApplicants::labelled).sum();
        boolean[] bad = new boolean[size];
        double[][] scores = new double[models][size];
        int next = 0;
        for (ScoredApplicants group : groups) {
            if (group.models() != models) {
                throw new IllegalArgumentException("scores of " + models + " models, and of " + group.models());
            }
            System.arraycopy(group.bad, 0, bad, next, group.labelled());
            for (int model = 0; model < models; model++) {
                System.arraycopy(group.scores[model], 0, scores[model], next, group.labelled());
            }
            next += group.labelled();
        }
        return new ScoredApplicants(bad, scores);
    }

    public int models() {
        return scores.length;
    }

    /** How many there are, those without a score among them. */
    public int labelled() {
        return bad.length;
    }

    /** Those with a score of a model. */
    public ScoredOutcomes by(int model) {
        return outcomes(model, model);
    }

    /** The areas of two models on those whom both have scored. */
    public Figure<PairedAuc> paired(int first, int second) {
        return outcomes(first, second)
                .withBoth(2)
                .map(those -> PairedAuc.of(
                        those.bad(), those.scores(), outcomes(second, first).scores()));
    }

    /** With the scores of one model, those whom another has scored as well. */
    private ScoredOutcomes outcomes(int model, int other) {
        boolean[] outcomes = new boolean[bad.length];
        double[] ofModel = new double[bad.length];
        int count = 0;
        for (int i = 0; i < bad.length; i++) {
            if (!Double.isNaN(scores[model][i]) && !Double.isNaN(scores[other][i])) {
                outcomes[count] = bad[i];
                ofModel[count++] = scores[model][i];
            }
        }
        return new ScoredOutcomes(Arrays.copyOf(outcomes, count), Arrays.copyOf(ofModel, count));
    }

    private static int[] order(boolean[] bad, double[][] scores) {
        double[][] keys = Arrays.copyOf(scores, scores.length + 1);
        keys[scores.length] = new double[bad.length];
        Arrays.setAll(keys[scores.length], i -> bad[i] ? 1 : 0);
        return Order.of(keys);
    }
}
