package io.tidemark.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Options as they may be stored: sorted by their keys, with secrets blotted out. */
final class Redaction {
    private static final String BLOT = "***";
    private static final Pattern SECRET_KEY =
            Pattern.compile("(?i).*(passw|secret|token|credential|access.?key|account.?key|private).*");
    private static final Pattern SECRET_PARAMETER =
            Pattern.compile("(?i)((?:passw\\w*|pwd|secret\\w*|token|sig|access_?key\\w*)=)[^&;\\s]*");
    /** Up to the last @: a password that is not encoded as it should be may hold one, or a slash. */
    private static final Pattern USER_INFO = Pattern.compile("(://[^/:@\\s]*:)\\S*@");

    private Redaction() {}

    static String document(ObjectNode options) {
        try {
            return new ObjectMapper().writeValueAsString(redacted("", options));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a tree of texts can always be written", e);
        }
    }

    private static JsonNode redacted(String key, JsonNode node) {
        ObjectMapper mapper = new ObjectMapper();
        if (node.isObject()) {
            TreeMap<String, JsonNode> sorted = new TreeMap<>();
            node.properties().forEach(entry -> sorted.put(entry.getKey(), redacted(entry.getKey(), entry.getValue())));
            ObjectNode copy = mapper.createObjectNode();
            sorted.forEach(copy::set);
            return copy;
        }
        if (node.isArray()) {
            ArrayNode copy = mapper.createArrayNode();
            node.forEach(element -> copy.add(redacted(key, element)));
            return copy;
        }
        if (SECRET_KEY.matcher(key).matches()) {
            return mapper.getNodeFactory().textNode(BLOT);
        }
        return node.isTextual() ? mapper.getNodeFactory().textNode(withoutSecrets(node.asText())) : node;
    }

    /** Options in the order of their names, secrets blotted out. */
    static SortedMap<String, String> options(Map<String, String> options) {
        SortedMap<String, String> shown = new TreeMap<>();
        options.forEach(
                (key, value) -> shown.put(key, SECRET_KEY.matcher(key).matches() ? BLOT : withoutSecrets(value)));
        return shown;
    }

    static String withoutSecrets(String text) {
        String noUser = USER_INFO.matcher(text).replaceAll("$1" + BLOT + "@");
        return SECRET_PARAMETER.matcher(noUser).replaceAll("$1" + BLOT);
    }
}
