package io.tidemark.config;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.tidemark.cohort.Granularity;
import io.tidemark.cohort.Reference;
import io.tidemark.cohort.Reference.OtherTable;
import io.tidemark.feature.FeatureKind;
import io.tidemark.measure.Smoothing;
import io.tidemark.policy.Action;
import io.tidemark.problem.Problems;
import io.tidemark.profile.BinRule;
import io.tidemark.shift.Thresholds;
import io.tidemark.shift.Thresholds.Effects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the options of a run from its YAML file and its command line. */
public final class MonitorReader {
    private final Values values = new Values();

    private MonitorReader() {}

    public static MonitorReading read(Request request) {
        return new MonitorReader().reading(request);
    }

    private MonitorReading reading(Request request) {
        List<String> config = request.options().getOrDefault("config", List.of());
        if (!config.isEmpty()) {
            readYaml(Path.of(config.get(0)), request);
        }
        values.putAll(request);
        values.tree().remove(List.of("config", "verbose"));
        return bind();
    }

    private void readYaml(Path file, Request request) {
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
        String format = inForce("format", request, root, "csv");
        root.properties().forEach(entry -> {
            String key = entry.getKey();
            if (Options.yamlKeys().contains(key)) {
                values.put(key, entry.getValue());
            } else {
                values.complain(Problems.unknownKey(key, file.toString(), Options.yamlKeys()));
            }
        });
        resolve("output", "", folder);
        if (SourceConfig.readsFiles(format)) {
            resolve("input", "", folder);
        }
        if (SourceConfig.readsFiles(inForce("reference-format", request, root, format))) {
            resolve("reference", Reference.TABLE, folder);
        }
    }

    /** A value of the file, unless the command line has it, which wins. */
    private static String inForce(String key, Request request, JsonNode root, String otherwise) {
        List<String> given = request.options().getOrDefault(key, List.of());
        return given.isEmpty() ? root.path(key).asText(otherwise) : given.get(0);
    }

    /** A relative path in a file is relative to that file. */
    private void resolve(String key, String prefix, Path folder) {
        JsonNode node = values.tree().get(key);
        if (node == null || !node.isTextual() || !node.asText().startsWith(prefix)) {
            return;
        }
        String path = node.asText().substring(prefix.length()).strip();
        if (!path.matches("[A-Za-z][A-Za-z0-9+.-]*:.*")) {
            values.tree().put(key, prefix + folder.resolve(path).normalize());
        }
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }

    private MonitorReading bind() {
        ColumnsConfig columns = columns();
        Optional<SourceConfig> source = source();
        Granularity granularity = values.oneOf("cohort", Granularity.ids())
                .map(id -> Granularity.valueOf(id.toUpperCase(Locale.ROOT)))
                .orElse(Granularity.MONTH);
        Reference reference = required("reference", "whom the model knows")
                .flatMap(text -> values.attempt(
                        "reference",
                        text,
                        Reference::parse,
                        "Write FROM..TO, as in 2023-01-01..2023-06-30, or table:SOURCE."))
                .orElse(null);
        long privacyFloor = values.whole("privacy-floor", 10, 1);
        BinRule binRule = new BinRule((int) values.whole("bins", 10, 2), edges(), privacyFloor);
        Smoothing smoothing = values.parsed(
                "smoothing",
                new Smoothing.HalfCount(),
                Smoothing::parse,
                "Accepted: " + String.join(", ", Smoothing.FORMS) + ".");
        Thresholds thresholds = thresholds();
        LocalDate asOf = values.parsed("as-of", null, MonitorReader::day, "Give a day such as 2024-05-31.");
        Optional<String> output = required("output", "where the tables are to be");
        Optional<Action> failOn = values.oneOf("fail-on", Action.names()).map(Action::valueOf);
        Optional<String> monitor = values.text("monitor");
        if (!values.problems().isEmpty()) {
            return new MonitorReading(null, source.orElse(null), columns, values.problems());
        }
        MonitorConfig config = new MonitorConfig(
                monitor.orElseGet(() -> nameOf(source.orElseThrow().location())),
                source.orElseThrow(),
                columns,
                granularity,
                reference,
                referenceSource(reference, source.orElseThrow()),
                binRule,
                smoothing,
                thresholds,
                privacyFloor,
                Optional.ofNullable(asOf),
                output.orElseThrow(),
                failOn,
                Redaction.document(values.tree()));
        return new MonitorReading(config, config.source(), columns, List.of());
    }

    private Optional<String> required(String key, String meaning) {
        int before = values.problems().size();
        Optional<String> text = values.text(key);
        if (text.isEmpty() && values.problems().size() == before) {
            values.complain(Problems.missingOption(key, meaning));
        }
        return text;
    }

    private Optional<SourceConfig> source() {
        Optional<String> input = required("input", "where the applicants are");
        int before = values.problems().size();
        String format = values.oneOf("format", SourceConfig.FORMATS).orElse("csv");
        boolean isKnown = values.problems().size() == before;
        Map<String, String> options = values.map("option");
        return isKnown ? input.map(location -> new SourceConfig(format, location, options)) : Optional.empty();
    }

    private Optional<SourceConfig> referenceSource(Reference reference, SourceConfig source) {
        String format = values.oneOf("reference-format", SourceConfig.FORMATS).orElse(source.format());
        return reference instanceof OtherTable other
                ? Optional.of(new SourceConfig(format, other.source(), source.options()))
                : Optional.empty();
    }

    private ColumnsConfig columns() {
        Map<String, FeatureKind> kinds = new LinkedHashMap<>();
        values.map("kind").forEach((column, kind) -> {
            if (FeatureKind.ids().contains(kind)) {
                kinds.put(column, FeatureKind.valueOf(kind.toUpperCase(Locale.ROOT)));
            } else {
                values.complain(Problems.notOneOf("kind", kind, FeatureKind.ids()));
            }
        });
        Map<String, List<String>> tuned = new LinkedHashMap<>();
        tuned.put("edges", List.copyOf(values.lists("edges").keySet()));
        tuned.put("effects", List.copyOf(values.lists("effects").keySet()));
        return new ColumnsConfig(
                required("time", "which column tells when the applicant applied")
                        .orElse(null),
                values.text("label").orElse(null),
                values.text("score").orElse(null),
                values.text("entity").orElse(null),
                values.list("segment"),
                values.list("exclude"),
                values.list("features"),
                kinds,
                special(),
                tuned);
    }

    /** Special codes; NaN and the infinities are counted apart whether they are named or not. */
    private Map<String, List<Double>> special() {
        Map<String, List<Double>> special = numbers("special");
        special.forEach((column, codes) -> {
            if (!codes.stream().allMatch(Double::isFinite)) {
                values.complain(Problems.badValue(
                        "special",
                        column + "=" + codes,
                        "is not finite",
                        "Leave NaN and infinities out: they are counted apart."));
            }
        });
        return special;
    }

    private Map<String, List<Double>> edges() {
        Map<String, List<Double>> edges = numbers("edges");
        edges.forEach((column, numbers) -> {
            boolean ascends = numbers.size() >= 2;
            for (int i = 1; i < numbers.size(); i++) {
                ascends &= numbers.get(i - 1) < numbers.get(i);
            }
            if (!ascends) {
                values.complain(Problems.badValue(
                        "edges",
                        column + "=" + numbers,
                        "does not ascend",
                        "Give at least two edges, from the lowest up."));
            }
        });
        return edges;
    }

    private Map<String, List<Double>> numbers(String key) {
        Map<String, List<Double>> numbers = new LinkedHashMap<>();
        values.lists(key).forEach((column, texts) -> {
            List<Double> row = new ArrayList<>();
            texts.forEach(text -> values.attempt(key, text, MonitorReader::number, "Give numbers.")
                    .ifPresent(row::add));
            numbers.put(column, row);
        });
        return numbers;
    }

    private Thresholds thresholds() {
        Thresholds convention = Thresholds.CONVENTION;
        String how = "Give a number such as 0.1.";
        double moderate = values.parsed("moderate", convention.effects().moderate(), MonitorReader::positive, how);
        double major =
                values.parsed("major", Math.max(moderate, convention.effects().major()), MonitorReader::positive, how);
        double significance = values.parsed(
                "significance", convention.significance(), MonitorReader::share, "Give a number between 0 and 1.");
        Map<String, Effects> features = new LinkedHashMap<>();
        numbers("effects").forEach((column, pair) -> {
            String text = column + "=" + pair;
            if (pair.size() != 2) {
                values.complain(
                        Problems.badValue("effects", text, "is not a pair", "Give the moderate and the major PSI."));
            } else {
                values.attempt(
                                "effects",
                                text,
                                any -> new Effects(pair.get(0), pair.get(1)),
                                "Give the moderate and the major PSI.")
                        .ifPresent(effects -> features.put(column, effects));
            }
        });
        Optional<Effects> effects = values.attempt(
                "major",
                String.valueOf(major),
                any -> new Effects(moderate, major),
                "Give --major at least --moderate.");
        return new Thresholds(effects.orElse(convention.effects()), features, significance);
    }

    private static double positive(String text) {
        double number = number(text);
        if (!(number > 0)) {
            throw new IllegalArgumentException("is not above 0");
        }
        return number;
    }

    private static double share(String text) {
        double number = number(text);
        if (!(number > 0 && number < 1)) {
            throw new IllegalArgumentException("does not lie between 0 and 1");
        }
        return number;
    }

    /** A number, or {@code inf} for the open end of a scorecard's bins. */
    private static double number(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "inf", "+inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("is not a day of the calendar", e);
        }
    }

    /** The last part of a path or of a table's name, without the endings of files. */
    private static String nameOf(String location) {
        String trimmed = location.replaceAll("/+$", "");
        String last = trimmed.substring(trimmed.lastIndexOf('/') + 1);
        String name = last.replaceAll("(\\.(csv|tsv|json|parquet|orc|gz|bz2|zst))+$", "");
        return name.isEmpty() ? last : name;
    }
}
