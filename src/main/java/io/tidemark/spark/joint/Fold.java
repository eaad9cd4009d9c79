package io.tidemark.spark.joint;

import java.io.Serializable;
import java.util.Iterator;
import java.util.stream.IntStream;
import org.apache.spark.ml.linalg.Vector;

/**
 * The applicants that one model of a cross-validation has not seen: every so many, by their places in their group.
 *
 * @param first the first of them
 * @param folds how many folds there are
 */
record Fold(int first, int folds) implements Serializable {
    /** The places of those who are left out, of a group of so many. */
    IntStream places(int size) {
        return IntStream.iterate(first, i -> i < size, i -> i + folds);
    }

    /** Those that are left out. */
    Vector[] of(Vector[] group) {
        return places(group.length).mapToObj(i -> group[i]).toArray(Vector[]::new);
    }

    /** All others of some groups. */
    Iterator<Labelled> others(Vector[][] groups) {
        return IntStream.range(0, groups.length)
                .boxed()
                .flatMap(group -> IntStream.range(0, groups[group].length)
                        .filter(i -> i % folds != first)
                        .mapToObj(i -> new Labelled(group, groups[group][i])))
                .iterator();
    }
}
