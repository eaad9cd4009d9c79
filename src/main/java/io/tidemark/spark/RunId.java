package io.tidemark.spark;

import java.io.Serializable;

/** A run of a monitor. */
record RunId(String monitor, String id) implements Serializable {}
