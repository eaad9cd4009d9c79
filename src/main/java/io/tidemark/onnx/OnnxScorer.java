package io.tidemark.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.tidemark.model.BadOutcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Asks a model about one applicant after another; one thread's own.
 *
 * <p>Applicants go one by one: a model whose file fixes the number of rows to one is as good as any, and a score is never a matter of who else
 * was in a batch.
 */
public final class OnnxScorer implements AutoCloseable {
    private final OnnxModel model;
    private final BadOutcome bad;
    private final String output;
    private final List<OnnxInput> inputs;
    private final List<OnnxCells> cells = new ArrayList<>();

    /**
     * Prepares to ask a model.
     *
     * @throws IllegalArgumentException if none of the model's outputs is a score
     */
    public OnnxScorer(OnnxModel model, int columns, BadOutcome bad) {
        this.model = model;
        this.bad = bad;
        this.output = model.probabilities();
        this.inputs = model.inputsFor(columns);
        try {
            for (OnnxInput input : inputs) {
                cells.add(new OnnxCells(model.environment(), input));
            }
        } catch (OrtException e) {
            throw new IllegalStateException("a model's input cannot be made", e);
        }
    }

    /**
     * The probability of the bad outcome. It is undefined where a value is missing that the model has no way to see missing, and where the
     * model says NaN.
     *
     * @param values of the applicant: {@code Number}, {@code Boolean} or {@code String} as the model takes them, or null
     * @throws IllegalStateException if the model fails
     * @throws IllegalArgumentException if what it gives is no score
     */
    public OptionalDouble score(Object[] values) {
        boolean isWhole = true;
        int next = 0;
        for (int i = 0; i < inputs.size(); i++) {
            for (int place = 0; place < inputs.get(i).width(); place++) {
                isWhole &= cells.get(i).put(place, values[next++]);
            }
        }
        if (!isWhole) {
            return OptionalDouble.empty();
        }
        try {
            Map<String, OnnxTensor> tensors = new HashMap<>();
            for (int i = 0; i < inputs.size(); i++) {
                tensors.put(inputs.get(i).name(), cells.get(i).filled());
            }
            try (OrtSession.Result result = model.run(tensors, output)) {
                double probability = OnnxOutput.probability(result.get(0), bad);
                return Double.isNaN(probability) ? OptionalDouble.empty() : OptionalDouble.of(probability);
            }
        } catch (OrtException e) {
            throw new IllegalStateException("the model fails: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        cells.forEach(OnnxCells::close);
    }
}
