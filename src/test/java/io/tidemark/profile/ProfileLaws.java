package io.tidemark.profile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidemark.feature.Bins;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every kind of profile promises: it is a function of the multiset of values, and merging is a commutative monoid. Profiles are compared
 * by their encoded bytes, which is how they are stored.
 *
 * @param <V> a value; null where it is missing
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ProfileLaws<V> {
    private static final int ROUNDS = 3;
    private static final int MOST_PARTS = 6;

    /** Values with a name for the failure message. */
    record Sample<V>(String name, List<V> values) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** Profiles to be merged in every order and tree, with a name for the failure message. */
    record Parts(String name, List<Profile> profiles) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** Multisets of values, the harder the better; the same in every run. */
    abstract Stream<Sample<V>> samples();

    abstract Profile empty();

    abstract Profile counted(List<V> values);

    /** Counts the first half itself and takes the rest in as a profile, then goes on counting. */
    abstract Profile countedAround(List<V> before, Profile absorbed, List<V> after);

    abstract Profile merged(Profile a, Profile b);

    /** Bins of all forms that suit the profile. */
    abstract Stream<Bins> bins(Profile profile);

    Stream<Parts> parts() {
        return samples().map(sample -> new Parts(sample.name(), countedParts(sample.values(), new Random(7))));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void anySplitOrderAndTreeGivesTheSameBytes(Sample<V> sample) {
        byte[] expected = ProfileCodec.encode(counted(sample.values()));
        List<V> shuffled = new ArrayList<>(sample.values());
        for (int round = 0; round < ROUNDS; round++) {
            Random random = new Random(round);
            Collections.shuffle(shuffled, random);
            Profile merged = mergedInSomeTree(countedParts(shuffled, random), random);
            assertArrayEquals(expected, ProfileCodec.encode(merged));
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void allPartsAtOnceGiveTheSameBytes(Sample<V> sample) {
        List<Profile> parts = countedParts(sample.values(), new Random(11));
        assertArrayEquals(
                ProfileCodec.encode(counted(sample.values())),
                ProfileCodec.encode(Profile.merged(parts).orElseThrow()));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void countingAndAbsorbingMayAlternate(Sample<V> sample) {
        List<V> values = sample.values();
        int third = values.size() / 3;
        Profile absorbed = counted(values.subList(third, 2 * third));
        Profile around = countedAround(values.subList(0, third), absorbed, values.subList(2 * third, values.size()));
        assertArrayEquals(ProfileCodec.encode(counted(values)), ProfileCodec.encode(around));
    }

    @ParameterizedTest
    @MethodSource("parts")
    void mergeIgnoresOrderAndTree(Parts parts) {
        Random random = new Random(11);
        List<Profile> profiles = new ArrayList<>(parts.profiles());
        byte[] expected = ProfileCodec.encode(mergedInSomeTree(profiles, random));
        for (int round = 0; round < ROUNDS; round++) {
            Collections.shuffle(profiles, random);
            assertArrayEquals(expected, ProfileCodec.encode(mergedInSomeTree(profiles, random)));
        }
    }

    @ParameterizedTest
    @MethodSource("parts")
    void mergeIsAssociativeAndCommutative(Parts parts) {
        List<Profile> profiles = parts.profiles();
        Profile a = profiles.get(0);
        Profile b = profiles.get(1 % profiles.size());
        Profile c = profiles.get(2 % profiles.size());
        assertEquals(merged(a, b), merged(b, a));
        assertEquals(merged(a, b).hashCode(), merged(b, a).hashCode());
        assertEquals(merged(merged(a, b), c), merged(a, merged(b, c)));
    }

    @ParameterizedTest
    @MethodSource("parts")
    void theEmptyProfileIsTheIdentity(Parts parts) {
        for (Profile profile : parts.profiles()) {
            assertArrayEquals(ProfileCodec.encode(profile), ProfileCodec.encode(merged(empty(), profile)));
            assertArrayEquals(ProfileCodec.encode(profile), ProfileCodec.encode(merged(profile, empty())));
        }
    }

    @ParameterizedTest
    @MethodSource("parts")
    void decodingUndoesEncoding(Parts parts) {
        for (Profile profile : parts.profiles()) {
            byte[] bytes = ProfileCodec.encode(profile);
            Profile decoded = ProfileCodec.decode(bytes);
            assertEquals(profile, decoded);
            assertArrayEquals(bytes, ProfileCodec.encode(decoded));
        }
    }

    @ParameterizedTest
    @MethodSource("parts")
    void decodedProfilesMergeAsTheOriginalsDo(Parts parts) {
        Profile originals = empty();
        Profile decoded = empty();
        for (Profile profile : parts.profiles()) {
            originals = merged(originals, profile);
            decoded = merged(ProfileCodec.decode(ProfileCodec.encode(decoded)), profile);
        }
        assertArrayEquals(ProfileCodec.encode(originals), ProfileCodec.encode(decoded));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theCountsOfTheBinsAddUpToTheRows(Sample<V> sample) {
        Profile profile = counted(sample.values());
        assertEquals(sample.values().size(), profile.rows());
        bins(profile)
                .forEach(bins -> assertEquals(
                        profile.rows(), LongStream.of(profile.countInto(bins)).sum()));
    }

    private List<Profile> countedParts(List<V> values, Random random) {
        int parts = 1 + random.nextInt(MOST_PARTS);
        List<Profile> profiles = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= parts; i++) {
            int to = i == parts ? values.size() : from + random.nextInt(values.size() - from + 1);
            profiles.add(counted(values.subList(from, to)));
            from = to;
        }
        return profiles;
    }

    private Profile mergedInSomeTree(List<Profile> parts, Random random) {
        List<Profile> left = new ArrayList<>(parts);
        while (left.size() > 1) {
            Profile a = left.remove(random.nextInt(left.size()));
            Profile b = left.remove(random.nextInt(left.size()));
            left.add(merged(a, b));
        }
        return left.get(0);
    }
}
