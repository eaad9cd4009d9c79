package io.tidemark.shift;

import io.tidemark.cohort.SegmentKey;
import io.tidemark.cohort.Slice;
import java.io.Serializable;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The slice that carries a feature's shift.
 *
 * @param slice the slice
 * @param part what it adds
 * @param way whether it shifted by itself, or its share did
 * @param share how much of the shift it carries, 0..1; of a shift of the mix, how much the mix does
 */
public record Carrier(Slice slice, SlicePart part, Way way, double share) implements Serializable {
    private static final double MOST = 0.5;
    /** A slice of most applicants carries most of any shift: it is named only where it carries clearly more than its share. */
    private static final double BEYOND_ITS_SHARE = 1.25;
    /** A cross of columns always carries a little more than one of them: it is named only where it says clearly more. */
    private static final double FOR_EACH_COLUMN = 0.1;

    /** How a slice can carry a shift. */
    public enum Way {
        WITHIN,
        MIX
    }

    /**
     * The carrier of a feature's shift in a cohort; empty where no slice stands out. Segments that are made of the feature itself say nothing
     * of it.
     */
    public static Optional<Carrier> of(Collection<FeatureShift> slices) {
        Map<String, List<FeatureShift>> byKey = slices.stream()
                .filter(shift -> shift.part() != null && !isOfTheFeature(shift))
                .collect(Collectors.groupingBy(shift -> shift.slice().key()));
        return byKey.values().stream()
                .flatMap(ofKey -> ofKey(ofKey).stream())
                .max(Comparator.comparingDouble(Carrier::worth).thenComparing(Carrier::slice));
    }

    private static boolean isOfTheFeature(FeatureShift shift) {
        return columns(shift.slice()).contains(shift.feature().name());
    }

    private static List<String> columns(Slice slice) {
        return SegmentKey.parse(slice.key()).columns();
    }

    private double worth() {
        return share - FOR_EACH_COLUMN * columns(slice).size();
    }

    private static Optional<Carrier> ofKey(List<FeatureShift> slices) {
        double mix = slices.get(0).part().shareOfMix();
        if (mix > MOST) {
            return slices.stream()
                    .max(Comparator.comparingDouble(shift -> shift.part().part().mix()))
                    .map(shift -> new Carrier(shift.slice(), shift.part(), Way.MIX, mix));
        }
        return slices.stream()
                .filter(shift -> shift.part().withinShare() > MOST)
                .filter(shift -> shift.part().withinShare()
                        > BEYOND_ITS_SHARE * shift.part().part().share())
                .findFirst()
                .map(shift -> new Carrier(
                        shift.slice(), shift.part(), Way.WITHIN, shift.part().withinShare()));
    }

    /** What is to be said of it after the shift itself. */
    public String words() {
        String value = slice.value();
        if (way == Way.MIX) {
            return String.format(
                    Locale.ROOT,
                    "it comes of the mix of %s: %s went from %.0f %% to %.0f %% of applicants",
                    slice.key(),
                    value,
                    100 * part.part().referenceShare(),
                    100 * part.part().share());
        }
        return String.format(
                Locale.ROOT,
                "%.0f %% of it is within %s=%s, which has %.0f %% of applicants",
                100 * share,
                slice.key(),
                value,
                100 * part.part().share());
    }
}
