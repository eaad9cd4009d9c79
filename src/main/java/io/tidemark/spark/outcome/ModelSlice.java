package io.tidemark.spark.outcome;

import io.tidemark.cohort.Slice;
import java.io.Serializable;

/** A model, by the column of its scores, on a slice of applicants. */
public record ModelSlice(Slice slice, String model) implements Serializable {}
