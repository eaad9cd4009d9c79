package io.tidemark.config;

import io.tidemark.cohort.Calendar;
import io.tidemark.cohort.Granularity;
import io.tidemark.cohort.Reference;
import io.tidemark.cohort.Reference.OtherTable;
import io.tidemark.cohort.Window;
import io.tidemark.measure.Smoothing;
import io.tidemark.policy.Action;
import io.tidemark.profile.BinRule;
import io.tidemark.shift.AlarmRule;
import io.tidemark.shift.DomainModel;
import io.tidemark.shift.Importance;
import io.tidemark.shift.Thresholds;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run is to do, complete and valid as far as can be known before the input is opened.
 *
 * @param monitor the name under which results are kept
 * @param outcomes what is known of outcomes and of models
 * @param references what cohorts are compared with; recommendations go by the first
 * @param referenceSources where the references are read from that are other tables
 * @param quarantine days that are no part of any reference
 * @param importance how much features count
 * @param together what is taught to tell cohorts from the reference by all features at once
 * @param decision what decides whether a model is renewed
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
        OutcomeConfig outcomes,
        Granularity granularity,
        List<Reference> references,
        Map<OtherTable, SourceConfig> referenceSources,
        List<Window> quarantine,
        BinRule binRule,
        Smoothing smoothing,
        Thresholds thresholds,
        AlarmRule alarms,
        Importance importance,
        DomainModel together,
        DecisionConfig decision,
        long privacyFloor,
        Optional<LocalDate> asOf,
        String output,
        Optional<Action> failOn,
        String document) {
    /** How the days of the table are taken together. */
    public Calendar calendar() {
        return new Calendar(granularity, references, quarantine);
    }
}
