package io.tidemark.spark.output;

import io.tidemark.spark.source.SourceFile;
import io.tidemark.spark.source.TableFacts;
import io.tidemark.spark.table.Getter;
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
public record RunRecord(Start start, LocalDate asOf, Status status, End end) implements Serializable {
    public enum Status {
        RUNNING,
        COMPLETE,
        FAILED
    }

    /** What is known when a run begins. */
    public record Start(
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

    /**
     * The same run, when all of its tables are written.
     *
     * @param files the input as it was found; null where no later run can build on it
     */
    public RunRecord complete(
            Instant at,
            TableFacts facts,
            List<SourceFile> files,
            Map<String, String> leftOut,
            Map<String, Long> durations) {
        long cohorts = facts.rowsPerCohort().size();
        End complete = new End(
                at, facts.rows(), facts.withoutTime(), facts.tooLate(), cohorts, leftOut, durations, files, null);
        return new RunRecord(start, asOf, Status.COMPLETE, complete);
    }

    public RunRecord failed(Instant at, String error) {
        return new RunRecord(start, asOf, Status.FAILED, new End(at, null, null, null, null, null, null, null, error));
    }

    /** A figure of the end; null while there is none. */
    static Getter<RunRecord> atEnd(Getter<End> figure) {
        return run -> run.end == null ? null : figure.of(run.end);
    }
}
