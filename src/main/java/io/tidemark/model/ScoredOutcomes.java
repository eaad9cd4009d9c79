package io.tidemark.model;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Outcomes, each with the score that one model gave; a higher score means more likely bad.
 *
 * @param bad who turned out bad
 * @param scores of the same applicants, none of them NaN
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record ScoredOutcomes(boolean[] bad, double[] scores) {
    public ScoredOutcomes {
        if (scores.length != bad.length) {
            throw new IllegalArgumentException(bad.length + " outcomes, but " + scores.length + " scores");
        }
        if (Arrays.stream(scores).anyMatch(Double::isNaN)) {
            throw new IllegalArgumentException("an applicant lacks a score");
        }
    }

    public int size() {
        return bad.length;
    }

    public int bads() {
        return (int) IntStream.range(0, bad.length).filter(i -> bad[i]).count();
    }

    public int goods() {
        return size() - bads();
    }

    /** The area under the ROC curve, with DeLong's variance. */
    public Figure<Auc> auc() {
        return withBoth(2).map(those -> Placements.of(those.bad, those.scores).auc());
    }

    /** These, if at least so many turned out bad, and so many did not. */
    Figure<ScoredOutcomes> withBoth(int least) {
        return bads() >= least && goods() >= least
                ? Figure.of(this)
                : Figure.undefined("takes at least " + least + " bad and " + least + " good applicants, not " + bads()
                        + " and " + goods());
    }

    /** Those with one outcome, ascending by score. */
    double[] sorted(boolean outcome) {
        return IntStream.range(0, bad.length)
                .filter(i -> bad[i] == outcome)
                .mapToDouble(i -> scores[i])
                .sorted()
                .toArray();
    }
}
