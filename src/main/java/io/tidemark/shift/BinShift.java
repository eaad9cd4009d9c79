package io.tidemark.shift;

import io.tidemark.cohort.Cohort;
import io.tidemark.cohort.Reference;
import io.tidemark.cohort.Slice;
import io.tidemark.feature.Bin;
import io.tidemark.feature.Feature;
import java.io.Serializable;

/**
 * One bin of one feature in one cohort, beside the reference.
 *
 * @param referenceShare share of the reference's applicants, as counted
 * @param share share of the cohort's applicants, as counted
 * @param psiContribution what the bin adds to PSI; null where it has no finite value
 * @param referenceBadRate share of bad outcomes among the reference's applicants; null where none has an outcome
 * @param badRate the same of the cohort; null also where its outcomes are not known
 */
public record BinShift(
        Feature feature,
        Cohort cohort,
        Reference reference,
        Slice slice,
        Bin bin,
        double referenceShare,
        double share,
        Double psiContribution,
        Double referenceBadRate,
        Double badRate)
        implements Serializable {}
