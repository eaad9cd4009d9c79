package io.tidemark.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.TensorInfo;
import java.util.Optional;

/**
 * An input of a model: a tensor with a row for each applicant.
 *
 * @param shape one applicant's: of one axis for a single value, or of two
 * @param width how many columns it takes; 0 where the model leaves that open
 */
record OnnxInput(String name, Taken taken, Shape shape, int width) {
    enum Shape {
        /** {@code [N]}. */
        LIST,
        /** {@code [N, columns]}. */
        TABLE
    }

    /** The tensor of an input; empty if no applicant fits it. */
    static Optional<OnnxInput> of(NodeInfo node) {
        if (!(node.getInfo() instanceof TensorInfo tensor)) {
            return Optional.empty();
        }
        long[] axes = tensor.getShape();
        boolean isTable = axes.length == 2;
        if (axes.length < 1 || axes.length > 2 || axes[0] > 1 || (isTable && axes[1] == 0)) {
            return Optional.empty();
        }
        Shape shape = isTable ? Shape.TABLE : Shape.LIST;
        int width = isTable ? Math.toIntExact(Math.max(axes[1], 0)) : 1;
        return Taken.of(tensor.type).map(taken -> new OnnxInput(node.getName(), taken, shape, width));
    }

    OnnxInput withWidth(int columns) {
        return new OnnxInput(name, taken, shape, columns);
    }

    /** The shape of one applicant's tensor. */
    long[] axes() {
        return shape == Shape.TABLE ? new long[] {1, width} : new long[] {1};
    }

    /** As the user may read it. */
    String shown() {
        String columns = width == 0 ? "any number of" : String.valueOf(width);
        return "'" + name + "' has " + columns + " columns of " + taken.words();
    }
}
