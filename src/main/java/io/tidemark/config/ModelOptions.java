package io.tidemark.config;

import io.tidemark.model.ScoredModel;
import io.tidemark.problem.ModelProblems;
import io.tidemark.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads which models are applied within the job. */
final class ModelOptions {
    private final Values values;

    ModelOptions(Values values) {
        this.values = values;
    }

    /** @param scored the models whose scores are looked at */
    List<ModelConfig> models(List<ScoredModel> scored) {
        Map<String, String> paths = values.map("model");
        Map<String, List<String>> features = values.lists("model-features");
        features.keySet().stream()
                .filter(name -> !paths.containsKey(name))
                .forEach(name -> values.complain(Problems.notOneOf("model-features", name, paths.keySet())));
        List<String> scores = scored.stream().map(ScoredModel::name).toList();
        List<ModelConfig> models = new ArrayList<>();
        paths.forEach((name, path) -> {
            if (!scores.contains(name)) {
                values.complain(ModelProblems.notScored(name, scores));
            }
            models.add(new ModelConfig(name, path.strip(), features.getOrDefault(name, List.of())));
        });
        return models;
    }
}
