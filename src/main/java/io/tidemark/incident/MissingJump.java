package io.tidemark.incident;

import io.tidemark.profile.Profile;
import io.tidemark.shift.FeatureStudy;
import java.util.Optional;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The share of missing values differs by five points or more, or by one point or more where that is a factor of three; and by more than chance
 * would (two-proportion z-test, p below 0.001).
 */
final class MissingJump implements IncidentRule {
    private static final double POINTS = 0.05;
    private static final double FEW_POINTS = 0.01;
    private static final double FACTOR = 3;
    private static final double CHANCE = 0.001;

    @Override
    public IncidentKind kind() {
        return IncidentKind.MISSING_JUMP;
    }

    @Override
    public Optional<Observation> observe(FeatureStudy study, Profile current) {
        double expected = study.baseline().missingShare();
        double share = current.missingShare();
        double jump = Math.abs(share - expected);
        boolean isLarge = jump >= POINTS
                || (jump >= FEW_POINTS && Math.max(share, expected) >= FACTOR * Math.min(share, expected));
        if (!isLarge || chance(study.baseline(), current) >= CHANCE) {
            return Optional.empty();
        }
        String sentence = study.feature().name() + " is missing for " + Words.percent(share) + " of applicants, "
                + Words.percent(expected) + " in the reference";
        return Optional.of(new Observation(share, expected, sentence));
    }

    private static double chance(Profile reference, Profile current) {
        double m = reference.rows();
        double n = current.rows();
        double pooled = (reference.missing() + current.missing()) / (m + n);
        double error = Math.sqrt(pooled * (1 - pooled) * (1 / m + 1 / n));
        double z = Math.abs(current.missingShare() - reference.missingShare()) / error;
        return 2 * NormalDistribution.of(0, 1).survivalProbability(z);
    }
}
