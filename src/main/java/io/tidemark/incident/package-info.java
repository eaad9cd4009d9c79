/**
 * What looks like a fault of the data, or a change of the business that shows in it, rather than a change of the applicants.
 *
 * <p>Each {@link io.tidemark.incident.IncidentRule} is a small class that looks at one feature of one cohort beside its reference and either
 * makes an observation or does not; {@link io.tidemark.incident.Incidents} runs them through the cohorts and dates what they find. Knows
 * studies of features; not what is to be done. Open {@code Incidents} first: it lists the rules.
 */
package io.tidemark.incident;
