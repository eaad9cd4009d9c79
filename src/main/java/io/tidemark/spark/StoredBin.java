package io.tidemark.spark;

import io.tidemark.cohort.Reference;
import io.tidemark.feature.Bin;
import io.tidemark.feature.Feature;
import java.io.Serializable;

/** A bin of a feature's reference, with how many applicants of the reference it holds. */
record StoredBin(Feature feature, Reference reference, int position, Bin bin, long count, double share)
        implements Serializable {}
