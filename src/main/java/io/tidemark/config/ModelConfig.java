package io.tidemark.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A model that is applied within the job.
 *
 * @param name the column that its scores become
 * @param path a file in ONNX's format, or the directory of an MLlib {@code PipelineModel}
 * @param features the columns that it takes, in the order of its training; empty where it says so itself
 */
public record ModelConfig(String name, String path, List<String> features) {
    public ModelConfig {
        features = List.copyOf(features);
    }

    public boolean isOnnx() {
        return path.toLowerCase(Locale.ROOT).endsWith(".onnx");
    }

    /** The names in a model's own note of them: a list as JSON or Python write it, or names with commas between them. */
    public static List<String> names(String note) {
        List<String> names = new ArrayList<>();
        try {
            JsonNode list = new YAMLMapper().readTree(note);
            if (list.isArray()) {
                list.forEach(name -> names.add(name.asText()));
                return names;
            }
        } catch (JsonProcessingException e) {
            // Then it is no list of either kind.
        }
        return Arrays.stream(note.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
