package io.tidemark.config;

import io.tidemark.cohort.Granularity;
import io.tidemark.cohort.Maturity.OutcomeDate;
import io.tidemark.cohort.Reference;
import io.tidemark.cohort.Reference.OtherTable;
import io.tidemark.cohort.SegmentKey;
import io.tidemark.cohort.Window;
import io.tidemark.feature.FeatureKind;
import io.tidemark.incident.Accepted;
import io.tidemark.incident.DataIncident;
import io.tidemark.measure.Smoothing;
import io.tidemark.model.ScoredModel;
import io.tidemark.policy.Action;
import io.tidemark.problem.Problems;
import io.tidemark.profile.BinRule;
import io.tidemark.shift.AlarmRule;
import io.tidemark.shift.DomainModel;
import io.tidemark.shift.Importance;
import io.tidemark.shift.Thresholds;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the options of a run from its YAML file and its command line. */
public final class MonitorReader {
    private final Values values = new Values();
    private final ShiftOptions shiftOptions = new ShiftOptions(values);
    private final CostOptions costOptions = new CostOptions(values);

    private MonitorReader() {}

    public static MonitorReading read(Request request) {
        return new MonitorReader().reading(request);
    }

    private MonitorReading reading(Request request) {
        List<String> config = request.options().getOrDefault("config", List.of());
        if (!config.isEmpty()) {
            MonitorFile.read(Path.of(config.get(0)), request, values);
        }
        values.putAll(request);
        values.tree().remove(List.of("config", "verbose"));
        return bind();
    }

    private MonitorReading bind() {
        OutcomeConfig outcomes = new OutcomeOptions(values).outcomes();
        Importance importance = shiftOptions.importance();
        Accepted accepted = accepted();
        ColumnsConfig columns = columns(outcomes, importance, accepted);
        List<ModelConfig> models = new ModelOptions(values).models(outcomes.models());
        Optional<SourceConfig> source = source();
        Granularity granularity = values.oneOf("cohort", Granularity.ids())
                .map(id -> Granularity.valueOf(id.toUpperCase(Locale.ROOT)))
                .orElse(Granularity.MONTH);
        List<Reference> references = references();
        List<Window> quarantine = quarantine();
        long privacyFloor = values.whole("privacy-floor", 10, 1);
        BinRule binRule = new BinRule((int) values.whole("bins", 10, 2), edges(), privacyFloor);
        Smoothing smoothing = values.parsed(
                "smoothing",
                new Smoothing.HalfCount(),
                Smoothing::parse,
                "Accepted: " + String.join(", ", Smoothing.FORMS) + ".");
        Thresholds thresholds = shiftOptions.thresholds();
        AlarmRule alarms = shiftOptions.alarms();
        DomainModel together = values.oneOf("together", DomainModel.ids())
                .map(id -> DomainModel.valueOf(id.toUpperCase(Locale.ROOT)))
                .orElse(DomainModel.NONE);
        DecisionConfig decision = new DecisionConfig(costOptions.costs(), costOptions.policy(), accepted);
        LocalDate asOf = values.parsed("as-of", null, Values::day, "Give a day such as 2024-05-31.");
        Optional<String> output = required("output", "where the tables are to be");
        Optional<Action> failOn = values.oneOf("fail-on", Action.names()).map(Action::valueOf);
        Optional<String> monitor = values.text("monitor");
        if (!values.problems().isEmpty()) {
            return new MonitorReading(null, source.orElse(null), columns, models, values.problems());
        }
        MonitorConfig config = new MonitorConfig(
                monitor.orElseGet(() -> nameOf(source.orElseThrow().location())),
                source.orElseThrow(),
                columns,
                outcomes,
                granularity,
                references,
                referenceSources(references, source.orElseThrow()),
                quarantine,
                binRule,
                smoothing,
                thresholds,
                alarms,
                importance,
                together,
                decision,
                privacyFloor,
                Optional.ofNullable(asOf),
                output.orElseThrow(),
                failOn,
                Redaction.document(values.tree()));
        return new MonitorReading(config, config.source(), columns, models, List.of());
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

    private List<Reference> references() {
        List<String> texts = values.list("reference");
        if (texts.isEmpty()) {
            values.complain(Problems.missingOption("reference", "whom the model knows"));
        }
        List<Reference> references = new ArrayList<>();
        String how = "Accepted: " + String.join(", ", Reference.FORMS) + ", as in 2023-01-01..2023-06-30.";
        texts.forEach(text -> values.attempt("reference", text, Reference::parse, how)
                .ifPresent(reference -> {
                    if (references.contains(reference)) {
                        values.complain(Problems.badValue("reference", text, "is there twice", "Give it once."));
                    }
                    references.add(reference);
                }));
        return references;
    }

    private List<Window> quarantine() {
        List<Window> windows = new ArrayList<>();
        values.list("quarantine")
                .forEach(text -> values.attempt(
                                "quarantine", text, Window::parse, "Write FROM..TO, as in 2023-03-01..2023-03-31.")
                        .ifPresent(windows::add));
        return windows;
    }

    private Accepted accepted() {
        Map<String, LocalDate> through = new LinkedHashMap<>();
        values.map("accepted")
                .forEach((column, text) -> values.attempt(
                                "accepted", text.strip(), Values::day, "Give " + column + " a day, such as 2024-05-31.")
                        .ifPresent(day -> through.put(column, day)));
        return new Accepted(through);
    }

    private Map<OtherTable, SourceConfig> referenceSources(List<Reference> references, SourceConfig source) {
        String format = values.oneOf("reference-format", SourceConfig.FORMATS).orElse(source.format());
        Map<OtherTable, SourceConfig> sources = new LinkedHashMap<>();
        for (Reference reference : references) {
            if (reference instanceof OtherTable other) {
                sources.put(other, new SourceConfig(format, other.source(), source.options()));
            }
        }
        return sources;
    }

    private ColumnsConfig columns(OutcomeConfig outcomes, Importance importance, Accepted accepted) {
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
        tuned.put("effects", shiftOptions.tunedColumns());
        tuned.put("importance", List.copyOf(importance.given().keySet()));
        tuned.put(
                "accepted",
                accepted.through().keySet().stream()
                        .filter(column -> !column.equals(DataIncident.TABLE))
                        .sorted()
                        .toList());
        return new ColumnsConfig(
                required("time", "which column tells when the applicant applied")
                        .orElse(null),
                outcomes.label(),
                outcomes.maturity() instanceof OutcomeDate date ? date.column() : null,
                outcomes.models().stream().map(ScoredModel::name).toList(),
                values.text("entity").orElse(null),
                segments(),
                values.list("exclude"),
                values.list("features"),
                kinds,
                special(),
                tuned);
    }

    private List<SegmentKey> segments() {
        Set<SegmentKey> segments = new LinkedHashSet<>();
        values.list("segment")
                .forEach(text -> values.attempt(
                                "segment",
                                text,
                                SegmentKey::parse,
                                "Name a column, or cross columns as in channel*region.")
                        .ifPresent(segments::add));
        values.list("protected").forEach(column -> segments.add(new SegmentKey(List.of(column))));
        return List.copyOf(segments);
    }

    /** Special codes; NaN and the infinities are counted apart whether they are named or not. */
    private Map<String, List<Double>> special() {
        Map<String, List<Double>> special = values.numbers("special");
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
        Map<String, List<Double>> edges = values.numbers("edges");
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

    /** The last part of a path or of a table's name, without the endings of files. */
    private static String nameOf(String location) {
        String trimmed = location.replaceAll("/+$", "");
        String last = trimmed.substring(trimmed.lastIndexOf('/') + 1);
        String name = last.replaceAll("(\\.(csv|tsv|json|parquet|orc|gz|bz2|zst))+$", "");
        return name.isEmpty() ? last : name;
    }
}
