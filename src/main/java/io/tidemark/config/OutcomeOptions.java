package io.tidemark.config;

import io.tidemark.cohort.Maturity;
import io.tidemark.cohort.SegmentKey;
import io.tidemark.model.BadOutcome;
import io.tidemark.model.Recipe;
import io.tidemark.model.ScoredModel;
import io.tidemark.model.ScoredModel.Role;
import io.tidemark.model.ScoredModel.Scale;
import io.tidemark.problem.Problems;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what is known of outcomes and models. */
final class OutcomeOptions {
    static final String NO_RECIPE = "none";

    private final Values values;

    OutcomeOptions(Values values) {
        this.values = values;
    }

    OutcomeConfig outcomes() {
        Optional<String> label = values.text("label");
        BadOutcome bad = values.text("positive")
                .map(value -> new BadOutcome(List.of(value)))
                .orElse(BadOutcome.USUAL);
        Maturity maturity = values.parsed(
                "maturity",
                new Maturity.AtOnce(),
                Maturity::parse,
                "Accepted: " + String.join(", ", Maturity.FORMS) + ".");
        LocalDate trainedThrough =
                values.parsed("trained-through", null, Values::day, "Give a day such as 2023-06-30.");
        List<Recipe> recipes =
                recipes(label.isPresent() && values.text("maturity").isPresent());
        OptionalInt window = values.text("training-window").isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of((int) Math.min(values.whole("training-window", 1, 1), Integer.MAX_VALUE));
        if (label.isEmpty()) {
            List.of("positive", "maturity", "recipe").forEach(this::needsLabel);
        }
        Set<String> protectedKeys = values.list("protected").stream()
                .map(column -> new SegmentKey(List.of(column)).name())
                .collect(Collectors.toSet());
        return new OutcomeConfig(
                label.orElse(null),
                bad,
                maturity,
                models(),
                Optional.ofNullable(trainedThrough),
                recipes,
                window,
                protectedKeys);
    }

    private void needsLabel(String key) {
        List<String> given = values.list(key);
        if (!given.isEmpty() && !given.equals(List.of(NO_RECIPE))) {
            values.complain(Problems.badValue(
                    key,
                    String.join(", ", given),
                    "has no label to go with",
                    "Name the column of the outcome by --label."));
        }
    }

    /** @param isKnownWhen whether it was said when outcomes are final: models are not trained unasked on those that may not be */
    private List<Recipe> recipes(boolean isKnownWhen) {
        List<String> texts = values.list("recipe");
        if (texts.isEmpty()) {
            return isKnownWhen ? List.of(Recipe.LOGISTIC) : List.of();
        }
        if (texts.equals(List.of(NO_RECIPE))) {
            return List.of();
        }
        List<Recipe> recipes = new ArrayList<>();
        for (String text : texts) {
            if (!Recipe.ids().contains(text)) {
                List<String> accepted = new ArrayList<>(Recipe.ids());
                accepted.add(NO_RECIPE);
                values.complain(Problems.notOneOf("recipe", text, accepted));
            } else if (!recipes.contains(Recipe.ofId(text))) {
                recipes.add(Recipe.ofId(text));
            }
        }
        return recipes;
    }

    /** The champion first; the first that is named, where none is called so. */
    private List<ScoredModel> models() {
        Map<String, Role> roles = roles();
        Map<String, Scale> scales = scales(roles);
        Map<String, Double> cutoffs = cutoffs(roles);
        return roles.entrySet().stream()
                .map(entry -> new ScoredModel(
                        entry.getKey(),
                        entry.getValue(),
                        scales.getOrDefault(entry.getKey(), Scale.PROBABILITY),
                        cutoffs.getOrDefault(entry.getKey(), Double.NaN)))
                .sorted(Comparator.comparing(ScoredModel::role))
                .toList();
    }

    private Map<String, Role> roles() {
        Map<String, Role> roles = new LinkedHashMap<>();
        Map<String, Optional<Role>> named = new LinkedHashMap<>();
        values.list("score").forEach(text -> {
            int colon = text.lastIndexOf(':');
            boolean hasRole = colon > 0 && Role.ids().contains(text.substring(colon + 1));
            String name = hasRole ? text.substring(0, colon) : text;
            Optional<Role> role = hasRole ? Optional.of(Role.ofId(text.substring(colon + 1))) : Optional.empty();
            if (named.putIfAbsent(name, role) != null) {
                values.complain(Problems.badValue("score", text, "is there twice", "Give it once."));
            }
        });
        boolean hasChampion = named.containsValue(Optional.of(Role.CHAMPION));
        named.forEach((name, role) -> roles.put(
                name,
                role.orElse(hasChampion || roles.containsValue(Role.CHAMPION) ? Role.CHALLENGER : Role.CHAMPION)));
        long champions = roles.values().stream().filter(Role.CHAMPION::equals).count();
        if (!roles.isEmpty() && champions != 1) {
            values.complain(Problems.badValue(
                    "score",
                    String.join(", ", values.list("score")),
                    champions == 0 ? "has no champion" : "has several champions",
                    "Call one of them NAME:champion."));
        }
        return roles;
    }

    private Map<String, Scale> scales(Map<String, Role> roles) {
        Map<String, Scale> scales = new LinkedHashMap<>();
        values.map("points").forEach((name, scale) -> {
            if (!Scale.ofPoints().contains(scale)) {
                values.complain(Problems.notOneOf("points", scale, Scale.ofPoints()));
            } else if (isScore("points", name, roles)) {
                scales.put(name, Scale.ofId(scale));
            }
        });
        return scales;
    }

    private Map<String, Double> cutoffs(Map<String, Role> roles) {
        Map<String, Double> cutoffs = new LinkedHashMap<>();
        values.map("cutoff").forEach((name, text) -> {
            if (isScore("cutoff", name, roles)) {
                values.attempt("cutoff", text, Values::number, "Give a score such as 0.08.")
                        .filter(Double::isFinite)
                        .ifPresent(cutoff -> cutoffs.put(name, cutoff));
            }
        });
        return cutoffs;
    }

    private boolean isScore(String key, String name, Map<String, Role> roles) {
        if (!roles.containsKey(name)) {
            values.complain(Problems.notOneOf(key, name, List.copyOf(roles.keySet())));
        }
        return roles.containsKey(name);
    }
}
