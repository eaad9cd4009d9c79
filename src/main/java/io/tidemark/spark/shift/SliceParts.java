package io.tidemark.spark.shift;

import io.tidemark.cohort.Cohort;
import io.tidemark.cohort.Slice;
import io.tidemark.feature.Bins;
import io.tidemark.measure.SegmentDecomposition;
import io.tidemark.profile.Profile;
import io.tidemark.shift.Baseline;
import io.tidemark.shift.SlicePart;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Takes the shift of a feature apart, segment by segment, for one cohort at a time. */
final class SliceParts {
    private final Map<Slice, SortedMap<Cohort, Baseline>> baselines;
    private final Map<Slice, SortedMap<Cohort, Profile>> profiles;

    /**
     * The slices of a feature against one reference.
     *
     * @param baselines what each cohort of each slice is compared with
     * @param profiles the cohorts of each slice
     */
    SliceParts(Map<Slice, SortedMap<Cohort, Baseline>> baselines, Map<Slice, SortedMap<Cohort, Profile>> profiles) {
        this.baselines = baselines;
        this.profiles = profiles;
    }

    /** What each slice adds in a cohort; none for all applicants. */
    Map<Slice, SlicePart> of(Cohort cohort, Bins bins) {
        SortedMap<String, List<Slice>> byKey = new TreeMap<>();
        profiles.keySet().stream()
                .filter(slice -> !slice.isAll())
                .forEach(slice -> byKey.computeIfAbsent(slice.key(), key -> new ArrayList<>())
                        .add(slice));
        Map<Slice, SlicePart> parts = new HashMap<>();
        byKey.values().forEach(slices -> add(slices, cohort, bins, parts));
        return parts;
    }

    private void add(List<Slice> slices, Cohort cohort, Bins bins, Map<Slice, SlicePart> parts) {
        long[][] reference = new long[slices.size()][];
        long[][] current = new long[slices.size()][];
        for (int k = 0; k < reference.length; k++) {
            Baseline baseline = baselines.get(slices.get(k)).get(cohort);
            Profile profile = profiles.get(slices.get(k)).get(cohort);
            reference[k] = baseline == null
                    ? new long[bins.size()]
                    : baseline.profile().countInto(bins);
            current[k] = profile == null ? new long[bins.size()] : profile.countInto(bins);
        }
        SegmentDecomposition taken = SegmentDecomposition.of(reference, current);
        for (int k = 0; k < reference.length; k++) {
            parts.put(
                    slices.get(k),
                    new SlicePart(taken.segments().get(k), taken.total(), taken.expected(), taken.shareOfMix()));
        }
    }
}
