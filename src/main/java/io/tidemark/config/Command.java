package io.tidemark.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What Tidemark can be told to do. */
public enum Command {
    RUN("compare the cohorts of a table with its reference, write the tables, recommend"),
    CHECK("validate configuration and source, compute nothing"),
    QUERY("run Spark SQL over the output tables, by their names"),
    SAMPLE("make synthetic applicants with shifts planted on known dates"),
    SIMULATE(
            "say how often the alarms of this and other rules are false, and what they miss, for a table of your size"),
    BACKTEST("replay rules for retraining over a history of models and cohorts, and say what each would have cost");

    private final String text;

    Command(String text) {
        this.text = text;
    }

    /** What it does, in a line. */
    public String text() {
        return text;
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static List<String> ids() {
        return Arrays.stream(values()).map(Command::id).toList();
    }

    public static Command ofId(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
