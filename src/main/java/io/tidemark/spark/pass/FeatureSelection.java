package io.tidemark.spark.pass;

import io.tidemark.config.ColumnsConfig;
import io.tidemark.feature.Feature;
import io.tidemark.feature.FeatureKind;
import io.tidemark.problem.Problem;
import io.tidemark.problem.Problems;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.IntegralType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.TimestampNTZType;
import org.apache.spark.sql.types.TimestampType;

/**
 * Which columns of a table are watched, and how their values are read.
 *
 * @param features what models may judge by, in the order of the table
 * @param scores what they say, in the order of the models
 * @param leftOut columns that could have been features, each with the reason why it is none
 */
public record FeatureSelection(List<Feature> features, List<Feature> scores, Map<String, String> leftOut) {
    /** The features and, after them, the scores. */
    public List<Feature> watched() {
        return Stream.concat(features.stream(), scores.stream()).toList();
    }

    /**
     * Chooses the features of a table.
     *
     * @param problems takes it if a column that was asked for cannot be one, or if none is left
     */
    public static FeatureSelection of(StructType schema, ColumnsConfig columns, List<Problem> problems) {
        Set<String> taken = new HashSet<>(columns.ownParts());
        taken.addAll(columns.exclude());
        List<Feature> features = new ArrayList<>();
        Map<String, String> leftOut = new LinkedHashMap<>();
        for (StructField field : ColumnPaths.leaves(schema)) {
            String name = field.name();
            boolean isAskedFor =
                    columns.features().contains(name) || columns.kinds().containsKey(name);
            if (isTaken(name, schema, taken)
                    || (!columns.features().isEmpty() && !columns.features().contains(name))) {
                continue;
            }
            FeatureKind kind = columns.kinds().getOrDefault(name, kindOf(field.dataType()));
            if (kind == null || !converts(field.dataType(), kind)) {
                String reason = "it is of type " + field.dataType().simpleString()
                        + (kind == null
                                ? ", of which Tidemark makes no feature"
                                : ", which is not read as " + kind.id());
                if (isAskedFor) {
                    problems.add(Problems.unusableFeature(name, reason));
                }
                leftOut.put(name, reason);
            } else if (!isAskedFor && looksLikeIdentifier(field)) {
                leftOut.put(name, "it is named like an identifier");
            } else {
                features.add(feature(field, kind, columns, problems));
            }
        }
        if (features.isEmpty() && problems.isEmpty()) {
            problems.add(Problems.noFeatures(leftOut.entrySet().stream()
                    .map(e -> e.getKey() + ": " + e.getValue())
                    .toList()));
        }
        return new FeatureSelection(features, scores(schema, columns, problems), leftOut);
    }

    private static List<Feature> scores(StructType schema, ColumnsConfig columns, List<Problem> problems) {
        List<Feature> scores = new ArrayList<>();
        for (String score : columns.scores()) {
            DataType type = ColumnPaths.type(schema, score);
            if (!converts(type, FeatureKind.NUMERIC)) {
                problems.add(Problems.scoreOfWrongType(score, type.simpleString()));
                continue;
            }
            List<Double> special = columns.special().getOrDefault(score, List.of());
            scores.add(new Feature(score, FeatureKind.NUMERIC, Feature.Role.SCORE, type.simpleString(), special));
        }
        return scores;
    }

    /** Whether a column, or the struct that it is in, has another part. */
    private static boolean isTaken(String name, StructType schema, Set<String> taken) {
        boolean isField = !Set.copyOf(List.of(schema.fieldNames())).contains(name);
        return taken.contains(name) || (isField && taken.stream().anyMatch(other -> name.startsWith(other + ".")));
    }

    private static Feature feature(StructField field, FeatureKind kind, ColumnsConfig columns, List<Problem> problems) {
        List<Double> special = columns.special().getOrDefault(field.name(), List.of());
        if (!special.isEmpty() && !kind.isNumeric()) {
            problems.add(Problems.badValue(
                    "special", field.name(), "is not a numeric column", "Special values are codes among numbers."));
            special = List.of();
        }
        return new Feature(field.name(), kind, field.dataType().simpleString(), special);
    }

    /** The kind that a type suggests; null where it suggests none. */
    private static FeatureKind kindOf(DataType type) {
        if (type instanceof NumericType) {
            return FeatureKind.NUMERIC;
        }
        if (type instanceof StringType || type instanceof BooleanType) {
            return FeatureKind.CATEGORICAL;
        }
        return isTime(type) ? FeatureKind.DATE : null;
    }

    /** Whether the values of a type can be told apart by their texts. */
    public static boolean isCategory(DataType type) {
        return kindOf(type) != null;
    }

    public static boolean isTime(DataType type) {
        return type instanceof DateType || type instanceof TimestampType || type instanceof TimestampNTZType;
    }

    private static boolean converts(DataType type, FeatureKind kind) {
        return switch (kind) {
            case NUMERIC -> type instanceof NumericType || type instanceof StringType || type instanceof BooleanType;
            case CATEGORICAL -> kindOf(type) != null;
            case DATE -> isTime(type) || type instanceof StringType;
        };
    }

    /** Whole numbers in a column called id, or something that ends in it; their order is that of time, so they always move. */
    private static boolean looksLikeIdentifier(StructField field) {
        boolean isWhole = field.dataType() instanceof IntegralType
                || (field.dataType() instanceof DecimalType decimal && decimal.scale() == 0);
        return isWhole && field.name().matches("(?i)id|.*[_ .-]id|.*[a-z]I[dD]");
    }
}
