package io.tidemark.measure;

/** A pure function of two profiles of one feature. */
public interface Measure {
    /** What the measure is, for tables, documentation and messages. */
    MeasureCard card();

    MeasureResult of(Comparison comparison);
}
