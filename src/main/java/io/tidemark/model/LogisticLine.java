package io.tidemark.model;

import java.io.Serializable;

/**
 * The a and b of logit P(bad) = a + b·x that are of greatest likelihood, with their standard errors from its curvature.
 *
 * <p>By Newton's method from a = logit(ȳ), b = 0, on x in standard deviations from its mean, halving a step that makes the likelihood less. Of many
 * applicants from the line of a few of them, where that is likelier for all: fewer steps over all are left then.
 *
 * <ul>
 *   <li>Where all outcomes or all x are the same, there is no such line.
 *   <li>Nor where x separates the outcomes (no good above the lowest bad, or the other way round; they may touch): the likelihood then grows
 *       with b without end.
 * </ul>
 *
 * <p>Source: Albert and Anderson 1984, doi:10.1093/biomet/71.1.1, for when there is a solution.
 *
 * @param covariance of intercept and slope
 */
public record LogisticLine(Estimate intercept, Estimate slope, double covariance) implements Serializable {
    private static final int MOST_STEPS = 100;
    private static final double SETTLED = 1e-11;
    /** From how many applicants on a few of them are fitted first: every so many. */
    private static final int MANY = 50_000;

    private static final int EVERY = 20;

    /** The line through outcomes, whose scores are the x and finite. */
    static Figure<LogisticLine> of(ScoredOutcomes outcomes) {
        return outcomes.withBoth(1).then(those -> {
            Range bads = Range.of(those, true);
            Range goods = Range.of(those, false);
            if (Math.min(bads.least, goods.least) == Math.max(bads.most, goods.most)) {
                return Figure.undefined("all scores are the same");
            }
            if (goods.most <= bads.least || bads.most <= goods.least) {
                return Figure.undefined("the scores separate the bad from the good");
            }
            return fit(those);
        });
    }

    private record Range(double least, double most) {
        private static Range of(ScoredOutcomes outcomes, boolean wanted) {
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < outcomes.size(); i++) {
                if (outcomes.bad()[i] == wanted) {
                    least = Math.min(least, outcomes.scores()[i]);
                    most = Math.max(most, outcomes.scores()[i]);
                }
            }
            return new Range(least, most);
        }
    }

    private static Figure<LogisticLine> fit(ScoredOutcomes outcomes) {
        double[] x = outcomes.scores().clone();
        int n = x.length;
        double mean = mean(x);
        double squares = 0;
        for (double value : x) {
            squares += (value - mean) * (value - mean) / n;
        }
        double deviation = Math.sqrt(squares);
        for (int i = 0; i < n; i++) {
            x[i] = (x[i] - mean) / deviation;
        }
        double rate = (double) outcomes.bads() / n;
        Point point = Point.of(outcomes.bad(), x, Math.log(rate) - Math.log1p(-rate), 0);
        if (n >= MANY) {
            point = ofFew(outcomes.bad(), x, point);
        }
        for (int step = 0; step < MOST_STEPS; step++) {
            double stepA = point.stepA();
            double stepB = point.stepB();
            Point next = Point.of(outcomes.bad(), x, point.a + stepA, point.b + stepB);
            while (next.logLikelihood < point.logLikelihood - 1e-12 * Math.abs(point.logLikelihood)) {
                stepA /= 2;
                stepB /= 2;
                next = Point.of(outcomes.bad(), x, point.a + stepA, point.b + stepB);
            }
            point = next;
            if (Math.abs(stepA) <= SETTLED && Math.abs(stepB) <= SETTLED) {
                return Figure.of(point.line(mean, deviation));
            }
        }
        return Figure.undefined("no line was found in " + MOST_STEPS + " steps");
    }

    private static double mean(double[] x) {
        double mean = 0;
        for (double value : x) {
            mean += value / x.length;
        }
        return mean;
    }

    /** Where a few of the applicants lead to, unless that is worse for all of them than where one would begin. */
    private static Point ofFew(boolean[] bad, double[] x, Point flat) {
        int few = x.length / EVERY;
        boolean[] badOfFew = new boolean[few];
        double[] xOfFew = new double[few];
        for (int i = 0; i < few; i++) {
            badOfFew[i] = bad[i * EVERY];
            xOfFew[i] = x[i * EVERY];
        }
        return of(new ScoredOutcomes(badOfFew, xOfFew))
                .known()
                .map(line -> Point.of(bad, x, line.intercept.value(), line.slope.value()))
                .filter(point -> point.logLikelihood > flat.logLikelihood)
                .orElse(flat);
    }

    /** The likelihood at some a and b, its gradient (g) and the negative of its curvature (h). */
    private record Point(
            double a, double b, double logLikelihood, double gA, double gB, double hAA, double hAB, double hBB) {
        private static Point of(boolean[] bad, double[] x, double a, double b) {
            double logLikelihood = 0;
            LogSum lost = new LogSum();
            double gA = 0;
            double gB = 0;
            double hAA = 0;
            double hAB = 0;
            double hBB = 0;
            for (int i = 0; i < x.length; i++) {
                double logit = a + b * x[i];
                // ln P of the outcome is min(x, 0) − ln(1 + exp(−|x|)), x being the logit towards it.
                double small = Math.exp(-Math.abs(logit));
                double p = (logit >= 0 ? 1 : small) / (1 + small);
                double missing = (bad[i] ? 1 : 0) - p;
                double weight = p * (1 - p);
                logLikelihood += Math.min(bad[i] ? logit : -logit, 0);
                lost.add(small);
                gA += missing;
                gB += missing * x[i];
                hAA += weight;
                hAB += weight * x[i];
                hBB += weight * x[i] * x[i];
            }
            return new Point(a, b, logLikelihood - lost.value(), gA, gB, hAA, hAB, hBB);
        }

        private double determinant() {
            return hAA * hBB - hAB * hAB;
        }

        private double stepA() {
            return (hBB * gA - hAB * gB) / determinant();
        }

        private double stepB() {
            return (hAA * gB - hAB * gA) / determinant();
        }

        /** Back from standard deviations to the units of x: the slope is b / s, the intercept a − b·m / s. */
        private LogisticLine line(double mean, double deviation) {
            double ratio = mean / deviation;
            double varianceOfB = hAA / determinant();
            double covariance = -hAB / determinant();
            double variance = hBB / determinant() - 2 * ratio * covariance + ratio * ratio * varianceOfB;
            return new LogisticLine(
                    new Estimate(a - b * ratio, Math.sqrt(variance)),
                    new Estimate(b / deviation, Math.sqrt(varianceOfB) / deviation),
                    (covariance - ratio * varianceOfB) / deviation);
        }
    }

    /** The probability of the outcome at some x. */
    double probability(double x) {
        return Logit.inverse(intercept.value() + slope.value() * x);
    }
}
