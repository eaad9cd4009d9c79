package io.tidemark.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnnxEnvironmentTest {
    @TempDir
    Path folder;

    /** The main class of a process that only starts ONNX Runtime. */
    static final class Start {
        private Start() {}

        public static void main(String[] arguments) {
            OnnxEnvironment.open();
            System.out.println("started");
        }
    }

    /** As long as one argument may be, and short. */
    @ParameterizedTest
    @ValueSource(ints = {1, 130_000})
    void itStartsHoweverLongTheCommandLineIs(int characters) throws Exception {
        Path said = folder.resolve("said");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        Start.class.getName(),
                        "x".repeat(characters))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        Process process = builder.start();
        assertTrue(process.waitFor(5, TimeUnit.MINUTES));
        assertEquals("started", Files.readString(said).strip());
        assertEquals(0, process.exitValue());
    }

    @Test
    void aProcessHasOne() {
        assertEquals(OnnxEnvironment.open(), OnnxEnvironment.open());
    }
}
