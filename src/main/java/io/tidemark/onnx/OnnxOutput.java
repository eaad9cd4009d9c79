package io.tidemark.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxMap;
import ai.onnxruntime.OnnxSequence;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.SequenceInfo;
import ai.onnxruntime.TensorInfo;
import io.tidemark.model.BadOutcome;
import java.nio.DoubleBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the probability of the bad outcome from what a model gives. */
final class OnnxOutput {
    private OnnxOutput() {}

    /**
     * The output that holds probabilities: the only one of numbers with fractions, or of maps to them; of several, the one that is named so.
     *
     * @throws IllegalArgumentException if there is none, or no telling which
     */
    static String choose(Collection<NodeInfo> outputs) {
        List<String> candidates = outputs.stream()
                .filter(OnnxOutput::mayHoldProbabilities)
                .map(NodeInfo::getName)
                .toList();
        List<String> named = candidates.stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).contains("prob"))
                .toList();
        List<String> chosen = candidates.size() == 1 ? candidates : named;
        if (chosen.size() != 1) {
            throw new IllegalArgumentException("of its outputs ("
                    + String.join(", ", outputs.stream().map(NodeInfo::getName).toList())
                    + ") " + (chosen.isEmpty() ? "none holds probabilities" : "more than one may hold probabilities"));
        }
        return chosen.get(0);
    }

    private static boolean mayHoldProbabilities(NodeInfo output) {
        if (output.getInfo() instanceof TensorInfo tensor) {
            return isFraction(tensor.type);
        }
        return output.getInfo() instanceof SequenceInfo sequence
                && sequence.isSequenceOfMaps()
                && isFraction(sequence.mapInfo.valueType);
    }

    private static boolean isFraction(OnnxJavaType type) {
        return type == OnnxJavaType.FLOAT || type == OnnxJavaType.DOUBLE;
    }

    /**
     * The probability in what a model gives for one applicant.
     *
     * @throws IllegalArgumentException if it is not that of one of two outcomes
     */
    static double probability(OnnxValue value, BadOutcome bad) throws OrtException {
        if (value instanceof OnnxSequence sequence) {
            return ofMaps(sequence, bad);
        }
        OnnxTensor tensor = (OnnxTensor) value;
        DoubleBuffer numbers = numbers(tensor);
        return switch (numbers.remaining()) {
            case 1 -> numbers.get(0);
            case 2 -> numbers.get(bad.place());
            default ->
                throw new IllegalArgumentException(
                        "it gives " + numbers.remaining() + " numbers for an applicant, where 1 or 2 are expected");
        };
    }

    private static DoubleBuffer numbers(OnnxTensor tensor) {
        if (tensor.getInfo().type == OnnxJavaType.DOUBLE) {
            return tensor.getDoubleBuffer();
        }
        var floats = tensor.getFloatBuffer();
        double[] numbers = new double[floats.remaining()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = floats.get(i);
        }
        return DoubleBuffer.wrap(numbers);
    }

    private static double ofMaps(OnnxSequence sequence, BadOutcome bad) throws OrtException {
        List<? extends OnnxValue> maps = sequence.getValue();
        try {
            return ofMap(((OnnxMap) maps.get(0)).getValue(), bad);
        } finally {
            maps.forEach(OnnxValue::close);
        }
    }

    private static double ofMap(Map<?, ?> byClass, BadOutcome bad) {
        List<Object> classes = new ArrayList<>(byClass.keySet());
        if (classes.size() != 2) {
            throw new IllegalArgumentException("it knows " + classes.size() + " classes: " + classes);
        }
        List<String> names = classes.stream().map(String::valueOf).toList();
        int place = bad.place(names)
                .orElseThrow(() -> new IllegalArgumentException(
                        "its classes do not tell which of them is bad: " + String.join(", ", names)));
        return ((Number) byClass.get(classes.get(place))).doubleValue();
    }
}
