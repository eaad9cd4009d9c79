package io.tidemark.spark.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PredictionModel;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.classification.ProbabilisticClassificationModel;
import org.apache.spark.ml.feature.RFormulaModel;
import org.apache.spark.ml.feature.StringIndexerModel;
import org.apache.spark.ml.param.Param;

/** What the stages of a pipeline read and write, by their parameters. */
final class PipelineStages {
    private static final List<String> READ = List.of("inputCol", "inputCols");
    private static final List<String> WRITTEN =
            List.of("outputCol", "outputCols", "predictionCol", "probabilityCol", "rawPredictionCol");

    private final List<Transformer> stages;

    PipelineStages(PipelineModel pipeline) {
        this.stages = flat(pipeline).toList();
    }

    private static Stream<Transformer> flat(Transformer stage) {
        if (stage instanceof RFormulaModel formula) {
            return flat(formula.pipelineModel());
        }
        return stage instanceof PipelineModel pipeline
                ? Arrays.stream(pipeline.stages()).flatMap(PipelineStages::flat)
                : Stream.of(stage);
    }

    /** The columns that a table has to have. An indexer whose column is not there does nothing; that of the label is one. */
    Set<String> needed() {
        Set<String> needed = new LinkedHashSet<>();
        Set<String> written = new HashSet<>();
        for (Transformer stage : stages) {
            read(stage).filter(column -> !written.contains(column)).forEach(needed::add);
            written.addAll(columns(stage, WRITTEN));
        }
        return needed;
    }

    private Stream<String> read(Transformer stage) {
        List<String> read = columns(stage, READ);
        if (stage instanceof PredictionModel<?, ?> model) {
            return Stream.of(model.getFeaturesCol());
        }
        if (stage instanceof StringIndexerModel) {
            List<String> made = columns(stage, WRITTEN);
            return IntStream.range(0, read.size())
                    .filter(i -> isReadAgain(made.get(i)))
                    .mapToObj(read::get);
        }
        return read.stream();
    }

    private boolean isReadAgain(String column) {
        return stages.stream().anyMatch(stage -> columns(stage, READ).contains(column));
    }

    /** The columns that it adds. */
    Set<String> written() {
        Set<String> written = new HashSet<>();
        stages.forEach(stage -> written.addAll(columns(stage, WRITTEN)));
        return written;
    }

    /** A stage that would leave rows out. */
    Optional<String> dropping() {
        return stages.stream()
                .filter(stage -> columns(stage, List.of("handleInvalid")).contains("skip"))
                .filter(stage -> !(stage instanceof StringIndexerModel)
                        || isReadAgain(columns(stage, WRITTEN).get(0)))
                .map(Transformer::uid)
                .findFirst();
    }

    /** The stage that gives probabilities. */
    Optional<ProbabilisticClassificationModel<?, ?>> classifier() {
        Optional<ProbabilisticClassificationModel<?, ?>> last = Optional.empty();
        for (Transformer stage : stages) {
            if (stage instanceof ProbabilisticClassificationModel<?, ?> model) {
                last = Optional.of(model);
            }
        }
        return last;
    }

    /** The names of the classes in the order of a classifier's probabilities: as its label was indexed; empty if it was not. */
    List<String> classes(String labelColumn) {
        for (Transformer stage : stages) {
            int of = columns(stage, WRITTEN).indexOf(labelColumn);
            if (stage instanceof StringIndexerModel indexer && of >= 0) {
                return List.of(indexer.labelsArray()[of]);
            }
        }
        return List.of();
    }

    private static List<String> columns(Transformer stage, List<String> parameters) {
        List<String> columns = new ArrayList<>();
        for (Param<?> parameter : stage.params()) {
            Object value = parameters.contains(parameter.name())
                    ? stage.get(parameter)
                            .orElse(() -> stage.getDefault(parameter))
                            .getOrElse(() -> null)
                    : null;
            if (value instanceof String[] several) {
                columns.addAll(List.of(several));
            } else if (value instanceof String one) {
                columns.add(one);
            }
        }
        return columns;
    }
}
