package io.tidemark.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** One applicant's values for one input, in memory that is used again for the next. */
final class OnnxCells implements AutoCloseable {
    private final OrtEnvironment environment;
    private final OnnxInput input;
    private final ByteBuffer bytes;
    private final String[] texts;
    private OnnxTensor tensor;

    OnnxCells(OrtEnvironment environment, OnnxInput input) throws OrtException {
        this.environment = environment;
        this.input = input;
        this.texts = new String[input.width()];
        this.bytes =
                ByteBuffer.allocateDirect(input.width() * input.taken().bytes()).order(ByteOrder.nativeOrder());
        if (input.taken() != Taken.TEXTS) {
            // It reads the buffer as it is when the model runs.
            tensor = tensor();
        }
    }

    private OnnxTensor tensor() throws OrtException {
        long[] axes = input.axes();
        return switch (input.taken()) {
            case NUMBERS -> OnnxTensor.createTensor(environment, bytes.asDoubleBuffer(), axes);
            case SHORT_NUMBERS -> OnnxTensor.createTensor(environment, bytes.asFloatBuffer(), axes);
            case WHOLE_NUMBERS -> OnnxTensor.createTensor(environment, bytes.asLongBuffer(), axes);
            case SHORT_WHOLE_NUMBERS -> OnnxTensor.createTensor(environment, bytes.asIntBuffer(), axes);
            case FLAGS -> OnnxTensor.createTensor(environment, bytes, axes, OnnxJavaType.BOOL);
            case TEXTS -> OnnxTensor.createTensor(environment, texts, axes);
        };
    }

    /** Takes a value; false if it is missing and the input has no way to say so. */
    boolean put(int place, Object value) {
        int at = place * input.taken().bytes();
        boolean isMissing = value == null;
        switch (input.taken()) {
            case NUMBERS -> bytes.putDouble(at, isMissing ? Double.NaN : ((Number) value).doubleValue());
            case SHORT_NUMBERS -> bytes.putFloat(at, isMissing ? Float.NaN : ((Number) value).floatValue());
            case WHOLE_NUMBERS -> bytes.putLong(at, isMissing ? 0 : ((Number) value).longValue());
            case SHORT_WHOLE_NUMBERS -> bytes.putInt(at, isMissing ? 0 : Math.toIntExact(((Number) value).longValue()));
            case FLAGS -> bytes.put(at, (byte) (!isMissing && (Boolean) value ? 1 : 0));
            case TEXTS -> texts[place] = isMissing ? "" : (String) value;
        }
        return switch (input.taken()) {
            case NUMBERS, SHORT_NUMBERS, TEXTS -> true;
            case WHOLE_NUMBERS, SHORT_WHOLE_NUMBERS, FLAGS -> !isMissing;
        };
    }

    /** The tensor of the values that were put last. */
    OnnxTensor filled() throws OrtException {
        if (input.taken() == Taken.TEXTS) {
            // Texts are copied when the tensor is made.
            close();
            tensor = tensor();
        }
        return tensor;
    }

    @Override
    public void close() {
        if (tensor != null) {
            tensor.close();
        }
    }
}
