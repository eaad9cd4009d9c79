package io.tidemark.report;

import io.tidemark.policy.CohortSummary;
import io.tidemark.policy.Recommendation;
import java.util.List;
import java.util.Map;

/**
 * What a run came to.
 *
 * @param rows rows that were read
 * @param referenceRows applicants of the deciding reference of the newest cohort
 * @param cohorts the compared cohorts in the order of time
 * @param together what was found of the newest cohort in all features at once, in sentences
 * @param leftOut columns that are no features, each with the reason
 * @param remarks what the user should know of the rows: how many were left out, and why
 * @param output the directory of the tables
 */
public record RunReport(
        String monitor,
        Recommendation recommendation,
        long rows,
        long referenceRows,
        List<CohortSummary> cohorts,
        List<String> together,
        Map<String, String> leftOut,
        List<String> remarks,
        String output) {}
