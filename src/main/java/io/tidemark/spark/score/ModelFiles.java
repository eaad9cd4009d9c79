package io.tidemark.spark.score;

import io.tidemark.config.ModelConfig;
import io.tidemark.problem.ModelProblems;
import io.tidemark.problem.Problem;
import io.tidemark.spark.table.Failures;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/** The files of models, wherever Hadoop finds them. */
final class ModelFiles {
    private ModelFiles() {}

    /**
     * The bytes of a file.
     *
     * @throws io.tidemark.problem.UserMistake if it cannot be read
     */
    static byte[] bytes(SparkSession session, ModelConfig model) {
        return Failures.orMistake(() -> bytes(session, new Path(model.path())), reason -> unreadable(model, reason));
    }

    private static byte[] bytes(SparkSession session, Path path) throws IOException {
        FileSystem files = path.getFileSystem(session.sparkContext().hadoopConfiguration());
        FileStatus status = files.getFileStatus(path);
        if (status.isDirectory()) {
            throw new FileNotFoundException("It is a directory.");
        }
        try (var in = files.open(path)) {
            return in.readAllBytes();
        }
    }

    /**
     * A hash of what is in a directory, whatever its files are called: names of parts are another each time a model is saved.
     *
     * @throws io.tidemark.problem.UserMistake if it cannot be read
     */
    static String hash(SparkSession session, ModelConfig model) {
        return Failures.orMistake(
                () -> {
                    Path root = new Path(model.path());
                    FileSystem files = root.getFileSystem(session.sparkContext().hadoopConfiguration());
                    Map<String, String> hashes = new TreeMap<>();
                    var each = files.listFiles(root, true);
                    while (each.hasNext()) {
                        Path path = each.next().getPath();
                        hashes.put(path.toString(), DigestUtils.sha256Hex(bytes(session, path)));
                    }
                    return DigestUtils.sha256Hex(hashes.values().toString());
                },
                reason -> unreadable(model, reason));
    }

    private static Problem unreadable(ModelConfig model, String reason) {
        return ModelProblems.unreadable(model.name(), model.path(), reason);
    }
}
