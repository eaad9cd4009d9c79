package io.tidemark.spark.output;

import static io.tidemark.spark.table.Types.COUNT;
import static io.tidemark.spark.table.Types.COUNT_BY_TEXT;
import static io.tidemark.spark.table.Types.TEXT;
import static io.tidemark.spark.table.Types.TEXT_BY_TEXT;

import io.tidemark.spark.source.Panes;
import io.tidemark.spark.table.OutputTable;
import io.tidemark.spark.table.Types;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The table {@code runs}. */
final class RunsTable {
    private static final DataType SOURCE_FILES = DataTypes.createArrayType(
            new StructType()
                    .add("path", DataTypes.StringType, true)
                    .add("identity", DataTypes.StringType, true)
                    .add("rows_per_cohort", DataTypes.createMapType(DataTypes.StringType, COUNT, true), true),
            true);

    static final OutputTable<RunRecord> TABLE = OutputTable.<RunRecord>of(
                    "runs",
                    "Runs of monitors. The rows of other tables count once the run that wrote them is COMPLETE.")
            .column(
                    "status",
                    TEXT,
                    "RUNNING, COMPLETE or FAILED",
                    r -> r.status().name())
            .column(
                    "started_at",
                    DataTypes.TimestampType,
                    "when the run began, UTC",
                    r -> r.start().at())
            .nullable(
                    "finished_at",
                    DataTypes.TimestampType,
                    "when the run ended, UTC",
                    RunRecord.atEnd(RunRecord.End::at))
            .column("as_of", DataTypes.DateType, "the last day that was known to the run", RunRecord::asOf)
            .column(
                    "config",
                    TEXT,
                    "the options as they took effect, JSON, secrets redacted",
                    r -> r.start().config())
            .column("config_hash", TEXT, "SHA-256 of config", r -> r.start().configHash())
            .column(
                    "tidemark_version",
                    TEXT,
                    "the version of Tidemark",
                    r -> r.start().tidemarkVersion())
            .column(
                    "spark_version",
                    TEXT,
                    "the version of Spark",
                    r -> r.start().sparkVersion())
            .column("source_format", TEXT, "format of the input", r -> r.start().sourceFormat())
            .column(
                    "source_location",
                    TEXT,
                    "path or table of the input",
                    r -> r.start().sourceLocation())
            .nullable(
                    "profile_settings",
                    TEXT,
                    "SHA-256 of what decides over the profiles: runs with the same build on each other",
                    r -> r.start().profileSettings())
            .column(
                    "source_identity",
                    TEXT,
                    "Delta version, or hash of the file listing; empty where neither is known",
                    r -> r.start().sourceIdentity())
            .nullable("rows_read", COUNT, "rows of the input", RunRecord.atEnd(RunRecord.End::rows))
            .nullable(
                    "rows_without_time",
                    COUNT,
                    "rows left out because they have no time",
                    RunRecord.atEnd(RunRecord.End::rowsWithoutTime))
            .nullable(
                    "rows_after_as_of",
                    COUNT,
                    "rows left out because they are later than as_of",
                    RunRecord.atEnd(RunRecord.End::rowsAfterAsOf))
            .nullable("cohorts_written", COUNT, "cohorts with rows", RunRecord.atEnd(RunRecord.End::cohorts))
            .nullable(
                    "columns_left_out",
                    TEXT_BY_TEXT,
                    "columns that are no features, each with the reason",
                    RunRecord.atEnd(e -> e.leftOut() == null ? null : Types.map(e.leftOut())))
            .nullable(
                    "duration_ms",
                    COUNT_BY_TEXT,
                    "wall time per stage, milliseconds",
                    RunRecord.atEnd(e -> e.durations() == null ? null : Types.map(e.durations())))
            .nullable(
                    "source_files",
                    SOURCE_FILES,
                    "files of the input, each with what changes when its rows do and its rows per cohort; null where they are not known",
                    RunRecord.atEnd(RunsTable::files))
            .nullable("error", TEXT, "why the run failed", RunRecord.atEnd(RunRecord.End::error))
            .check("status_known", "status IN ('RUNNING', 'COMPLETE', 'FAILED')");

    private RunsTable() {}

    private static Object files(RunRecord.End end) {
        if (end.files() == null) {
            return null;
        }
        return Types.array(end.files().stream()
                .map(file -> {
                    Map<String, Long> rows = new TreeMap<>();
                    file.rowsPerPane().forEach((pane, count) -> rows.put(Panes.name(pane), count));
                    return RowFactory.create(file.path(), file.identity(), Types.map(rows));
                })
                .toList());
    }
}
