package io.tidemark.spark.staleness;

import io.tidemark.cohort.Cohort;
import io.tidemark.model.Applicant;
import java.io.Serializable;
import java.util.List;

/**
 * A sample of the applicants of a cohort whose outcomes are known. They are in the order of their hashes, so that the first of them are a sample
 * as well.
 */
record DrawnCohort(Cohort cohort, List<Applicant> applicants) implements Serializable {
    /** Of so many at most. */
    DrawnCohort first(int most) {
        return new DrawnCohort(cohort, List.copyOf(applicants.subList(0, Math.min(most, applicants.size()))));
    }

    boolean[] bad() {
        boolean[] bad = new boolean[applicants.size()];
        for (int i = 0; i < bad.length; i++) {
            bad[i] = applicants.get(i).bad();
        }
        return bad;
    }
}
