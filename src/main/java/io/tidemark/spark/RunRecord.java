package io.tidemark.spark;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A run as the table of runs has it.
 *
 * @param asOf the last day that was known to it
 * @param end how it ended; null while it is running
 */
record RunRecord(Start start, LocalDate asOf, Status status, End end) implements Serializable {
    enum Status {
        RUNNING,
        COMPLETE,
        FAILED
    }

    /** What is known when a run begins. */
    record Start(
            Instant at,
            String config,
            String configHash,
            String tidemarkVersion,
            String sparkVersion,
            String sourceFormat,
            String sourceLocation,
            String profileSettings,
            String sourceIdentity)
            implements Serializable {}

    /** What is known when a run ends; of a failed one only why, of a complete one all but that. */
    record End(
            Instant at,
            Long rows,
            Long rowsWithoutTime,
            Long rowsAfterAsOf,
            Long cohorts,
            Map<String, String> leftOut,
            Map<String, Long> durations,
            List<SourceFile> files,
            String error)
            implements Serializable {}

    RunRecord complete(Instant at, Profiled profiled, Map<String, String> leftOut, Map<String, Long> durations) {
        TableFacts facts = profiled.facts();
        long cohorts = facts.rowsPerCohort().size();
        List<SourceFile> files = profiled.files().orElse(null);
        End complete = new End(
                at, facts.rows(), facts.withoutTime(), facts.tooLate(), cohorts, leftOut, durations, files, null);
        return new RunRecord(start, asOf, Status.COMPLETE, complete);
    }

    RunRecord failed(Instant at, String error) {
        return new RunRecord(start, asOf, Status.FAILED, new End(at, null, null, null, null, null, null, null, error));
    }

    /** A figure of the end; null while there is none. */
    static Getter<RunRecord> atEnd(Getter<End> figure) {
        return run -> run.end == null ? null : figure.of(run.end);
    }
}
