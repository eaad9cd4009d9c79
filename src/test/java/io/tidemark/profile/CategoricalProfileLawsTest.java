package io.tidemark.profile;

import io.tidemark.feature.Bins;
import io.tidemark.feature.Feature;
import io.tidemark.feature.FeatureKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The laws of profiles, for categories: named, masked, and too many. */
class CategoricalProfileLawsTest extends ProfileLaws<String> {
    private static final int MOST = CategoricalAccumulator.MOST_CATEGORIES;
    private static final long FLOOR = 3;
    private static final Feature FEATURE = new Feature("purpose", FeatureKind.CATEGORICAL, "string", List.of());

    @Override
    Stream<Sample<String>> samples() {
        return Stream.of(
                new Sample<>("nothing", List.of()),
                new Sample<>("one category", List.of("car")),
                new Sample<>(
                        "names that are tricky",
                        List.of("", " ", "__NEW__", "value:__NEW__", "é", "é", "𝄞", "a\nb", "a")),
                new Sample<>("few categories with missing values", drawn(3_000, 20, 1)),
                new Sample<>("many categories", drawn(5_000, 4_000, 2)),
                new Sample<>("as many categories as are told apart", distinct(MOST)),
                new Sample<>("one category more, so that it is text", distinct(MOST + 1)));
    }

    /** Besides the parts of each sample: some of them masked, so that names and masks of the same category meet. */
    @Override
    Stream<Parts> parts() {
        Stream<Parts> masked =
                samples().map(sample -> new Parts(sample.name() + ", in part masked", partlyMasked(sample.values())));
        return Stream.concat(super.parts(), masked);
    }

    private List<Profile> partlyMasked(List<String> values) {
        List<Profile> profiles = new ArrayList<>();
        int parts = 5;
        for (int i = 0; i < parts; i++) {
            List<String> part = values.subList(i * values.size() / parts, (i + 1) * values.size() / parts);
            CategoricalProfile profile = (CategoricalProfile) counted(part);
            profiles.add(i % 2 == 0 ? profile.masked(FLOOR) : profile);
        }
        return profiles;
    }

    @Override
    Profile empty() {
        return CategoricalProfile.empty();
    }

    @Override
    Profile counted(List<String> values) {
        CategoricalAccumulator accumulator = new CategoricalAccumulator();
        addAll(accumulator, values);
        return accumulator.profile();
    }

    @Override
    Profile countedAround(List<String> before, Profile absorbed, List<String> after) {
        CategoricalAccumulator accumulator = new CategoricalAccumulator();
        addAll(accumulator, before);
        accumulator.absorb((CategoricalProfile) absorbed);
        addAll(accumulator, after);
        return accumulator.profile();
    }

    private static void addAll(CategoricalAccumulator accumulator, List<String> values) {
        for (String value : values) {
            if (value == null) {
                accumulator.addMissing(1);
            } else {
                accumulator.add(value, 1);
            }
        }
    }

    @Override
    Profile merged(Profile a, Profile b) {
        return ((CategoricalProfile) a).merge((CategoricalProfile) b);
    }

    @Override
    Stream<Bins> bins(Profile profile) {
        Bins own = new BinRule(10, Map.of(), FLOOR).bins(FEATURE, profile);
        return Stream.of(
                own, Bins.ofCategories(List.of("car"), List.of("c3", "c4")), Bins.ofCategories(List.of(), List.of()));
    }

    /** Draws that are the more frequent the lower their number; one in eight is missing. */
    private static List<String> drawn(int count, int categories, long seed) {
        Random random = new Random(seed);
        List<String> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double u = random.nextDouble();
            values.add(random.nextInt(8) == 0 ? null : "c" + (int) (categories * u * u));
        }
        return values;
    }

    private static List<String> distinct(int count) {
        return IntStream.range(0, count).mapToObj(i -> "c" + i).toList();
    }
}
