package io.tidemark.spark.history;

import io.tidemark.cohort.Reference;
import io.tidemark.cohort.Reference.Standing;
import io.tidemark.config.ColumnsConfig;
import io.tidemark.config.MonitorConfig;
import io.tidemark.profile.ProfileCodec;
import io.tidemark.spark.pass.ColumnPaths;
import io.tidemark.spark.source.MonitoredTable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.spark.sql.types.StructType;

/** What decides over the counts of a run: two runs with the same settings count the same rows in the same way. */
public final class ProfileSettings {
    private ProfileSettings() {}

    /** SHA-256 of the settings. */
    public static String hash(MonitoredTable table) {
        MonitorConfig config = table.config();
        return DigestUtils.sha256Hex(List.of(
                        ProfileCodec.VERSION,
                        config.source().format(),
                        config.source().shown(),
                        config.source().shownOptions(),
                        table.selection().watched(),
                        table.scoring().identity(),
                        config.columns().segments(),
                        sliceTypes(table),
                        config.columns().time(),
                        "slices of the label " + config.columns().label(),
                        config.granularity(),
                        standing(config),
                        config.privacyFloor())
                .toString());
    }

    /** The types of the columns that cut slices: read as another type, the same file may have other values. */
    private static List<String> sliceTypes(MonitoredTable table) {
        StructType schema = table.rows().schema();
        ColumnsConfig columns = table.config().columns();
        return Stream.concat(columns.segmentColumns().stream().sorted(), Stream.ofNullable(columns.label()))
                .map(column -> ColumnPaths.type(schema, column).simpleString())
                .toList();
    }

    /** What decides which panes are counted by themselves, and which tables are counted. */
    private static List<String> standing(MonitorConfig config) {
        List<String> standing = new ArrayList<>();
        for (Reference reference : config.references()) {
            if (reference instanceof Standing) {
                standing.add(reference.id());
            }
        }
        config.quarantine().forEach(window -> standing.add("not " + window));
        return standing;
    }
}
