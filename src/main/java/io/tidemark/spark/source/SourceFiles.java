package io.tidemark.spark.source;

import static org.apache.spark.sql.functions.col;

import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import org.apache.spark.sql.catalyst.plans.logical.SubqueryAlias;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.delta.files.TahoeFileIndex;
import org.apache.spark.sql.execution.datasources.FileIndex;
import org.apache.spark.sql.execution.datasources.HadoopFsRelation;
import org.apache.spark.sql.execution.datasources.LogicalRelation;
import org.apache.spark.sql.execution.datasources.PartitioningAwareFileIndex;
import org.apache.spark.sql.execution.datasources.orc.OrcFileFormat;
import org.apache.spark.sql.execution.datasources.parquet.ParquetFileFormat;
import scala.Option;
import scala.collection.immutable.Nil$;
import scala.jdk.javaapi.CollectionConverters;

/** The files that a table consists of, each with what changes when its rows do. */
public final class SourceFiles {
    private SourceFiles() {}

    /** Path and identity of every file; empty where rows do not come straight from files: from a database, or a view that computes. */
    public static Optional<SortedMap<String, String>> of(Dataset<Row> table) {
        var classic = (org.apache.spark.sql.classic.Dataset<Row>) table;
        LogicalPlan plan = classic.queryExecution().optimizedPlan();
        while (plan instanceof SubqueryAlias || plan instanceof Project) {
            if (plan instanceof Project project && !isPlain(project)) {
                return Optional.empty();
            }
            plan = plan.children().head();
        }
        return plan instanceof LogicalRelation relation && relation.relation() instanceof HadoopFsRelation files
                ? of(files.location())
                : Optional.empty();
    }

    /** The rows of some of a table's files. */
    static Dataset<Row> rowsIn(Dataset<Row> table, Collection<String> paths) {
        Optional<HadoopFsRelation> relation = relation(table);
        if (relation.isPresent() && relation.get().location() instanceof TahoeFileIndex delta) {
            // A Delta table finds its files by their statistics, and reads all where their names are asked for.
            List<AddFile> some = CollectionConverters.asJava(delta.matchingFiles(nothing(), nothing())).stream()
                    .filter(file -> paths.contains(path(delta, file)))
                    .toList();
            return delta.deltaLog()
                    .createDataFrame(delta, CollectionConverters.asScala(some).toSeq(), false, Option.empty());
        }
        return table.where(col("_metadata.file_path").isin(paths.toArray()));
    }

    /**
     * Whether it costs each row something to say which files are wanted, while a file without wanted times would be skipped by what it says of them
     * itself.
     */
    static boolean areSkippedByTheirTimes(Dataset<Row> table) {
        return relation(table)
                .filter(files -> !(files.location() instanceof TahoeFileIndex))
                .filter(files ->
                        files.fileFormat() instanceof ParquetFileFormat || files.fileFormat() instanceof OrcFileFormat)
                .isPresent();
    }

    private static Optional<HadoopFsRelation> relation(Dataset<Row> table) {
        var classic = (org.apache.spark.sql.classic.Dataset<Row>) table;
        LogicalPlan leaf =
                classic.queryExecution().optimizedPlan().collectLeaves().head();
        return leaf instanceof LogicalRelation relation && relation.relation() instanceof HadoopFsRelation files
                ? Optional.of(files)
                : Optional.empty();
    }

    private static boolean isPlain(Project project) {
        return CollectionConverters.asJava(project.projectList()).stream().allMatch(Attribute.class::isInstance);
    }

    private static Optional<SortedMap<String, String>> of(FileIndex index) {
        SortedMap<String, String> files = new TreeMap<>();
        if (index instanceof TahoeFileIndex delta) {
            CollectionConverters.asJava(delta.matchingFiles(nothing(), nothing()))
                    .forEach(file -> {
                        Object deleted = file.deletionVector() == null
                                ? ""
                                : file.deletionVector().uniqueId();
                        files.put(path(delta, file), file.size() + " " + deleted);
                    });
            return Optional.of(files);
        }
        if (index instanceof PartitioningAwareFileIndex listed) {
            CollectionConverters.asJava(listed.allFiles())
                    .forEach(file -> files.put(path(file.getPath()), file.getLen() + " " + file.getModificationTime()));
            return Optional.of(files);
        }
        return Optional.empty();
    }

    @SuppressWarnings("unchecked") // an empty sequence is one of whatever is asked for
    private static <T> scala.collection.immutable.Seq<T> nothing() {
        return (scala.collection.immutable.Seq<T>) Nil$.MODULE$;
    }

    /** A path as {@code _metadata.file_path} has it. */
    private static String path(Path path) {
        // The slashes of a URI without an authority are as many as they were, unless it is made of a text.
        return new Path(path.toString()).toUri().toString();
    }

    private static String path(TahoeFileIndex delta, AddFile file) {
        return path(delta.absolutePath(file.path()));
    }

    /** The path of a file by the name that {@code input_file_name()} gives it. */
    static String pathOf(String inputFileName) {
        return path(new Path(URI.create(inputFileName)));
    }
}
