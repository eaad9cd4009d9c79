package io.tidemark.measure;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/** Real data that is not ours to publish: in the folder that TIDEMARK_SHARED_DATA names, or beside the project. */
public final class SharedData {
    private static final String VARIABLE = "TIDEMARK_SHARED_DATA";
    private static final Path FOLDER = Path.of(System.getenv().getOrDefault(VARIABLE, "../shared/data"));

    private SharedData() {}

    /** A file or folder of the shared data; without it the test is skipped, in words. */
    public static Path path(String name) {
        Path path = FOLDER.resolve(name).toAbsolutePath().normalize();
        assumeTrue(
                Files.exists(path),
                "not compared: there is no " + path + " (set " + VARIABLE + " to the folder of the data)");
        return path;
    }

    /** Hands over the rows of a CSV file one by one, each as a map from column to text. */
    public static void forEachRow(Path file, Consumer<Map<String, String>> action) throws IOException {
        boolean zipped = file.toString().endsWith(".gz");
        try (var in = Files.newInputStream(file);
                var unzipped = zipped ? new GZIPInputStream(in) : in;
                var lines = new BufferedReader(new InputStreamReader(unzipped, StandardCharsets.UTF_8))) {
            List<String> header = fields(lines.readLine());
            lines.lines().forEach(line -> action.accept(row(header, fields(line))));
        } catch (UncheckedIOException e) {
            throw new IOException("cannot read " + file, e);
        }
    }

    private static Map<String, String> row(List<String> header, List<String> fields) {
        return IntStream.range(0, header.size()).boxed().collect(Collectors.toMap(header::get, fields::get));
    }

    /** The fields of a line; a quoted one may hold commas and doubled quotes, but no line end. */
    static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                field.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
