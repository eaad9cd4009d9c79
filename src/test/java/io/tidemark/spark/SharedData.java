package io.tidemark.spark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** Real data that the project may not publish: tests that need it say so where it is not there. */
final class SharedData {
    private SharedData() {}

    static Path file(String name) {
        Path folder = Path.of(
                Optional.ofNullable(System.getenv("TIDEMARK_SHARED_DATA")).orElse("../shared/data"));
        Path file = folder.resolve(name);
        Assumptions.assumeTrue(
                Files.exists(file), () -> file + " is not there: set TIDEMARK_SHARED_DATA to the folder that holds it");
        return file;
    }
}
