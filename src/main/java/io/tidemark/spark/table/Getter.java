package io.tidemark.spark.table;

import java.io.Serializable;

/** What a column of an output table takes from a value. */
public interface Getter<T> extends Serializable {
    Object of(T value);
}
