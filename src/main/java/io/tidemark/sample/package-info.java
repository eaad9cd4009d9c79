/**
 * Invents credit applicants whose history is known: which columns move, when, and why.
 *
 * <p>Knows the columns of the sample table, the shifts planted in it and how to make any one row from its number alone.
 * Must not know Spark, files, the command line or any other package of Tidemark: a monitor that is judged by this table
 * may not have helped to write it.
 *
 * <p>Open {@link io.tidemark.sample.PlantedShifts} first: it says what moves and what stays. {@link
 * io.tidemark.sample.MonthConditions} turns that into one set of conditions for each month, and {@link
 * io.tidemark.sample.Applicants} draws a row under them, as a sentence of five steps: a person, a credit file, a
 * request, what the lender records of them, and what comes of it.
 */
package io.tidemark.sample;
