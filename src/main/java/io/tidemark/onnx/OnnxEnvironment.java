package io.tidemark.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtLoggingLevel;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * ONNX Runtime's environment, of which a process has one and keeps it; it is closed when the process ends.
 *
 * <p>ONNX Runtime 1.29 recurses for every character of the process's command line while it makes its environment. On a usual thread of 1 MB that
 * ends the process with a segmentation fault from about 3,500 characters on, which a class path, an executor's options or a list of features
 * come to. So it is made on a thread with a stack for hundreds of thousands of them, of which only what is needed is
 * ever touched.
 */
final class OnnxEnvironment {
    private static final long STACK_BYTES = 256L << 20;

    private OnnxEnvironment() {}

    static OrtEnvironment open() {
        FutureTask<OrtEnvironment> made =
                new FutureTask<>(() -> OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR));
        new Thread(null, made, "onnxruntime", STACK_BYTES).start();
        try {
            return made.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("ONNX Runtime does not start", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while ONNX Runtime starts", e);
        }
    }
}
