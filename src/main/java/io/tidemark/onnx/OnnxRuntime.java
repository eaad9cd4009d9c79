package io.tidemark.onnx;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** ONNX Runtime, which is not in Tidemark's jar. */
public final class OnnxRuntime {
    private OnnxRuntime() {}

    /** Whether a class loader finds it. */
    public static boolean isOn(ClassLoader loader) {
        try {
            Class.forName("ai.onnxruntime.OrtEnvironment", false, loader);
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /** Under which name Maven and Spark's {@code --packages} know it, in the version that this was built with. */
    public static String coordinates() {
        Properties properties = new Properties();
        try (InputStream in = OnnxRuntime.class.getResourceAsStream("onnxruntime.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("the jar lacks the version of ONNX Runtime", e);
        }
        return properties.getProperty("coordinates");
    }
}
