package io.tidemark.incident;

import io.tidemark.feature.BinKind;
import io.tidemark.profile.Profile;
import io.tidemark.shift.FeatureStudy;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Values that the reference has never seen, each carried by enough applicants to be named, make up half a percent of the cohort or more; and
 * more than three in the reference's number of applicants, which is what a value that it missed by chance could be.
 */
final class NewCategory implements IncidentRule {
    private static final double LEAST_SHARE = 0.005;
    private static final double COULD_BE_MISSED = 3;
    private static final int MOST_NAMED = 3;

    @Override
    public IncidentKind kind() {
        return IncidentKind.NEW_CATEGORY;
    }

    @Override
    public Optional<Observation> observe(FeatureStudy study, Profile current) {
        boolean hasNewBin = study.bins().list().stream().anyMatch(bin -> bin.kind() == BinKind.NEW);
        if (!hasNewBin) {
            return Optional.empty();
        }
        List<String> values = study.newValues(current);
        double share = (double) current.countInto(study.bins())[study.bins().indexOf(BinKind.NEW)] / current.rows();
        double least = Math.max(LEAST_SHARE, COULD_BE_MISSED / study.baseline().rows());
        if (values.isEmpty() || share < least) {
            return Optional.empty();
        }
        String named = values.stream()
                .limit(MOST_NAMED)
                .map(value -> "'" + value + "'")
                .collect(Collectors.joining(", "));
        String others = values.size() > MOST_NAMED ? " and " + (values.size() - MOST_NAMED) + " more" : "";
        String sentence = study.feature().name() + " has values that the reference has never seen: " + named + others
                + ", for " + Words.percent(share) + " of applicants";
        return Optional.of(new Observation(share, 0, sentence));
    }
}
