package io.tidemark.spark;

import io.tidemark.profile.CategoricalProfile;
import io.tidemark.profile.Profile;
import io.tidemark.profile.ProfileCodec;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import scala.Tuple2;

/**
 * Partial profiles as they go through the shuffle. Where categories are many they go in parts, each with those whose hash it holds, so that
 * whoever merges needs room for one part of them at a time.
 */
final class Partials {
    static final int PARTS = 256;
    /** Up to so many categories go in one piece. */
    private static final int MOST_WHOLE = 1_000;

    private Partials() {}

    /** What a group has counted of a column, if it counts it. */
    static Stream<Tuple2<PartialKey, byte[]>> of(Group group, int column, TextDictionary dictionary) {
        if (group.numbers[column] != null) {
            return Stream.of(partial(group, column, PartialKey.WHOLE, group.numbers[column].profile()));
        }
        TextCounts texts = group.texts[column];
        if (texts == null) {
            return Stream.empty();
        }
        if (texts.distinct() <= MOST_WHOLE) {
            return Stream.of(partial(group, column, PartialKey.WHOLE, texts.profile(dictionary)));
        }
        List<CategoricalProfile> parts = texts.parts(dictionary);
        return IntStream.range(0, PARTS).mapToObj(part -> partial(group, column, part, parts.get(part)));
    }

    private static Tuple2<PartialKey, byte[]> partial(Group group, int column, int part, Profile profile) {
        return new Tuple2<>(new PartialKey(column, group.slice, group.pane, part), ProfileCodec.encode(profile));
    }

    /** The part that a category belongs to. */
    static int part(String category) {
        int hash = category.hashCode() * 0x9E37_79B9;
        return hash >>> 24;
    }
}
