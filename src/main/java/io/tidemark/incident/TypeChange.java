package io.tidemark.incident;

import io.tidemark.feature.CategoryMask;
import io.tidemark.profile.CategoricalProfile;
import io.tidemark.profile.Profile;
import io.tidemark.shift.FeatureStudy;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Texts of which nearly all were numbers are no longer, or the other way round. */
final class TypeChange implements IncidentRule {
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+([.,]\\d+)*|[.]\\d+)([eE][+-]?\\d+)?");
    private static final double NEARLY_ALL = 0.95;
    private static final double HALF = 0.5;
    private static final long LEAST_PRESENT = 30;

    @Override
    public IncidentKind kind() {
        return IncidentKind.TYPE_CHANGE;
    }

    @Override
    public Optional<Observation> observe(FeatureStudy study, Profile current) {
        if (!(study.baseline() instanceof CategoricalProfile before
                && current instanceof CategoricalProfile now
                && named(before) >= LEAST_PRESENT
                && named(now) >= LEAST_PRESENT)) {
            return Optional.empty();
        }
        double expected = numberShare(before);
        double share = numberShare(now);
        boolean changed = (expected >= NEARLY_ALL && share <= HALF) || (share >= NEARLY_ALL && expected <= HALF);
        if (!changed) {
            return Optional.empty();
        }
        String sentence = "the texts of " + study.feature().name() + " are numbers for " + Words.percent(share)
                + " of applicants who have one, " + Words.percent(expected) + " in the reference";
        return Optional.of(new Observation(share, expected, sentence));
    }

    /** Masked categories cannot be read, so only named ones count. */
    private static long named(CategoricalProfile profile) {
        return profile.counts().entrySet().stream()
                .filter(entry -> !CategoryMask.isMask(entry.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static double numberShare(CategoricalProfile profile) {
        long numbers = profile.counts().entrySet().stream()
                .filter(entry -> NUMBER.matcher(entry.getKey()).matches())
                .mapToLong(Map.Entry::getValue)
                .sum();
        return (double) numbers / named(profile);
    }
}
