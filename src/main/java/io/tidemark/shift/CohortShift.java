package io.tidemark.shift;

import io.tidemark.cohort.Cohort;
import io.tidemark.cohort.Reference;
import io.tidemark.shift.DomainShift.FeatureShare;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How a cohort as a whole differs from a reference.
 *
 * @param rows applicants of the cohort
 * @param features how many features have each severity
 * @param alarms how many features raise an alarm
 * @param joint all features at once; null where that was not looked at
 * @param whyNoJoint why it was not; null where it was
 * @param onset the cohort in which the departure of all features together began; null where there is none
 */
public record CohortShift(
        Cohort cohort,
        Reference reference,
        long rows,
        Map<Severity, Long> features,
        long alarms,
        JointShift joint,
        String whyNoJoint,
        Cohort onset) {
    private static final int MOST_NAMED = 3;

    public CohortShift {
        if ((joint == null) == (whyNoJoint == null)) {
            throw new IllegalArgumentException("either all features were looked at together, or there is a reason");
        }
        features = Map.copyOf(features);
    }

    public long features(Severity severity) {
        return features.getOrDefault(severity, 0L);
    }

    /** Features that were compared. */
    public long compared() {
        return features.values().stream().mapToLong(Long::longValue).sum();
    }

    /** What the classifier found, in words. */
    public Optional<String> sentence() {
        return Optional.ofNullable(joint).map(JointShift::domain).map(this::sentence);
    }

    private String sentence(DomainShift domain) {
        String figures = String.format(
                Locale.ROOT,
                "AUC %.2f (%.2f…%.2f; chance %.2f…%.2f)",
                domain.auc().value(),
                domain.auc().low(),
                domain.auc().high(),
                domain.chance().low(),
                domain.chance().high());
        if (!domain.isFound()) {
            return "a classifier does not tell " + cohort.label() + " from the reference by more than chance: "
                    + figures;
        }
        List<FeatureShare> top = domain.top();
        String names = top.stream().limit(MOST_NAMED).map(FeatureShare::feature).collect(Collectors.joining(", "));
        return "a classifier tells " + cohort.label() + " from the reference with " + figures + ", by " + names
                + (top.size() > MOST_NAMED ? ", …" : "");
    }
}
