package io.tidemark.profile;

/** Two distributions over the same buckets. */
public record DistributionPair(Distribution reference, Distribution current) {}
