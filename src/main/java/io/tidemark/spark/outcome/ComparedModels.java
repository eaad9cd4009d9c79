package io.tidemark.spark.outcome;

import io.tidemark.cohort.Cohort;
import io.tidemark.cohort.Maturity.Ripeness;
import io.tidemark.model.ModelComparison;
import java.io.Serializable;

/** A challenger beside the champion, on the applicants of a cohort. */
public record ComparedModels(Cohort cohort, Ripeness ripeness, ModelComparison comparison) implements Serializable {}
