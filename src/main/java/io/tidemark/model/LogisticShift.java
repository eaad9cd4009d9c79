package io.tidemark.model;

/**
 * The a of logit P(bad) = a + o, where the o are given: by how much the logits of all applicants together are too low.
 *
 * <p>The a of greatest likelihood makes expected outcomes as many as there are, Σ 1 / (1 + exp(−a − o)) = Σ y. That sum grows with a, and the
 * solution lies between logit(ȳ) − max o and logit(ȳ) − min o; found there by Newton's method from logit(ȳ) − ō, halving where a step leads out. Its
 * variance is 1 / Σ p(1 − p).
 *
 * <ul>
 *   <li>Where all outcomes are the same there is none: it is infinite.
 * </ul>
 *
 * <p>Source: Cox 1958, doi:10.1093/biomet/45.3-4.562 (calibration in the large).
 */
final class LogisticShift {
    private static final int MOST_STEPS = 200;
    private static final double SETTLED = 1e-11;

    private LogisticShift() {}

    /**
     * The shift, at least one applicant of either outcome.
     *
     * @param offsets o, finite
     */
    static Figure<Estimate> of(boolean[] bad, double[] offsets) {
        double bads = 0;
        double mean = 0;
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < bad.length; i++) {
            bads += bad[i] ? 1 : 0;
            mean += offsets[i] / bad.length;
            least = Math.min(least, offsets[i]);
            most = Math.max(most, offsets[i]);
        }
        double observed = Math.log(bads) - Math.log(bad.length - bads);
        double low = observed - most;
        double high = observed - least;
        double shift = observed - mean;
        for (int step = 0; step < MOST_STEPS; step++) {
            double missing = bads;
            double weight = 0;
            for (double offset : offsets) {
                double p = Logit.inverse(shift + offset);
                missing -= p;
                weight += p * (1 - p);
            }
            if (missing > 0) {
                low = shift;
            } else {
                high = shift;
            }
            double next = shift + missing / weight;
            if (!(next >= low && next <= high)) {
                next = (low + high) / 2;
            }
            if (Math.abs(next - shift) <= SETTLED * Math.max(1, Math.abs(shift))) {
                return Figure.of(new Estimate(next, 1 / Math.sqrt(weight)));
            }
            shift = next;
        }
        return Figure.undefined("no shift of the logits was found in " + MOST_STEPS + " steps");
    }
}
