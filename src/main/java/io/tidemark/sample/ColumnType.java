package io.tidemark.sample;

/** The type of a sample column, with the Java class in which {@link Applicants#row} gives its values. */
public enum ColumnType {
    /** {@link String}. */
    STRING,
    /** {@link Integer}. */
    INTEGER,
    /** {@link Long}. */
    LONG,
    /** {@link Double}. */
    DOUBLE,
    /** {@link java.math.BigDecimal} of at most 12 digits, 2 of them after the point. */
    DECIMAL,
    /** {@link Boolean}. */
    BOOLEAN,
    /** {@link java.time.LocalDate}. */
    DATE,
    /** {@link java.time.Instant}. */
    TIMESTAMP
}
