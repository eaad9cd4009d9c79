package io.tidemark.spark.source;

import io.tidemark.config.SourceConfig;
import io.tidemark.problem.Problems;
import io.tidemark.problem.UserMistake;
import io.tidemark.spark.table.Failures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Opens tables of applicants, wherever they are. */
public final class Sources {
    /** What files of a binary format begin with, which as a CSV would be the name of a column. */
    private static final Map<String, String> MAGIC = Map.of("PAR1", "Parquet", "ORC", "ORC");

    private static final char UNDECODED = '\uFFFD';

    private Sources() {}

    /**
     * The rows of a source. A CSV is taken to have a header, and its columns get the types that all of their values have.
     *
     * @throws UserMistake if it cannot be opened
     */
    static Dataset<Row> open(SparkSession session, SourceConfig source) {
        Dataset<Row> rows = Failures.orMistake(
                () -> load(session, source), reason -> Problems.unreadableInput(source.shown(), reason));
        if (source.format().equals("csv")) {
            refuseOtherFormats(source, rows.columns());
        }
        return rows;
    }

    private static void refuseOtherFormats(SourceConfig source, String[] columns) {
        MAGIC.forEach((magic, format) -> {
            if (columns.length > 0 && columns[0].startsWith(magic) && isBinary(columns[0])) {
                throw new UserMistake(Problems.otherFormat(source.shown(), "CSV", format));
            }
        });
    }

    /** Whether a text was made of bytes that are none: it has control characters, or ones that could not be decoded. */
    private static boolean isBinary(String text) {
        return text.chars().anyMatch(character -> Character.isISOControl(character) || character == UNDECODED);
    }

    private static Dataset<Row> load(SparkSession session, SourceConfig source) {
        DataFrameReader reader = session.read().options(withDefaults(source));
        return switch (source.format()) {
            case "table" -> reader.table(source.location());
            case "jdbc" ->
                reader.format("jdbc").option("dbtable", source.location()).load();
            default -> reader.format(source.format()).load(source.location());
        };
    }

    private static Map<String, String> withDefaults(SourceConfig source) {
        Map<String, String> options = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        if (source.format().equals("csv")) {
            options.put("header", "true");
            options.put("inferSchema", "true");
        }
        options.putAll(source.options());
        return options;
    }

    /** What the source was when it was read: Delta's version, or a hash of the files with their sizes; empty where neither is known. */
    public static String identity(SparkSession session, SourceConfig source, Dataset<Row> rows) {
        Map<String, String> options = withDefaults(source);
        for (String pinned : new String[] {"versionAsOf", "timestampAsOf"}) {
            if (options.containsKey(pinned)) {
                return pinned + " " + options.get(pinned);
            }
        }
        if (source.format().equals("delta")) {
            return "version " + DeltaFiles.version(session, source.location());
        }
        return rows.inputFiles().length == 0 ? "" : fileListing(session, rows.inputFiles());
    }

    private static String fileListing(SparkSession session, String[] files) {
        Arrays.sort(files);
        Configuration hadoop = session.sparkContext().hadoopConfiguration();
        StringBuilder listing = new StringBuilder();
        for (String file : files) {
            try {
                Path path = new Path(java.net.URI.create(file));
                long length = path.getFileSystem(hadoop).getFileStatus(path).getLen();
                listing.append(path.getName()).append(' ').append(length).append('\n');
            } catch (IOException e) {
                throw new UncheckedIOException("the file " + file + " went away while it was read", e);
            }
        }
        return files.length + " files "
                + DigestUtils.sha256Hex(listing.toString().getBytes(StandardCharsets.UTF_8));
    }
}
