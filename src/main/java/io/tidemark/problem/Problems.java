package io.tidemark.problem;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** The factory of all messages to the user: what is wrong, why, how to mend it. */
public final class Problems {
    private Problems() {}

    public static Problem unknownCommand(String command, Collection<String> known) {
        return new Problem("unknown command '" + command + "'", "", Nearest.hint(command, known));
    }

    public static Problem noCommand(Collection<String> known) {
        return new Problem(
                "no command is given", "", "Say one of " + String.join(", ", known) + "; --help shows their options.");
    }

    public static Problem unknownOption(String option, Collection<String> known) {
        String near = Nearest.to(option, known)
                .map(key -> "Did you mean --" + key + "?")
                .orElse("--help lists the options.");
        return new Problem("unknown option --" + option, "", near);
    }

    public static Problem commandLine(String message) {
        return new Problem(message, "", "--help lists the options.");
    }

    public static Problem givenTwice(String option, List<String> values) {
        return new Problem(
                "--" + option + " is given " + values.size() + " times: " + String.join(", ", values),
                "It takes one value.",
                "Keep one of them.");
    }

    public static Problem unknownKey(String key, String file, Collection<String> known) {
        return new Problem("unknown key '" + key + "' in " + file, "", Nearest.hint(key, known));
    }

    public static Problem unreadableConfig(String file, String reason) {
        return new Problem(
                "the configuration " + file + " cannot be read", reason, "Mend the file, or its path in --config.");
    }

    public static Problem missingOption(String key, String meaning) {
        return new Problem(
                "--" + key + " is missing",
                "It says " + meaning + ".",
                "Give it on the command line, or as '" + key + ":' in the configuration.");
    }

    public static Problem badValue(String key, String value, String complaint, String how) {
        return new Problem("--" + key + " '" + value + "' " + complaint, "", how);
    }

    public static Problem notOneOf(String key, String value, Collection<String> accepted) {
        return new Problem(
                "--" + key + " '" + value + "' is not known",
                "",
                Nearest.to(value, accepted)
                        .map(near -> "Did you mean '" + near + "'? Accepted: " + String.join(", ", accepted) + ".")
                        .orElse("Accepted: " + String.join(", ", accepted) + "."));
    }

    public static Problem unknownColumn(String key, String column, Collection<String> columns) {
        return new Problem(
                "--" + key + " names the column '" + column + "', which the input does not have",
                "",
                Nearest.to(column, columns)
                        .map(near -> "Did you mean '" + near + "'?")
                        .orElse("Its columns: " + String.join(", ", columns) + "."));
    }

    public static Problem unreadableInput(String input, String reason) {
        return new Problem(
                "the input " + input + " cannot be read",
                reason,
                "Check the path or the table's name, --format and --option.");
    }

    public static Problem otherFormat(String input, String given, String found) {
        return new Problem(
                "the input " + input + " is no " + given,
                "Its files are " + found + ".",
                "Give --format " + found.toLowerCase(Locale.ROOT) + ".");
    }

    public static Problem unreadableMatrix(String file, String reason) {
        return new Problem(
                "the matrix " + file + " cannot be read",
                reason,
                "Give --matrix a CSV file with the columns train_end, eval_cohort, auc, brier, gap_brier_se, gap_auc_se, "
                        + "and a line for every model on every later cohort.");
    }

    public static Problem nothingToReplay(int labelLag, int most) {
        return new Problem(
                "--lag '" + labelLag + "' leaves no cohort to be served",
                "The first model is deployed when the labels of its last cohort are known.",
                "Give at most " + most + " for this history.");
    }

    public static Problem noHistoryNamed() {
        return new Problem(
                "there is nothing to replay: neither --matrix nor --output nor --config is given",
                "A backtest replays losses of models on later cohorts.",
                "Give the --output (or --config) of a monitor that was run with a label and --recipe, or bring a --matrix.");
    }

    public static Problem noStaleness(String output) {
        return new Problem(
                "there is no history of models in " + output,
                "A run keeps one where it has a label, mature cohorts and a recipe.",
                "Run the monitor with --label, --maturity and --recipe logistic.");
    }

    public static Problem severalMonitors(String output, Collection<String> monitors) {
        return new Problem(
                "there are several monitors in " + output,
                "",
                "Name one by --monitor: " + String.join(", ", monitors) + ".");
    }

    public static Problem unwritableOutput(String output, String reason) {
        return new Problem(
                "the output " + output + " cannot be written",
                reason,
                "Give --output a directory that you may write to.");
    }

    public static Problem noTables(String output) {
        return new Problem(
                "there are no Tidemark tables in " + output,
                "",
                "Give the --output of an earlier run, or make one: tidemark run --help.");
    }

    public static Problem oneQuery(int given) {
        return new Problem(
                given == 0 ? "no query is given" : given + " arguments are given, where one query is expected",
                "",
                "Put the query into quotes: tidemark query --output DIR \"SELECT * FROM recommendations\".");
    }

    public static Problem failedQuery(String reason) {
        return new Problem("the query failed", reason, "Tables are known by their names, such as feature_shifts.");
    }

    public static Problem timeOfWrongType(String column, String type, Collection<String> candidates) {
        String how = candidates.isEmpty()
                ? "Give --time a date, a timestamp, or a text such as 2024-05-31."
                : "Give --time a date, a timestamp, or a text such as 2024-05-31; here: "
                        + String.join(", ", candidates) + ".";
        return new Problem("the time column '" + column + "' is of type " + type, "A cohort is cut from days.", how);
    }

    public static Problem unparsedTimes(String column, long count, String example, long rows) {
        return new Problem(
                count + " of " + rows + " rows have a '" + column + "' that is no date, such as '" + example + "'",
                "They would fall out of every cohort.",
                "Mend them, or for CSV give the form by --option dateFormat=… or timestampFormat=….");
    }

    public static Problem emptyInput(String input) {
        return new Problem(
                "the input " + input + " has no rows",
                "There is nothing to compare.",
                "Check the path, or the query that fills it.");
    }

    public static Problem noTimes(String input, String column) {
        return new Problem(
                "no row of " + input + " has a '" + column + "'",
                "Without it there are no cohorts.",
                "Give --time another column.");
    }

    public static Problem nothingUntil(String asOf) {
        return new Problem(
                "no row is from " + asOf + " or before", "Later rows are not looked at.", "Give a later --as-of.");
    }

    public static Problem emptyReference(String reference, String first, String last) {
        return new Problem(
                "no row falls into the reference " + reference,
                "The input runs from " + first + " to " + last + ".",
                "Give --reference days within it.");
    }

    public static Problem emptyReferenceTable(String reference) {
        return new Problem(
                "the reference " + reference + " has no rows",
                "There is nothing to compare with.",
                "Give --reference another table.");
    }

    public static Problem nothingToCompare(String reference, String cohorts) {
        return new Problem(
                "every cohort belongs to the reference " + reference,
                "The input has " + cohorts + ".",
                "End the reference earlier, or give a shorter --cohort, so that there is something to compare.");
    }

    public static Problem singleCohort(String cohort) {
        return new Problem(
                "all rows fall into one cohort, " + cohort,
                "A shift shows between cohorts.",
                "Give a shorter --cohort, or a longer history.");
    }

    public static Problem labelNotBinary(String column, Collection<String> values) {
        return new Problem(
                "the label '" + column + "' has more than two values: " + String.join(", ", values),
                "An outcome is good or bad, or not known yet (empty).",
                "Give --label another column, or derive one with two values.");
    }

    public static Problem noFeatures(Collection<String> leftOut) {
        return new Problem(
                "no column is left to be a feature",
                "Left out: " + String.join("; ", leftOut) + ".",
                "Name some by --features, or exclude fewer.");
    }

    public static Problem unusableFeature(String column, String reason) {
        return new Problem(
                "'" + column + "' cannot be a feature",
                reason,
                "Exclude it, or give the input a column derived from it.");
    }

    public static Problem unclearLabel(String column, Collection<String> values) {
        return new Problem(
                "the label '" + column + "' has the values " + String.join(" and ", values)
                        + ", of which it is not clear which one is bad",
                "Models foretell the bad outcome.",
                "Name it, as in --positive " + values.iterator().next() + ".");
    }

    public static Problem scoreOfWrongType(String column, String type) {
        return new Problem(
                "--score names the column '" + column + "', which is of type " + type,
                "A score is a number.",
                "Name the column that holds the model's probability or points.");
    }

    public static Problem contradiction(String column, String first, String second) {
        return new Problem(
                "'" + column + "' is named by both --" + first + " and --" + second,
                "It can have one part only.",
                "Take it out of one of them.");
    }

    public static Problem referenceLacks(String reference, String column, Collection<String> columns) {
        return new Problem(
                "the reference " + reference + " has no column '" + column + "'",
                "It is a feature of the input.",
                Nearest.to(column, columns)
                                .map(near -> "Is it '" + near + "' there? ")
                                .orElse("") + "Give the reference that column, or --exclude it.");
    }

    public static Problem unparsedNumber(String reason) {
        return new Problem(
                "a value does not convert to the kind of its column",
                reason,
                "Take the column's --kind away, or clean it in the source.");
    }

    public static Problem unusableSegment(String column, String type) {
        return new Problem(
                "--segment '" + column + "' is of type " + type,
                "Applicants are told apart by texts, numbers, booleans or dates.",
                "Name another column, or a field in it, as in bureau.score.");
    }

    public static Problem tooManySegments(String column, int most, Collection<String> examples) {
        return new Problem(
                "--segment '" + column + "' has more than " + most + " different values",
                "Among them are " + String.join(", ", examples) + "; every value is profiled by itself.",
                "Name a column with fewer values, or group them first.");
    }

    public static Problem noTrees(String reason) {
        return new Problem(
                "--together trees cannot be had on this machine",
                "XGBoost, which learns them, cannot load its native library: " + reason + ".",
                (reason.contains("libgomp")
                                ? "On Debian or Ubuntu install libgomp1"
                                : "See that java.io.tmpdir may hold code that is run, and that no other XGBoost is on the class path")
                        + "; or ask for --together logistic.");
    }

    public static Problem overtaken(String monitor) {
        return new Problem(
                "another run of the monitor " + monitor + " has written its tables meanwhile",
                "Rows that this one was to replace, or to take over from the run before, are not what they were.",
                "Run it again, and one at a time.");
    }
}
