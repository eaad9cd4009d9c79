package io.tidemark.spark.score;

import io.tidemark.model.BadOutcome;
import io.tidemark.onnx.OnnxModel;
import io.tidemark.onnx.OnnxScorer;
import java.util.OptionalDouble;
import org.apache.spark.TaskContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.util.TaskCompletionListener;

/** The score of a row. Every task has one of its own, and the model in common with the others of its process. */
final class OnnxScore implements UDF1<Row, Double> {
    private final String name;
    private final String id;
    private final Broadcast<byte[]> file;
    private final int columns;
    private final BadOutcome bad;
    private transient OnnxScorer scorer;

    OnnxScore(String name, String id, Broadcast<byte[]> file, int columns, BadOutcome bad) {
        this.name = name;
        this.id = id;
        this.file = file;
        this.columns = columns;
        this.bad = bad;
    }

    @Override
    public Double call(Row row) {
        if (scorer == null) {
            scorer = new OnnxScorer(OnnxModel.of(id, file::value), columns, bad);
            TaskContext task = TaskContext.get();
            if (task != null) {
                task.addTaskCompletionListener((TaskCompletionListener) ended -> close());
            }
        }
        Object[] values = new Object[columns];
        for (int i = 0; i < columns; i++) {
            values[i] = row.get(i);
        }
        try {
            OptionalDouble score = scorer.score(values);
            return score.isPresent() ? (Double) score.getAsDouble() : null;
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new IllegalStateException("the model '" + name + "' did not score " + row, e);
        }
    }

    private void close() {
        scorer.close();
        scorer = null;
    }
}
