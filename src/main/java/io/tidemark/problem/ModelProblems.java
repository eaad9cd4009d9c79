package io.tidemark.problem;

import java.util.Collection;
import java.util.List;

/** The messages to the user about models that are applied within the job. */
public final class ModelProblems {
    private ModelProblems() {}

    private static String named(String model) {
        return "the model '" + model + "'";
    }

    public static Problem unreadable(String model, String path, String reason) {
        return new Problem(
                named(model) + " cannot be read from " + path,
                reason,
                "Give --model " + model
                        + " a file in ONNX's format that ends in .onnx, or the directory in which an MLlib"
                        + " PipelineModel was saved.");
    }

    public static Problem noRuntime(String model, String path, String coordinates) {
        return new Problem(
                named(model) + " in " + path + " needs ONNX Runtime, which is not on the class path",
                "It is 54 MB of native code, and not in Tidemark's jar.",
                "Add --packages " + coordinates + " to spark-submit, or the jar by --jars.");
    }

    public static Problem notScored(String model, Collection<String> scores) {
        return new Problem(
                "--model '" + model + "' is not among the scores"
                        + (scores.isEmpty() ? "" : ": " + String.join(", ", scores)),
                "Whose scores are looked at, and which model is the champion, is said by --score.",
                "Add --score " + model + ", or leave the model out.");
    }

    public static Problem nameTaken(String model, String table) {
        return new Problem(
                "--model '" + model + "' has the name of a column of " + table,
                "A model's scores become a column of that name.",
                "Give the model another name, or the column alone to --score.");
    }

    public static Problem unknownColumn(String model, String column, String table, Collection<String> columns) {
        return new Problem(
                named(model) + " takes a column '" + column + "', which " + table + " does not have",
                "",
                Nearest.to(column, columns)
                                .map(near -> "Is it '" + near + "' there? ")
                                .orElse("")
                        + "Give the table that column, or say by --model-features what the model takes.");
    }

    public static Problem seesOutcome(String model, String label) {
        return new Problem(
                named(model) + " takes the column '" + label + "', which is the label",
                "A score is there before the outcome is.",
                "Save the model without what it needed for its training alone, or mend --model-features.");
    }

    public static Problem wrongType(String model, String column, String table, String type, String taken) {
        return new Problem(
                named(model) + " takes " + taken + " from '" + column + "', which is of type " + type + " in " + table,
                "",
                "Give the table a column as the model knew it in its training.");
    }

    public static Problem unnamedFeatures(String model, String shape) {
        return new Problem(
                named(model) + " does not say which columns it takes: " + shape,
                "Their order is that of its training, and no order can be told from another by looking.",
                "Give --model-features " + model + "=COLUMN,… in that order, or write it into the model's metadata as"
                        + " feature_names.");
    }

    public static Problem featureCount(String model, List<String> features, int taken) {
        return new Problem(
                named(model) + " takes " + taken + " columns, and " + features.size() + " are named: "
                        + String.join(", ", features),
                "",
                "Name those of its training, in their order, by --model-features.");
    }

    public static Problem featureOrder(String model, List<String> given, List<String> own) {
        return new Problem(
                "--model-features of '" + model + "' are " + String.join(", ", given),
                "The model itself says " + String.join(", ", own) + ".",
                "Take them out of --model-features, or mend the model's metadata.");
    }

    public static Problem unusableInput(String model, String input) {
        return new Problem(
                named(model) + " has an input that no applicant fits: " + input,
                "An applicant is a row of numbers or texts, or one value for each input.",
                "Save the model with inputs of shape [N, columns] or [N].");
    }

    public static Problem unusableOutput(String model, String reason) {
        return new Problem(
                named(model) + " gives no score: " + reason,
                "A score is the probability of one of two outcomes.",
                "Save the model with its probabilities as an output, and its classes as 0 and 1 or as the label has them.");
    }

    public static Problem dropsApplicants(String model, String stage) {
        return new Problem(
                named(model) + " leaves out applicants with invalid values, in its stage " + stage,
                "An applicant who is left out cannot be monitored.",
                "Save the model with handleInvalid = keep.");
    }
}
