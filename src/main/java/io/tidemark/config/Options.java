package io.tidemark.config;

import static io.tidemark.config.Command.BACKTEST;
import static io.tidemark.config.Command.CHECK;
import static io.tidemark.config.Command.QUERY;
import static io.tidemark.config.Command.RUN;
import static io.tidemark.config.Command.SAMPLE;
import static io.tidemark.config.Command.SIMULATE;
import static io.tidemark.config.Option.Shape.FLAG;
import static io.tidemark.config.Option.Shape.LIST;
import static io.tidemark.config.Option.Shape.LISTS;
import static io.tidemark.config.Option.Shape.MAP;
import static io.tidemark.config.Option.Shape.TEXT;

import io.tidemark.backtest.Loss;
import io.tidemark.backtest.Policies;
import io.tidemark.cohort.Granularity;
import io.tidemark.cohort.Maturity;
import io.tidemark.cohort.Reference;
import io.tidemark.feature.FeatureKind;
import io.tidemark.incident.DataIncident;
import io.tidemark.measure.Smoothing;
import io.tidemark.model.BadOutcome;
import io.tidemark.model.Recipe;
import io.tidemark.model.ScoredModel.Role;
import io.tidemark.model.ScoredModel.Scale;
import io.tidemark.policy.Action;
import io.tidemark.sample.ShiftChoice;
import io.tidemark.shift.DomainModel;
import io.tidemark.shift.Multiplicity;
import java.util.List;
import java.util.Set;

/** The catalogue of options. */
public final class Options {
    private static final Set<Command> MONITOR = Set.of(RUN, CHECK);

    public static final List<Option> ALL = List.of(
            new Option(
                    "config",
                    TEXT,
                    "FILE",
                    "YAML with any of the options of a run; an option given here wins",
                    Set.of(RUN, CHECK, BACKTEST)),
            monitor("monitor", TEXT, "NAME", "name of the monitor in the output tables (default: from the input)"),
            monitor("input", TEXT, "PATH|TABLE", "the applicants: a path, or a table's name"),
            monitor(
                    "format",
                    TEXT,
                    "FORMAT",
                    "of the input: " + String.join(", ", SourceConfig.FORMATS) + " (default csv)"),
            monitor(
                    "option",
                    MAP,
                    "K=V",
                    "option of Spark's reader for the format; for delta also versionAsOf=N, timestampAsOf=T"),
            monitor("time", TEXT, "COLUMN", "when the applicant applied: a date or a timestamp"),
            monitor(
                    "cohort",
                    TEXT,
                    "LENGTH",
                    "length of a cohort: " + String.join(", ", Granularity.ids()) + " (default month)"),
            monitor(
                    "reference",
                    LIST,
                    "REFERENCE,…",
                    "what cohorts are compared with, the first decides: " + String.join(", ", Reference.FORMS)),
            monitor("quarantine", LIST, "FROM..TO,…", "days that are no part of any reference, both included"),
            monitor(
                    "accepted",
                    MAP,
                    "COLUMN=DAY",
                    "incidents of a column (of " + DataIncident.TABLE
                            + ": of the number of applicants) that began by that day were looked into, and are no faults"),
            monitor("reference-format", TEXT, "FORMAT", "of the reference table (default: the input's)"),
            monitor("label", TEXT, "COLUMN", "the outcome, with two values; not a feature"),
            monitor(
                    "positive",
                    TEXT,
                    "VALUE",
                    "the value of the bad outcome (default: the usual one of "
                            + String.join(", ", BadOutcome.USUAL.values()) + ")"),
            monitor(
                    "maturity",
                    TEXT,
                    "TIME",
                    "after which an outcome is final: " + String.join(", ", Maturity.FORMS) + " (default none)"),
            monitor(
                    "score",
                    LIST,
                    "COLUMN[:ROLE],…",
                    "scores of models, each of a " + String.join(" or ", Role.ids())
                            + " (default: the first is the champion); no features"),
            monitor(
                    "model",
                    MAP,
                    "NAME=PATH",
                    "a model whose scores become the column NAME: an ONNX file, or an MLlib PipelineModel"),
            monitor(
                    "model-features",
                    LISTS,
                    "NAME=COLUMN,…",
                    "what a model takes, in the order of its training (default: as it says itself)"),
            monitor(
                    "points",
                    MAP,
                    "SCORE=WAY",
                    "scores that are points of a scorecard and no probabilities of the bad outcome: "
                            + String.join(", ", Scale.ofPoints())),
            monitor("cutoff", MAP, "SCORE=VALUE", "the score up to (or down to) which applicants are approved"),
            monitor(
                    "protected",
                    LIST,
                    "COLUMN,…",
                    "segments between which approvals, and what the models know, must not differ"),
            monitor(
                    "trained-through",
                    TEXT,
                    "DAY",
                    "the last day of the applicants that the champion was trained on (default: the first reference's)"),
            monitor(
                    "recipe",
                    LIST,
                    "RECIPE,…",
                    "what is trained anew with every cohort to see how models age: " + String.join(", ", Recipe.ids())
                            + ", none (default logistic with --label and --maturity, else none)"),
            monitor(
                    "training-window",
                    TEXT,
                    "N",
                    "on how many cohorts it is trained (default: as many as the first reference has)"),
            monitor("entity", TEXT, "COLUMN", "who applied; not a feature"),
            monitor(
                    "segment",
                    LIST,
                    "COLUMN,…",
                    "columns whose values are looked at by themselves as well; A*B for the values of two together"),
            monitor("exclude", LIST, "COLUMN,…", "columns that are no features"),
            monitor("features", LIST, "COLUMN,…", "the features (default: all other columns)"),
            monitor("kind", MAP, "COLUMN=KIND", "how a column is read: " + String.join(", ", FeatureKind.ids())),
            monitor("special", LISTS, "COLUMN=CODE,…", "codes that are no amounts, such as -999"),
            monitor("edges", LISTS, "COLUMN=EDGE,…", "a scorecard's own bin edges"),
            monitor("bins", TEXT, "N", "quantile bins of a numeric feature (default 10)"),
            monitor(
                    "smoothing",
                    TEXT,
                    "FORM",
                    "of empty bins in PSI: " + String.join(", ", Smoothing.FORMS) + " (default half)"),
            monitor("moderate", TEXT, "PSI", "from which a shift is moderate (default 0.10)"),
            monitor("major", TEXT, "PSI", "from which a shift is major (default 0.25)"),
            monitor(
                    "effects",
                    LISTS,
                    "[MEASURE:]COLUMN=MODERATE,MAJOR",
                    "the same for one feature, or * for all; by any measure, such as ks_test:* (default PSI)"),
            monitor(
                    "importance",
                    MAP,
                    "COLUMN=WEIGHT",
                    "how much features count; others have none (default: the share of their information values, where there is a label)"),
            monitor("significance", TEXT, "LEVEL", "accepted share of false discoveries in a cohort (default 0.05)"),
            monitor(
                    "multiplicity",
                    TEXT,
                    "METHOD",
                    "how tests are corrected for their number: " + String.join(", ", Multiplicity.ids())
                            + " (default benjamini-hochberg)"),
            monitor(
                    "persistence",
                    TEXT,
                    "K/N",
                    "a shift is an alarm in K of the last N cohorts, a major one at once (default 2/3)"),
            monitor("retrained", LIST, "DAY,…", "when the model was renewed; alarms are held after that"),
            monitor("cooldown", TEXT, "N", "for how many cohorts after that (default 2)"),
            monitor(
                    "together",
                    TEXT,
                    "MODEL",
                    "what is taught to tell the newest cohorts from the reference: "
                            + String.join(", ", DomainModel.ids()) + " (default none)"),
            monitor(
                    "loss",
                    TEXT,
                    "LOSS",
                    "what models are charged: " + String.join(", ", Loss.ids())
                            + " (1 - AUC, Brier score; default auc)"),
            monitor(
                    "cost",
                    TEXT,
                    "C",
                    "of a retrain, in units of loss times cohorts (default: a point of Gini, or a Brier score of 0.001, in"
                            + " each of 12)"),
            monitor(
                    "money",
                    MAP,
                    "K=AMOUNT",
                    "the same in money: " + String.join(", ", CostOptions.MONEY_KEYS)
                            + "; retrain with gini_point (per cohort), or with loss_unit (per applicant) and volume"),
            monitor("life", TEXT, "N", "cohorts that a model is planned to serve (default: nobody knows)"),
            monitor(
                    "policy",
                    TEXT,
                    "NAME",
                    "the rule that says when to retrain, of those that backtest replays but for what recalibrates (default "
                            + Policies.DEFAULT.name() + ")"),
            monitor(
                    "privacy-floor",
                    TEXT,
                    "N",
                    "applicants that must carry a category for it to be named (default 10)"),
            monitor("as-of", TEXT, "DAY", "the last day that is known (default: the end of the newest cohort)"),
            new Option(
                    "output",
                    TEXT,
                    "DIR",
                    "where the tables are, or are to be",
                    Set.of(RUN, CHECK, QUERY, SAMPLE, BACKTEST)),
            new Option(
                    "fail-on",
                    TEXT,
                    "ACTION",
                    "exit with 3 on this recommendation: " + String.join(", ", Action.names()),
                    Set.of(RUN)),
            new Option(
                    "format",
                    TEXT,
                    "FORMAT",
                    "of the result: " + String.join(", ", QueryConfig.FORMATS) + " (default table)",
                    Set.of(QUERY)),
            new Option("rows", TEXT, "N", "how many applicants (default 24000)", Set.of(SAMPLE)),
            new Option("seed", TEXT, "N", "the same seed makes the same applicants (default 42)", Set.of(SAMPLE)),
            new Option(
                    "format",
                    TEXT,
                    "FORMAT",
                    "of the table: " + String.join(", ", SampleConfig.FORMATS) + " (default csv)",
                    Set.of(SAMPLE)),
            new Option("first-month", TEXT, "YYYY-MM", "the first month (default 2023-01)", Set.of(SAMPLE)),
            new Option("months", TEXT, "N", "how many months (default 24)", Set.of(SAMPLE)),
            new Option(
                    "shifts",
                    LIST,
                    "NAME,…",
                    "what is planted: " + String.join(", ", ShiftChoice.WORDS) + " (default usual)",
                    Set.of(SAMPLE)),
            new Option("challenger", FLAG, "", "also the score of a challenger, pd_new", Set.of(SAMPLE)),
            new Option(
                    "extra-numbers",
                    TEXT,
                    "N",
                    "further numbers that never move, for width (default 0)",
                    Set.of(SAMPLE)),
            new Option("extra-codes", TEXT, "N", "further codes that never move (default 0)", Set.of(SAMPLE)),
            new Option("applicants", TEXT, "N", "applicants of a cohort (default 1000)", Set.of(SIMULATE)),
            new Option("features", TEXT, "N", "features (default 40)", Set.of(SIMULATE)),
            new Option("cohorts", TEXT, "N", "cohorts after the reference (default 24)", Set.of(SIMULATE)),
            new Option("reference-cohorts", TEXT, "N", "cohorts of the reference (default 6)", Set.of(SIMULATE)),
            new Option("replays", TEXT, "N", "histories of each kind (default 10)", Set.of(SIMULATE)),
            new Option(
                    "planted",
                    LIST,
                    "PSI,…",
                    "sizes of the shifts that are planted (default 0.02,0.05,0.1,0.2,0.4)",
                    Set.of(SIMULATE)),
            new Option("seed", TEXT, "N", "the same seed gives the same figures (default 42)", Set.of(SIMULATE)),
            new Option(
                    "matrix",
                    TEXT,
                    "FILE",
                    "CSV with the losses of models on later cohorts: train_end, eval_cohort, auc, brier, gap_auc_se, gap_brier_se",
                    Set.of(BACKTEST)),
            new Option(
                    "loss",
                    TEXT,
                    "LOSS",
                    "what a model is charged: " + String.join(", ", Loss.ids()) + " (1 - AUC, Brier score)",
                    Set.of(BACKTEST)),
            new Option(
                    "monitor",
                    TEXT,
                    "NAME",
                    "without a matrix: whose history in the output tables (default: the only one)",
                    Set.of(BACKTEST)),
            new Option(
                    "recipe",
                    TEXT,
                    "RECIPE",
                    "without a matrix: whose models, " + String.join(" or ", Recipe.ids())
                            + " (default: the first there is)",
                    Set.of(BACKTEST)),
            new Option(
                    "lag",
                    TEXT,
                    "N",
                    "by how many cohorts labels come late (default: 0; without a matrix, as they do now)",
                    Set.of(BACKTEST)),
            new Option(
                    "cost",
                    TEXT,
                    "C",
                    "of a retrain, in units of loss times cohorts; a restore costs a tenth of it",
                    Set.of(BACKTEST)),
            new Option(
                    "money",
                    MAP,
                    "K=AMOUNT",
                    "without a matrix: the same in money, as in tidemark run",
                    Set.of(BACKTEST)),
            new Option(
                    "format",
                    TEXT,
                    "FORMAT",
                    "of the result: " + String.join(", ", BacktestConfig.FORMATS) + " (default table)",
                    Set.of(BACKTEST)),
            new Option(
                    "verbose",
                    FLAG,
                    "",
                    "Spark's own log on the console",
                    Set.of(RUN, CHECK, QUERY, SAMPLE, SIMULATE, BACKTEST)));

    private Options() {}

    private static Option monitor(String key, Option.Shape shape, String valueName, String text) {
        return new Option(key, shape, valueName, text, MONITOR);
    }

    /** The options that a command takes, in the order of the help. */
    public static List<Option> of(Command command) {
        return ALL.stream()
                .filter(option -> option.commands().contains(command))
                .toList();
    }

    public static List<String> keysOf(Command command) {
        return of(command).stream().map(Option::key).toList();
    }

    /** Keys that YAML may hold: all of a run's but those that only make sense on the command line. */
    static List<String> yamlKeys() {
        return of(RUN).stream()
                .map(Option::key)
                .filter(key -> !key.equals("config") && !key.equals("verbose"))
                .toList();
    }
}
