package io.tidemark.spark.table;

import java.io.Serializable;

/** A run of a monitor. */
public record RunId(String monitor, String id) implements Serializable {}
