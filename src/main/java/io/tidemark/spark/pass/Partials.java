package io.tidemark.spark.pass;

import io.tidemark.cohort.Slice;
import io.tidemark.profile.CategoricalProfile;
import io.tidemark.profile.ProfileCodec;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
            return Stream.of(new Tuple2<>(
                    new PartialKey(column, group.slice, group.pane, PartialKey.WHOLE),
                    ProfileCodec.encode(group.numbers[column].profile())));
        }
        TextCounts texts = group.texts[column];
        if (texts == null) {
            return Stream.empty();
        }
        return of(new PartialKey(column, group.slice, group.pane, PartialKey.WHOLE), texts, dictionary);
    }

    /**
     * What all applicants of each pane show of a column of texts, from the groups of one segment column. Numbers need none of this: their
     * profiles are added up after the shuffle, but those of texts are not whole any more then where categories are many.
     */
    static Stream<Tuple2<PartialKey, byte[]>> ofAll(
            List<Group> groups, String segment, int column, TextDictionary dictionary) {
        Map<Long, TextCounts> panes = new TreeMap<>();
        for (Group group : groups) {
            if (segment.equals(group.slice.key()) && group.texts[column] != null) {
                panes.computeIfAbsent(group.pane, pane -> new TextCounts()).addAll(group.texts[column]);
            }
        }
        return panes.entrySet().stream()
                .flatMap(pane -> of(
                        new PartialKey(column, Slice.ALL, pane.getKey(), PartialKey.WHOLE),
                        pane.getValue(),
                        dictionary));
    }

    private static Stream<Tuple2<PartialKey, byte[]>> of(
            PartialKey whole, TextCounts texts, TextDictionary dictionary) {
        if (texts.distinct() <= MOST_WHOLE) {
            return Stream.of(new Tuple2<>(whole, ProfileCodec.encode(texts.profile(dictionary))));
        }
        List<CategoricalProfile> parts = texts.parts(dictionary);
        return IntStream.range(0, PARTS)
                .mapToObj(part -> new Tuple2<>(whole.withPart(part), ProfileCodec.encode(parts.get(part))));
    }

    /** The part that a category belongs to. */
    static int part(String category) {
        int hash = category.hashCode() * 0x9E37_79B9;
        return hash >>> 24;
    }
}
