package io.tidemark.shift;

import io.tidemark.cohort.Cohort;
import io.tidemark.feature.Bins;
import io.tidemark.measure.Contingency;
import io.tidemark.measure.PopulationStabilityIndex;
import io.tidemark.measure.Smoothing;
import io.tidemark.profile.Profile;
import java.io.Serializable;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;

/**
 * How much the cohorts of which a reference consists differ by themselves: each is held against the others, over the bins of all of them, and
 * the one that differs most is kept. A shift of a later cohort that is no larger is what the feature does in any case; and where it is large,
 * the reference is not one population.
 *
 * @param cohort the cohort that differs most from the others, by PSI without its expectation
 * @param psi its PSI
 * @param excess its PSI without its expectation under no shift
 * @param pValue the probability that the largest of so many is as large by chance (Bonferroni)
 */
public record NaturalVariation(Cohort cohort, double psi, double excess, double pValue) implements Serializable {
    /** Two cohorts differ from each other in the same way: which of them is the odd one out takes a third. */
    private static final int FEWEST = 3;

    /** The variation among some cohorts; empty where there are fewer than three, or PSI has no law. */
    public static Optional<NaturalVariation> of(SortedMap<Cohort, Profile> cohorts, Bins bins, Smoothing smoothing) {
        if (cohorts.size() < FEWEST) {
            return Optional.empty();
        }
        long[] all = new long[bins.size()];
        for (Profile profile : cohorts.values()) {
            add(profile.countInto(bins), all);
        }
        NaturalVariation most = null;
        for (Map.Entry<Cohort, Profile> entry : cohorts.entrySet()) {
            long[] counts = entry.getValue().countInto(bins);
            long[] others = new long[all.length];
            for (int i = 0; i < all.length; i++) {
                others[i] = all[i] - counts[i];
            }
            Contingency table = Contingency.of(bins.list(), others, counts);
            OptionalDouble psi = PopulationStabilityIndex.of(table, smoothing);
            Optional<PsiNoise> noise = psi.isPresent() ? PsiNoise.of(table, smoothing) : Optional.empty();
            if (noise.isPresent()) {
                double excess = noise.get().excess(psi.getAsDouble());
                double pValue = Math.min(1, noise.get().pValue() * cohorts.size());
                if (most == null || excess > most.excess) {
                    most = new NaturalVariation(entry.getKey(), psi.getAsDouble(), excess, pValue);
                }
            }
        }
        return Optional.ofNullable(most);
    }

    private static void add(long[] counts, long[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += counts[i];
        }
    }
}
