package io.tidemark.problem;

import java.util.List;
import java.util.stream.Collectors;

/** The run cannot go on, for reasons that the user can mend; all that were found are told together. */
public final class UserMistake extends RuntimeException {
    private final transient List<Problem> problems;

    public UserMistake(List<Problem> problems) {
        super(problems.stream().map(Problem::text).collect(Collectors.joining("\n")));
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("a mistake needs at least one problem");
        }
        this.problems = List.copyOf(problems);
    }

    public UserMistake(Problem problem) {
        this(List.of(problem));
    }

    public List<Problem> problems() {
        return problems;
    }
}
