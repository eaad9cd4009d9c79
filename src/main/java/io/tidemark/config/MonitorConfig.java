package io.tidemark.config;

import io.tidemark.cohort.Granularity;
import io.tidemark.cohort.Reference;
import io.tidemark.measure.Smoothing;
import io.tidemark.policy.Action;
import io.tidemark.profile.BinRule;
import io.tidemark.shift.Thresholds;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a run is to do, complete and valid as far as can be known before the input is opened.
 *
 * @param monitor the name under which results are kept
 * @param referenceSource where the reference is read from, if it is another table
 * @param privacyFloor how many applicants must carry a category for it to be named
 * @param asOf the last day that is known; empty for the end of the newest cohort
 * @param output the directory of the tables
 * @param failOn the recommendation that becomes exit code 3, if any
 * @param document the options as they took effect, as JSON, secrets redacted
 */
public record MonitorConfig(
        String monitor,
        SourceConfig source,
        ColumnsConfig columns,
        Granularity granularity,
        Reference reference,
        Optional<SourceConfig> referenceSource,
        BinRule binRule,
        Smoothing smoothing,
        Thresholds thresholds,
        long privacyFloor,
        Optional<LocalDate> asOf,
        String output,
        Optional<Action> failOn,
        String document) {}
