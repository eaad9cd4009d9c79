/**
 * How often does a rule cry wolf, and what does it miss? Histories of applicants with nothing planted, and with shifts of known size, judged by
 * Tidemark's rule and by the rules of others.
 *
 * <p>Histories are drawn as counts, so that a hundred thousand applicants cost what a thousand do, and judged by the very code that judges a
 * run. Knows profiles, measures and shifts; neither tables nor Spark. Open {@code Simulation} first.
 */
package io.tidemark.simulation;
