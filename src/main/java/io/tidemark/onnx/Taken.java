package io.tidemark.onnx;

import ai.onnxruntime.OnnxJavaType;
import java.util.Optional;

/** What a model takes from a column. */
public enum Taken {
    /** Numbers with fractions; a missing one is NaN. */
    NUMBERS("numbers", Double.BYTES),
    /** The same, rounded to the nearest {@code float}. */
    SHORT_NUMBERS("numbers", Float.BYTES),
    /** Whole numbers; none of them says that one is missing. */
    WHOLE_NUMBERS("whole numbers", Long.BYTES),
    /** The same within the range of an {@code int}. */
    SHORT_WHOLE_NUMBERS("whole numbers", Integer.BYTES),
    /** True or false; neither says that it is missing. */
    FLAGS("true or false", 1),
    /** Texts; a missing one is empty. */
    TEXTS("texts", 0);

    private final String words;
    private final int bytes;

    Taken(String words, int bytes) {
        this.words = words;
        this.bytes = bytes;
    }

    /** What it is, in words. */
    public String words() {
        return words;
    }

    int bytes() {
        return bytes;
    }

    static Optional<Taken> of(OnnxJavaType type) {
        return Optional.ofNullable(
                switch (type) {
                    case DOUBLE -> NUMBERS;
                    case FLOAT -> SHORT_NUMBERS;
                    case INT64 -> WHOLE_NUMBERS;
                    case INT32 -> SHORT_WHOLE_NUMBERS;
                    case BOOL -> FLAGS;
                    case STRING -> TEXTS;
                    default -> null;
                });
    }
}
