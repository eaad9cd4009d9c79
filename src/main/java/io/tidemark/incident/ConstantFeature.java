package io.tidemark.incident;

import io.tidemark.feature.Bins;
import io.tidemark.profile.CategoricalProfile;
import io.tidemark.profile.NumericProfile;
import io.tidemark.profile.Profile;
import io.tidemark.shift.FeatureStudy;
import java.util.Optional;

/** All of thirty or more applicants with a value have the same one, though the reference has several, none above 95 %. */
final class ConstantFeature implements IncidentRule {
    private static final long LEAST_PRESENT = 30;
    private static final double DOMINANT = 0.95;

    @Override
    public IncidentKind kind() {
        return IncidentKind.CONSTANT;
    }

    @Override
    public Optional<Observation> observe(FeatureStudy study, Profile current) {
        boolean isOne = current.distinct().isExact() && current.distinct().atLeast() == 1;
        if (!isOne || present(current) < LEAST_PRESENT || dominance(study) > DOMINANT) {
            return Optional.empty();
        }
        String sentence = study.feature().name() + " has the same value for all of " + present(current)
                + " applicants who have one; the reference has "
                + (study.baseline().distinct().isExact() ? "" : "more than ")
                + study.baseline().distinct().atLeast();
        return Optional.of(new Observation(1, study.baseline().distinct().atLeast(), sentence));
    }

    private static long present(Profile profile) {
        return profile instanceof NumericProfile numeric ? numeric.amounts() : ((CategoricalProfile) profile).present();
    }

    /** The largest share that any bin of the reference has among its applicants with a value; 1 where it has at most one value. */
    private static double dominance(FeatureStudy study) {
        Profile baseline = study.baseline();
        if (baseline.distinct().atLeast() < 2) {
            return 1;
        }
        Bins bins = study.bins();
        long[] counts = baseline.countInto(bins);
        long most = 0;
        for (int i = 0; i < counts.length; i++) {
            most = bins.list().get(i).holdsValues() ? Math.max(most, counts[i]) : most;
        }
        return (double) most / present(baseline);
    }
}
