/**
 * How far apart two profiles of a feature are: one small class per measure, each a pure function of (reference, current).
 *
 * <p>A measure returns a value, a test, or undefined with a reason; what the value means for the lender is decided elsewhere. Knows profiles
 * and bins, and MLlib's local statistics; neither cohorts nor thresholds. Open {@code Measures} first: it is the catalogue. A new measure is
 * a class, a line there, and a golden test.
 */
package io.tidemark.measure;
