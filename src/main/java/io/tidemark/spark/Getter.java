package io.tidemark.spark;

import java.io.Serializable;

/** What a column of an output table takes from a value. */
interface Getter<T> extends Serializable {
    Object of(T value);
}
