package io.tidemark.shift;

import io.tidemark.shift.Onset.Form;
import io.tidemark.shift.WindowTrends.Trend;
import java.util.List;

/** Which segments are away from the reference, since when, and how they went. */
final class Departures {
    /** A quarter of the PSI, which is a square, is half of the way. */
    private static final double HALF_WAY = 0.25;

    /** The cosine of the angle up to which two ways are the same: 60 degrees. */
    private static final double SAME_WAY = 0.5;

    private final CohortSeries series;
    private final List<Integer> starts;
    private final ChangeNoise noise;
    private final double[] shifts;
    private final boolean[] away;

    Departures(CohortSeries series, Segmentation segmentation) {
        this.series = series;
        this.starts = segmentation.starts();
        this.noise = segmentation.noise();
        this.shifts = new double[starts.size()];
        this.away = new boolean[starts.size()];
        for (int i = 0; i < shifts.length; i++) {
            double departure = series.departure(starts.get(i), end(i));
            shifts[i] = noise.effect(departure, series.rows(starts.get(i), end(i)), series.referenceRows());
            away[i] = shifts[i] >= Segmentation.LEAST_EFFECT && departure > noise.critical();
        }
    }

    int end(int i) {
        return Segmentation.end(series, starts, i);
    }

    double shift(int i) {
        return shifts[i];
    }

    boolean isAway(int i) {
        return away[i];
    }

    /** The segment with which the departure of segment i, which is away, began. */
    int first(int i) {
        int first = i;
        while (first > 0 && leadsTo(first - 1, first)) {
            first--;
        }
        return first;
    }

    /** Whether a segment is of the same departure as the next: half of the way at least. */
    private boolean leadsTo(int earlier, int later) {
        return isSameWay(earlier, later) && shifts[earlier] >= HALF_WAY * shifts[later];
    }

    /**
     * Whether two neighbouring segments are away, and in the same direction. With PSI for squared lengths, the law of cosines gives the angle
     * between their ways from the reference.
     */
    private boolean isSameWay(int earlier, int later) {
        if (!away[earlier] || !away[later]) {
            return false;
        }
        double between = Segmentation.effect(series, starts.get(earlier), starts.get(later), end(later), noise);
        double lengths = Math.sqrt(shifts[earlier] * shifts[later]);
        return shifts[earlier] + shifts[later] - between >= 2 * SAME_WAY * lengths;
    }

    /** The onset of the departure that began with a segment. */
    Onset onset(int first) {
        int before = levelBefore(first);
        int furthest = first;
        while (furthest + 1 < shifts.length
                && shifts[furthest + 1] >= shifts[furthest]
                && leadsTo(furthest, furthest + 1)) {
            furthest++;
        }
        // A ramp may be followed by a jump: where no ramp explains the whole way, one may explain the beginning.
        for (int last = furthest; last >= first; last--) {
            WindowTrends trends = new WindowTrends(series, starts.get(before), end(last));
            Trend ramp = trends.ramp();
            if (isRamp(trends, ramp, starts.subList(before + 1, last + 1))) {
                return new Onset(Math.min(filled(ramp.start()), starts.get(first)), Form.RAMP);
            }
        }
        return new Onset(starts.get(first), Form.JUMP);
    }

    /** The segment with which a window begins that shows how the departure went: smaller steps the same way, and the level before them. */
    private int levelBefore(int first) {
        int before = first;
        while (before > 0 && isSameWay(before - 1, before)) {
            before--;
        }
        before = Math.max(0, before - 1);
        while (before > 0 && !away[before] && !away[before - 1]) {
            before--;
        }
        return before;
    }

    /** Whether a ramp is worth its freedoms of place and length more than one jump is, and more than all jumps are. */
    private boolean isRamp(WindowTrends trends, Trend ramp, List<Integer> jumps) {
        double worth = ramp.gain() - noise.penalty(series.cohorts());
        return worth > trends.jump().gain() - noise.penalty()
                && worth > trends.levels(jumps) - jumps.size() * noise.penalty();
    }

    /** The first cohort with applicants from one on. */
    private int filled(int cohort) {
        int filled = cohort;
        while (series.rows(filled, filled + 1) == 0) {
            filled++;
        }
        return filled;
    }
}
