package io.tidemark.simulation;

import java.util.List;

/**
 * What is simulated.
 *
 * @param applicants applicants of a cohort
 * @param features features of the table
 * @param cohorts cohorts after the reference
 * @param referenceCohorts cohorts of which the reference consists
 * @param replays histories of each kind
 * @param sizes the shifts that are planted, by their population stability index; one feature in five is shifted, from the first cohort on
 * @param seed the same seed gives the same figures
 */
public record SimulationPlan(
        long applicants, int features, int cohorts, int referenceCohorts, int replays, List<Double> sizes, long seed) {
    public SimulationPlan {
        sizes = List.copyOf(sizes);
    }
}
