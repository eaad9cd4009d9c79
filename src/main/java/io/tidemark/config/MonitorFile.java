package io.tidemark.config;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.tidemark.cohort.Reference;
import io.tidemark.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads a monitor's YAML file, in which relative paths are relative to the file. */
final class MonitorFile {
    private final Path file;
    private final Request request;
    private final Values values;

    private MonitorFile(Path file, Request request, Values values) {
        this.file = file;
        this.request = request;
        this.values = values;
    }

    /** Takes the values of a file. The request is the command line, which wins. */
    static void read(Path file, Request request, Values values) {
        new MonitorFile(file, request, values).read();
    }

    private void read() {
        JsonNode root;
        try {
            root = new YAMLMapper().readTree(Files.readString(file));
        } catch (JacksonException e) {
            values.complain(Problems.unreadableConfig(file.toString(), firstLine(e.getOriginalMessage())));
            return;
        } catch (IOException e) {
            values.complain(
                    Problems.unreadableConfig(file.toString(), "There is no such file, or it may not be read."));
            return;
        }
        if (!root.isObject()) {
            values.complain(Problems.unreadableConfig(file.toString(), "It does not hold keys with values."));
            return;
        }
        Path folder = file.toAbsolutePath().normalize().getParent();
        String format = inForce("format", root, "csv");
        root.properties().forEach(entry -> {
            String key = entry.getKey();
            if (Options.yamlKeys().contains(key)) {
                values.put(key, entry.getValue());
            } else {
                values.complain(Problems.unknownKey(key, file.toString(), Options.yamlKeys()));
            }
        });
        resolve("output", "", folder);
        resolve("model", "", folder);
        if (SourceConfig.readsFiles(format)) {
            resolve("input", "", folder);
        }
        if (SourceConfig.readsFiles(inForce("reference-format", root, format))) {
            resolve("reference", Reference.TABLE, folder);
        }
    }

    /** A value of the file, unless the command line has it, which wins. */
    private String inForce(String key, JsonNode root, String otherwise) {
        List<String> given = request.options().getOrDefault(key, List.of());
        return given.isEmpty() ? root.path(key).asText(otherwise) : given.get(0);
    }

    /** A relative path in a file is relative to that file. */
    private void resolve(String key, String prefix, Path folder) {
        JsonNode node = values.tree().get(key);
        if (node == null) {
            return;
        }
        if (node.isTextual()) {
            values.tree().put(key, resolved(node.asText(), prefix, folder));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                if (array.get(i).isTextual()) {
                    array.set(i, resolved(array.get(i).asText(), prefix, folder));
                }
            }
        } else if (node instanceof ObjectNode map) {
            map.properties().forEach(entry -> {
                if (entry.getValue().isTextual()) {
                    entry.setValue(TextNode.valueOf(resolved(entry.getValue().asText(), prefix, folder)));
                }
            });
        }
    }

    private static String resolved(String text, String prefix, Path folder) {
        String path = text.startsWith(prefix) ? text.substring(prefix.length()).strip() : "";
        boolean isRelative = !path.isEmpty() && !path.matches("[A-Za-z][A-Za-z0-9+.-]*:.*");
        return isRelative ? prefix + folder.resolve(path).normalize() : text;
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }
}
