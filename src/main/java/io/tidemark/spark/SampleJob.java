package io.tidemark.spark;

import io.tidemark.config.SampleConfig;
import io.tidemark.problem.Problems;
import io.tidemark.sample.Applicants;
import io.tidemark.sample.ColumnType;
import io.tidemark.sample.ExtraFeatures;
import io.tidemark.sample.SampleColumn;
import io.tidemark.sample.SampleColumns;
import io.tidemark.sample.SamplePlan;
import io.tidemark.sample.SampleReadme;
import io.tidemark.spark.table.Failures;
import io.tidemark.spark.table.TableStore;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructType;

/** Makes synthetic applicants, each from its own number, so that any cluster makes the same ones. */
public final class SampleJob {
    /** So many rows go into one file. */
    private static final long ROWS_PER_FILE = 1_000_000;

    private static final String NAME = "applicants";

    private final SparkSession session;

    public SampleJob(SparkSession session) {
        this.session = session;
    }

    /**
     * Writes the table, and a README that lists its columns and the shifts planted in it.
     *
     * @throws io.tidemark.problem.UserMistake if the output cannot be written
     */
    public void make(SampleConfig config, PrintStream out) {
        new TableStore(session, config.output()).checkWritable();
        SamplePlan plan = new SamplePlan(
                config.rows(),
                config.seed(),
                config.firstMonth(),
                config.months(),
                config.shifts(),
                config.scores(),
                new ExtraFeatures(config.extraNumbers(), config.extraCodes()));
        Applicants applicants = new Applicants(plan);
        int files = (int) ((config.rows() + ROWS_PER_FILE - 1) / ROWS_PER_FILE);
        JavaRDD<Row> rows = session.range(0, config.rows(), 1, files)
                .javaRDD()
                .map(index -> RowFactory.create(applicants.row(index)));
        Dataset<Row> table = session.createDataFrame(rows, schema(plan));
        String name = config.format().equals("csv") ? NAME + ".csv.gz" : NAME;
        Path target = new Path(config.output(), name);
        Failures.orMistake(
                () -> {
                    if (config.format().equals("csv") && files == 1) {
                        writeOneFile(table, target);
                    } else {
                        writer(table, config.format()).save(target.toString());
                    }
                    writeText(new Path(config.output(), "README.md"), SampleReadme.markdown(plan, name));
                    return true;
                },
                reason -> Problems.unwritableOutput(config.output(), reason));
        out.println(config.rows() + " applicants in " + target + "; README.md beside them lists what was planted");
    }

    private static DataFrameWriter<Row> writer(Dataset<Row> table, String format) {
        DataFrameWriter<Row> writer = table.write().format(format).mode("overwrite");
        return format.equals("csv") ? writer.option("header", "true").option("compression", "gzip") : writer;
    }

    /** Spark writes a directory; of a small table its only file is put in the directory's place. */
    private void writeOneFile(Dataset<Row> table, Path target) throws IOException {
        FileSystem files = target.getFileSystem(session.sparkContext().hadoopConfiguration());
        Path directory = new Path(target.getParent(), "." + target.getName() + ".parts");
        writer(table, "csv").save(directory.toString());
        FileStatus[] parts = files.globStatus(new Path(directory, "part-*.csv.gz"));
        files.delete(target, true);
        files.rename(parts[0].getPath(), target);
        files.delete(directory, true);
        files.delete(new Path(target.getParent(), "." + target.getName() + ".crc"), false);
    }

    private void writeText(Path path, String text) {
        try {
            FileSystem files = path.getFileSystem(session.sparkContext().hadoopConfiguration());
            try (var stream = files.create(path, true)) {
                stream.write(text.getBytes(StandardCharsets.UTF_8));
            }
            files.delete(new Path(path.getParent(), "." + path.getName() + ".crc"), false);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + path, e);
        }
    }

    private static StructType schema(SamplePlan plan) {
        StructType schema = new StructType();
        for (SampleColumn column : SampleColumns.of(plan)) {
            schema = schema.add(
                    column.name(),
                    type(column.type()),
                    true,
                    new MetadataBuilder().putString("comment", column.meaning()).build());
        }
        return schema;
    }

    private static DataType type(ColumnType type) {
        return switch (type) {
            case STRING -> DataTypes.StringType;
            case INTEGER -> DataTypes.IntegerType;
            case LONG -> DataTypes.LongType;
            case DOUBLE -> DataTypes.DoubleType;
            case DECIMAL -> DataTypes.createDecimalType(12, 2);
            case BOOLEAN -> DataTypes.BooleanType;
            case DATE -> DataTypes.DateType;
            case TIMESTAMP -> DataTypes.TimestampType;
        };
    }
}
