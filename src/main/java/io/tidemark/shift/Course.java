package io.tidemark.shift;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a feature, or a whole population, went through its cohorts: segments of steady shares, each with the onset of its departure from the
 * reference.
 *
 * <p>A segment is away from the reference where its PSI without what chance gives is at least {@value Segmentation#LEAST_EFFECT}, and its
 * departure exceeds what chance gives in one case of twenty. The onset is that of the first of the segments in a row that are away, all the
 * same way, each by at least a quarter of the PSI of the next (half of the way, since PSI is a square): neither a slight move long before
 * nor another defect dates a large one. It is a ramp where one explains the movement up to the largest departure better than jumps do,
 * each charged for what it was free to choose.
 *
 * @param segments in order and without gaps; none where no cohort has applicants
 * @param compared the first cohort after the reference
 */
public record Course(List<Segment> segments, int compared) implements Serializable {
    public Course {
        segments = List.copyOf(segments);
    }

    /**
     * The course of a series.
     *
     * @param compared the first cohort after the reference, by its place in the series; 0 where the reference is another table
     */
    public static Course of(CohortSeries series, int compared) {
        Segmentation segmentation = Segmentation.of(series);
        Departures departures = new Departures(series, segmentation);
        List<Integer> starts = segmentation.starts();
        List<Segment> segments = new ArrayList<>();
        Onset[] began = new Onset[starts.size()];
        for (int i = 0; i < began.length; i++) {
            Onset onset = null;
            if (departures.isAway(i)) {
                int first = departures.first(i);
                if (began[first] == null) {
                    began[first] = departures.onset(first);
                }
                onset = began[first];
            }
            segments.add(new Segment(starts.get(i), departures.end(i), departures.shift(i), onset));
        }
        return new Course(segments, compared);
    }

    /** When the departure began in which a cohort is; empty where the cohort is at the reference, or there are no applicants. */
    public Optional<Onset> onsetAt(int cohort) {
        return segments.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(segments.get(indexOf(cohort)).onset());
    }

    /** Whether there was a departure from the reference, after it, that had ended before a cohort. */
    public boolean wasAway(int cohort) {
        return largestBefore(cohort) > 0;
    }

    /** The largest shift of a departure from the reference, after it, that had ended before a cohort; 0 where there was none. */
    double largestBefore(int cohort) {
        if (segments.isEmpty()) {
            return 0;
        }
        int i = indexOf(cohort);
        while (i >= 0 && segments.get(i).isAway()) {
            i--;
        }
        return segments.subList(0, i + 1).stream()
                .filter(segment -> segment.isAway() && segment.to() > compared)
                .mapToDouble(Segment::shift)
                .max()
                .orElse(0);
    }

    private int indexOf(int cohort) {
        int i = segments.size() - 1;
        while (segments.get(i).from() > cohort) {
            i--;
        }
        return i;
    }
}
