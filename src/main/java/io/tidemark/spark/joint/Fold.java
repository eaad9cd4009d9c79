package io.tidemark.spark.joint;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The applicants that one model of a cross-validation has not seen: every so many, by their places in their group.
 *
 * @param first the first of them
 * @param folds how many folds there are
 */
record Fold(int first, int folds) {
    /** The places of those who are left out, of a group of so many. */
    IntStream places(int size) {
        return IntStream.iterate(first, i -> i < size, i -> i + folds);
    }

    /** Those that are left out. */
    <T> List<T> of(T[] group) {
        return places(group.length).mapToObj(i -> group[i]).toList();
    }

    /** All others of some groups. */
    <T> List<Labelled<T>> others(T[][] groups) {
        List<Labelled<T>> others = new ArrayList<>();
        for (int group = 0; group < groups.length; group++) {
            for (int i = 0; i < groups[group].length; i++) {
                if (i % folds != first) {
                    others.add(new Labelled<>(group, groups[group][i]));
                }
            }
        }
        return others;
    }
}
