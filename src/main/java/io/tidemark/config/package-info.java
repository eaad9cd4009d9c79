/**
 * What the user asked for: options and YAML keys, which have the same names, bound to records and checked as a whole.
 *
 * <p>{@link io.tidemark.config.Options} lists every option once; the command line, the YAML reader, the help and the messages are derived from
 * it. A reading collects every problem instead of stopping at the first. Knows neither the command-line library nor Spark. Open
 * {@code Options} first, then {@code MonitorConfig}.
 */
package io.tidemark.config;
