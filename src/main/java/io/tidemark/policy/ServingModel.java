package io.tidemark.policy;

import java.util.List;
import java.util.TreeSet;

/**
 * The champion, by the indexes of cohorts.
 *
 * @param trainedThrough i, the last cohort that it was trained on, 0 or more
 * @param deployedAfter dep, the cohort after which it began to serve; not before {@code trainedThrough}
 * @param archive the cohorts through which every champion so far was trained, this one included; ascending
 */
public record ServingModel(int trainedThrough, int deployedAfter, List<Integer> archive) {
    public ServingModel {
        if (trainedThrough < 0 || deployedAfter < trainedThrough) {
            throw new IllegalArgumentException(
                    "a model trained through " + trainedThrough + ", deployed after " + deployedAfter);
        }
        TreeSet<Integer> all = new TreeSet<>(archive);
        all.add(trainedThrough);
        archive = List.copyOf(all);
    }

    /** The first model that ever served. */
    public static ServingModel first(int trainedThrough, int deployedAfter) {
        return new ServingModel(trainedThrough, deployedAfter, List.of());
    }
}
