package io.tidemark.measure;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A feature's shift, taken apart by the segments of the applicants: what comes of their shares (the mix), and what of each of them by itself.
 *
 * <p>With p(k, b) and q(k, b) the shares of segment k and bin b among all applicants of the reference and of the cohort, and p(k), q(k) their
 * sums over b:
 *
 * <ul>
 *   <li>total = Σ (q(k,b) − p(k,b)) ln(q(k,b) / p(k,b)), the population stability index of segments and bins together
 *   <li>mix of k = (q(k) − p(k)) ln(q(k) / p(k)); their sum is the index of the segments' shares
 *   <li>within k = Σ over b of (q(k,b) − p(k,b)) ln(q(b|k) / p(b|k)), which is q(k) KL(q(·|k) ‖ p(·|k)) + p(k) KL(p(·|k) ‖ q(·|k))
 * </ul>
 *
 * <p>Mix and within add up to the total, by the chain rule of the Kullback–Leibler divergence (Cover and Thomas, Elements of Information Theory,
 * 2006, theorem 2.5.3). None of them is negative. Every cell that is not empty on both sides gets half an applicant more on both, whatever the
 * smoothing of other measures: a segment that appears or vanishes has no finite value otherwise. Where nothing shifted, each part is on
 * average what its {@code expected} says, for the same reason as the index itself.
 *
 * <p>The mix is a shift of the segments themselves, whether the feature follows them or not. What it does to the feature is told by giving the
 * reference the cohort's mix, p'(b) = Σ over k of q(k) p(b|k) (direct standardisation), and looking at what is left of the feature's own index.
 *
 * @param total nats, 0 … ∞; 0 where no segment and nothing in it shifted
 * @param shareOfMix what of the feature's own index goes away with the cohort's mix, at most 1; negative where the mix hides some of the
 *     shift, and 0 where the feature did not shift
 * @param segments one for each segment, in the order in which they were given
 */
public record SegmentDecomposition(double total, double shareOfMix, List<Part> segments) {
    private static final double HALF = 0.5;

    public SegmentDecomposition {
        segments = List.copyOf(segments);
    }

    /** The mean of the total if nothing shifted. */
    public double expected() {
        return segments.stream()
                .mapToDouble(part -> part.mixExpected() + part.withinExpected())
                .sum();
    }

    /**
     * One segment's part.
     *
     * @param referenceShare its share of the reference's applicants, 0..1, as counted
     * @param share its share of the cohort's applicants, 0..1, as counted
     * @param mix what its share adds
     * @param within what the shift among its own applicants adds
     * @param mixExpected the mean of {@code mix} if nothing shifted
     * @param withinExpected the mean of {@code within} if nothing shifted
     */
    public record Part(
            double referenceShare, double share, double mix, double within, double mixExpected, double withinExpected)
            implements Serializable {}

    /**
     * Takes a shift apart.
     *
     * @param reference counts by segment and bin
     * @param current the same of the cohort
     * @throws IllegalArgumentException if a side has no applicants, or the two are not of one shape
     */
    public static SegmentDecomposition of(long[][] reference, long[][] current) {
        Cells before = new Cells(reference, current);
        Cells now = new Cells(current, reference);
        double noise = 1.0 / before.total + 1.0 / now.total;
        List<Part> parts = new ArrayList<>();
        double total = 0;
        for (int k = 0; k < reference.length; k++) {
            double p = before.share(k);
            double q = now.share(k);
            double log = p == 0 ? 0 : Math.log(q / p);
            double within = 0;
            int bins = 0;
            for (int b = 0; b < reference[k].length; b++) {
                if (before.isUsed(k, b)) {
                    double cellBefore = before.share(k, b);
                    double cellNow = now.share(k, b);
                    within += (cellNow - cellBefore) * (Math.log(cellNow / cellBefore) - log);
                    bins++;
                }
            }
            double mix = (q - p) * log;
            total += mix + within;
            parts.add(new Part(
                    before.counted(k),
                    now.counted(k),
                    mix,
                    Math.max(0, within),
                    (1 - p) * noise,
                    Math.max(0, bins - 1) * noise));
        }
        return new SegmentDecomposition(total, shareOfMix(before, now), parts);
    }

    private static double shareOfMix(Cells before, Cells now) {
        double raw = 0;
        double standardised = 0;
        for (int b = 0; b < before.bins(); b++) {
            double p = 0;
            double q = 0;
            double withMix = 0;
            for (int k = 0; k < before.segments(); k++) {
                if (before.isUsed(k, b)) {
                    p += before.share(k, b);
                    q += now.share(k, b);
                    withMix += now.share(k) * before.share(k, b) / before.share(k);
                }
            }
            if (p > 0) {
                raw += PopulationStabilityIndex.contribution(p, q);
                standardised += PopulationStabilityIndex.contribution(withMix, q);
            }
        }
        return raw > 0 ? 1 - standardised / raw : 0;
    }

    /** The shares of one side. */
    private static final class Cells {
        private final long[][] counts;
        private final long[][] others;
        private final long total;
        private final double smoothed;

        Cells(long[][] counts, long[][] others) {
            this.counts = counts;
            this.others = others;
            if (counts.length != others.length) {
                throw new IllegalArgumentException(counts.length + " and " + others.length + " segments");
            }
            long sum = 0;
            int used = 0;
            for (int k = 0; k < counts.length; k++) {
                if (counts[k].length != others[k].length) {
                    throw new IllegalArgumentException(counts[k].length + " and " + others[k].length + " bins");
                }
                for (int b = 0; b < counts[k].length; b++) {
                    sum += counts[k][b];
                    used += isUsed(k, b) ? 1 : 0;
                }
            }
            if (sum == 0) {
                throw new IllegalArgumentException("one side has no applicants");
            }
            this.total = sum;
            this.smoothed = sum + HALF * used;
        }

        int segments() {
            return counts.length;
        }

        int bins() {
            return counts.length == 0 ? 0 : counts[0].length;
        }

        boolean isUsed(int k, int b) {
            return counts[k][b] + others[k][b] > 0;
        }

        double share(int k, int b) {
            return (counts[k][b] + HALF) / smoothed;
        }

        double share(int k) {
            double share = 0;
            for (int b = 0; b < counts[k].length; b++) {
                share += isUsed(k, b) ? share(k, b) : 0;
            }
            return share;
        }

        double counted(int k) {
            long count = 0;
            for (long cell : counts[k]) {
                count += cell;
            }
            return (double) count / total;
        }
    }
}
