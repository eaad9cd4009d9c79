package io.tidemark.config;

import io.tidemark.cohort.Cooldown;
import io.tidemark.measure.Measure;
import io.tidemark.measure.Measures;
import io.tidemark.measure.PopulationStabilityIndex;
import io.tidemark.problem.Problems;
import io.tidemark.shift.AlarmRule;
import io.tidemark.shift.Importance;
import io.tidemark.shift.Multiplicity;
import io.tidemark.shift.Thresholds;
import io.tidemark.shift.Thresholds.Effects;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what decides over severities and alarms. */
final class ShiftOptions {
    private static final String SEPARATOR = ":";
    private static final AlarmRule TWO_OF_THREE = new AlarmRule(2, 3, new Cooldown(List.of(), 0));
    private static final long COOLDOWN = 2;

    private final Values values;

    ShiftOptions(Values values) {
        this.values = values;
    }

    Thresholds thresholds() {
        Thresholds convention = Thresholds.CONVENTION;
        Effects usual = convention.psi(Thresholds.ANY);
        String how = "Give a number such as 0.1.";
        double moderate = values.parsed("moderate", usual.moderate(), ShiftOptions::positive, how);
        double major = values.parsed("major", Math.max(moderate, usual.major()), ShiftOptions::positive, how);
        double significance = values.parsed(
                "significance", convention.significance(), ShiftOptions::share, "Give a number between 0 and 1.");
        Multiplicity multiplicity = values.oneOf("multiplicity", Multiplicity.ids())
                .map(Multiplicity::ofId)
                .orElse(convention.multiplicity());
        Optional<Effects> psi = values.attempt(
                "major",
                String.valueOf(major),
                any -> new Effects(moderate, major),
                "Give --major at least --moderate.");
        Map<String, Map<String, Effects>> effects = new LinkedHashMap<>();
        effects.computeIfAbsent(PopulationStabilityIndex.ID, id -> new LinkedHashMap<>())
                .put(Thresholds.ANY, psi.orElse(usual));
        addEffects(effects);
        return new Thresholds(effects, significance, multiplicity);
    }

    /** Weights of features; without them, what they tell of outcomes. */
    Importance importance() {
        Map<String, Double> given = new LinkedHashMap<>();
        values.map("importance")
                .forEach((feature, text) -> values.attempt(
                                "importance", text, ShiftOptions::weight, "Give weights of 0 or more, such as 0.25.")
                        .ifPresent(weight -> given.put(feature, weight)));
        if (!given.isEmpty() && given.values().stream().allMatch(weight -> weight == 0)) {
            values.complain(Problems.badValue(
                    "importance", given.toString(), "has no weight above 0", "Give one feature a weight."));
        }
        return new Importance(given);
    }

    private static double weight(String text) {
        double weight = Values.number(text);
        if (!(weight >= 0 && Double.isFinite(weight))) {
            throw new IllegalArgumentException("is no weight");
        }
        return weight;
    }

    private void addEffects(Map<String, Map<String, Effects>> effects) {
        String how = "Give the moderate and the major value.";
        values.numbers("effects").forEach((name, pair) -> {
            String text = name + "=" + pair;
            if (pair.size() != 2) {
                values.complain(Problems.badValue("effects", text, "is not a pair", how));
                return;
            }
            values.attempt("effects", text, any -> new Effects(pair.get(0), pair.get(1)), how)
                    .ifPresent(given -> effects.computeIfAbsent(measure(name), id -> new LinkedHashMap<>())
                            .put(column(name), given));
        });
    }

    /** The columns that have effects of their own. */
    List<String> tunedColumns() {
        return values.lists("effects").keySet().stream()
                .map(ShiftOptions::column)
                .filter(column -> !column.equals(Thresholds.ANY))
                .distinct()
                .toList();
    }

    private static String measure(String name) {
        return Measures.ALL.stream()
                .map(Measure::card)
                .map(card -> card.id())
                .filter(id -> name.startsWith(id + SEPARATOR))
                .findFirst()
                .orElse(PopulationStabilityIndex.ID);
    }

    private static String column(String name) {
        String prefix = measure(name) + SEPARATOR;
        return name.startsWith(prefix) ? name.substring(prefix.length()) : name;
    }

    AlarmRule alarms() {
        List<LocalDate> retrained = new ArrayList<>();
        values.list("retrained")
                .forEach(text -> values.attempt("retrained", text, Values::day, "Give days such as 2024-05-31.")
                        .ifPresent(retrained::add));
        int cohorts = (int) values.whole("cooldown", COOLDOWN, 0);
        Cooldown cooldown = new Cooldown(retrained, cohorts);
        return values.parsed(
                "persistence",
                new AlarmRule(TWO_OF_THREE.required(), TWO_OF_THREE.outOf(), cooldown),
                text -> rule(text, cooldown),
                "Give K/N, as in 2/3 for two of the last three cohorts.");
    }

    private static AlarmRule rule(String text, Cooldown cooldown) {
        String[] parts = text.split("/", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("is not K/N");
        }
        return new AlarmRule(Integer.parseInt(parts[0].strip()), Integer.parseInt(parts[1].strip()), cooldown);
    }

    private static double positive(String text) {
        double number = Values.number(text);
        if (!(number > 0)) {
            throw new IllegalArgumentException("is not above 0");
        }
        return number;
    }

    private static double share(String text) {
        double number = Values.number(text);
        if (!(number > 0 && number < 1)) {
            throw new IllegalArgumentException("does not lie between 0 and 1");
        }
        return number;
    }
}
