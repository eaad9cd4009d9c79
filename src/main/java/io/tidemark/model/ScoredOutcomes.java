package io.tidemark.model;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * Outcomes, each with the score that one model gave; a higher score means more likely bad.
 *
 * @param bad who turned out bad
 * @param scores of the same applicants, none of them NaN
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record ScoredOutcomes(boolean[] bad, double[] scores) implements Serializable {
    public ScoredOutcomes {
        if (scores.length != bad.length) {
            throw new IllegalArgumentException(bad.length + " outcomes, but " + scores.length + " scores");
        }
        if (Arrays.stream(scores).anyMatch(Double::isNaN)) {
            throw new IllegalArgumentException("an applicant lacks a score");
        }
    }

    /** Those of several groups, one after the other. */
    static ScoredOutcomes together(List<ScoredOutcomes> groups) {
        int size = groups.stream().mapToInt(ScoredOutcomes::size).sum();
        boolean[] bad = new boolean[size];
        int next = 0;
        for (ScoredOutcomes group : groups) {
            System.arraycopy(group.bad, 0, bad, next, group.size());
            next += group.size();
        }
        return new ScoredOutcomes(
                bad,
                groups.stream()
                        .flatMapToDouble(group -> Arrays.stream(group.scores))
                        .toArray());
    }

    /** All but those from one place to before another. */
    ScoredOutcomes without(int from, int to) {
        boolean[] others = new boolean[size() - (to - from)];
        double[] scoresOfOthers = new double[others.length];
        System.arraycopy(bad, 0, others, 0, from);
        System.arraycopy(bad, to, others, from, size() - to);
        System.arraycopy(scores, 0, scoresOfOthers, 0, from);
        System.arraycopy(scores, to, scoresOfOthers, from, size() - to);
        return new ScoredOutcomes(others, scoresOfOthers);
    }

    public int size() {
        return bad.length;
    }

    public int bads() {
        int bads = 0;
        for (boolean is : bad) {
            bads += is ? 1 : 0;
        }
        return bads;
    }

    public int goods() {
        return size() - bads();
    }

    /** The area under the ROC curve, with DeLong's variance. */
    public Figure<Auc> auc() {
        return withBoth(2)
                .map(those -> Placements.of(those.of(true), those.of(false)).auc());
    }

    /** The largest distance between the distribution functions of the scores of bad and of good applicants, 0..1. */
    public Figure<Double> ks() {
        return withBoth(1).map(those -> {
            double[] bads = those.sorted(true);
            double[] goods = those.sorted(false);
            long largest = 0;
            int i = 0;
            int j = 0;
            while (i < bads.length && j < goods.length) {
                double score = Math.min(bads[i], goods[j]);
                while (i < bads.length && bads[i] == score) {
                    i++;
                }
                while (j < goods.length && goods[j] == score) {
                    j++;
                }
                largest = Math.max(largest, Math.abs((long) i * goods.length - (long) j * bads.length));
            }
            return (double) largest / ((long) bads.length * goods.length);
        });
    }

    /** These, if at least so many turned out bad, and so many did not. */
    Figure<ScoredOutcomes> withBoth(int least) {
        return bads() >= least && goods() >= least
                ? Figure.of(this)
                : Figure.undefined("takes at least " + least + " bad and " + least + " good applicants, not " + bads()
                        + " and " + goods());
    }

    /** Those with one outcome, ascending by score. */
    private double[] sorted(boolean outcome) {
        double[] sorted = of(outcome);
        Arrays.sort(sorted);
        return sorted;
    }

    /** The scores of those with one outcome, in their order. */
    double[] of(boolean outcome) {
        double[] some = new double[outcome ? bads() : goods()];
        int next = 0;
        for (int i = 0; i < bad.length; i++) {
            if (bad[i] == outcome) {
                some[next++] = scores[i];
            }
        }
        return some;
    }
}
