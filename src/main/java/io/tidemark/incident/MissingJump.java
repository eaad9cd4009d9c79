package io.tidemark.incident;

import io.tidemark.profile.Profile;
import io.tidemark.shift.FeatureStudy;
import java.util.Optional;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The share of missing values rises by five points or more, or by one point or more to three times what it was; or it is half a point or more
 * where the reference has none at all, since a question that everybody answered has then become one that may be left out; or it falls by one
 * point or more to a third or less, since something may now stand where nothing was known. A smaller fall is a matter of who applies. And the
 * share differs by more than chance would (p below 0.001 by the hypergeometric law where missing values are few, else by the two-proportion
 * z-test).
 */
final class MissingJump implements IncidentRule {
    private static final double POINTS = 0.05;
    private static final double FEW_POINTS = 0.01;
    private static final double FACTOR = 3;
    private static final double FROM_NONE = 0.005;
    private static final double CHANCE = 0.001;
    /** Below this many expected missing values the normal law raises up to fifty times the false alarms that it claims. */
    private static final double FEW = 100;

    @Override
    public IncidentKind kind() {
        return IncidentKind.MISSING_JUMP;
    }

    @Override
    public Optional<Observation> observe(FeatureStudy study, Profile current) {
        double expected = study.baseline().missingShare();
        double share = current.missingShare();
        double jump = Math.abs(share - expected);
        boolean isLarge = (share > expected && jump >= POINTS)
                || (jump >= FEW_POINTS && Math.max(share, expected) >= FACTOR * Math.min(share, expected))
                || (jump >= FROM_NONE && study.baseline().missing() == 0);
        if (!isLarge || chance(study.baseline(), current) >= CHANCE) {
            return Optional.empty();
        }
        String sentence = study.feature().name() + " is missing for " + Words.percent(share) + " of applicants, "
                + Words.percent(expected) + " in the reference";
        return Optional.of(new Observation(share, expected, sentence));
    }

    private static double chance(Profile reference, Profile current) {
        long rows = reference.rows() + current.rows();
        long missing = reference.missing() + current.missing();
        double pooled = (double) missing / rows;
        double fewest = pooled * Math.min(reference.rows(), current.rows());
        if (fewest < FEW && rows <= Integer.MAX_VALUE) {
            HypergeometricDistribution law =
                    HypergeometricDistribution.of((int) rows, (int) missing, (int) current.rows());
            int seen = (int) current.missing();
            return 2 * Math.min(law.cumulativeProbability(seen), law.survivalProbability(seen - 1));
        }
        double error = Math.sqrt(pooled * (1 - pooled) * (1.0 / reference.rows() + 1.0 / current.rows()));
        double z = Math.abs(current.missingShare() - reference.missingShare()) / error;
        return 2 * NormalDistribution.of(0, 1).survivalProbability(z);
    }
}
