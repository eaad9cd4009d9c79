package io.tidemark.config;

import io.tidemark.policy.Action;
import io.tidemark.problem.Problem;
import io.tidemark.problem.UserMistake;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What could be understood of a run's options, with everything that could not. The source and the columns are known even where other options
 * are wrong, so that mistakes in column names can be told together with the rest.
 */
public final class MonitorReading {
    private final MonitorConfig config;
    private final SourceConfig source;
    private final ColumnsConfig columns;
    private final List<ModelConfig> models;
    private final List<Problem> problems;

    MonitorReading(
            MonitorConfig config,
            SourceConfig source,
            ColumnsConfig columns,
            List<ModelConfig> models,
            List<Problem> problems) {
        this.config = config;
        this.source = source;
        this.columns = columns;
        this.models = List.copyOf(models);
        this.problems = List.copyOf(problems);
    }

    /**
     * The source.
     *
     * @throws UserMistake with every problem of the options, if they do not say where it is
     */
    public SourceConfig source() {
        if (source == null) {
            throw new UserMistake(problems);
        }
        return source;
    }

    /** The models whose scores become columns beside those of the input. */
    public List<ModelConfig> models() {
        return models;
    }

    /**
     * The configuration, where the input is not looked at.
     *
     * @throws UserMistake with every problem of the options
     */
    MonitorConfig withoutItsInput() {
        if (!problems.isEmpty()) {
            throw new UserMistake(problems);
        }
        return config;
    }

    /**
     * The configuration, for an input with the given columns.
     *
     * @throws UserMistake with every problem of options and columns
     */
    public MonitorConfig checkedAgainst(Collection<String> inputColumns) {
        List<String> known = new ArrayList<>(inputColumns);
        models.forEach(model -> known.add(model.name()));
        List<Problem> all = new ArrayList<>(problems);
        all.addAll(columns.problems(known));
        if (!all.isEmpty()) {
            throw new UserMistake(all);
        }
        return config;
    }

    /** All problems of the options and some others, such as that of an input that could not be opened. */
    public UserMistake with(List<Problem> others) {
        List<Problem> all = new ArrayList<>(problems);
        all.addAll(others);
        return new UserMistake(all);
    }

    /** Whether the user asked for a failing exit code on this recommendation. */
    public boolean failsOn(Action action) {
        return config != null && config.failOn().filter(action::equals).isPresent();
    }
}
