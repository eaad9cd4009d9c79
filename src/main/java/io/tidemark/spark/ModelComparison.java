package io.tidemark.spark;

import io.tidemark.cohort.Cohort;
import io.tidemark.cohort.Maturity.Ripeness;
import io.tidemark.model.Figure;
import io.tidemark.model.PairedAuc;
import io.tidemark.model.ScoredModel;
import java.io.Serializable;

/**
 * A challenger beside the champion, on the same applicants of a cohort.
 *
 * @param areas the champion's and the challenger's
 */
record ModelComparison(
        Cohort cohort, Ripeness ripeness, ScoredModel champion, ScoredModel challenger, Figure<PairedAuc> areas)
        implements Serializable {}
