package io.tidemark.spark.outcome;

import io.tidemark.cohort.Slice;
import io.tidemark.model.PerformanceChange;
import java.io.Serializable;

/**
 * A model on a slice of the reference's applicants.
 *
 * @param gauge what the model's scores are measured by, the same in all slices
 * @param side what it did there, which later cohorts are held against
 * @param measuredBy see {@link GaugeCohorts}
 */
public record ModelReference(Slice slice, ModelGauge gauge, PerformanceChange.Side side, String measuredBy)
        implements Serializable {}
