package io.tidemark.config;

import io.tidemark.backtest.RetrainingPolicy;
import io.tidemark.incident.Accepted;
import io.tidemark.policy.Costs;
import io.tidemark.problem.Problem;
import io.tidemark.problem.Problems;
import io.tidemark.problem.UserMistake;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * What decides whether a model is renewed.
 *
 * @param costs what models are charged and what acting costs
 * @param policy the rule that is asked
 * @param accepted incidents that were looked into
 */
public record DecisionConfig(Costs costs, RetrainingPolicy policy, Accepted accepted) {
    /**
     * Nobody can have looked into what is to come.
     *
     * @param asOf the last day that is known
     * @throws UserMistake if something is accepted through a later day
     */
    public void checkAccepted(LocalDate asOf) {
        List<Problem> problems = accepted.through().entrySet().stream()
                .filter(column -> column.getValue().isAfter(asOf))
                .map(column -> Problems.badValue(
                        "accepted",
                        column.getKey() + "=" + column.getValue(),
                        "is of a day after " + asOf + ", the last that is known",
                        "Give the last day of what was looked into."))
                .sorted(Comparator.comparing(Problem::what))
                .toList();
        if (!problems.isEmpty()) {
            throw new UserMistake(problems);
        }
    }
}
