package io.tidemark.spark.table;

import io.tidemark.problem.Problem;
import io.tidemark.problem.UserMistake;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.SparkThrowable;

/** Failures of Spark and Delta, turned into what the user can mend where it is the user who can. */
public final class Failures {
    private Failures() {}

    /**
     * Does what only fails for want of something that the user must mend.
     *
     * @throws UserMistake in place of whatever it throws
     */
    public static <T> T orMistake(Callable<T> action, Function<String, Problem> problem) {
        try {
            return action.call();
        } catch (UserMistake e) {
            throw e;
        } catch (Exception e) {
            UserMistake mistake = new UserMistake(problem.apply(reason(e)));
            mistake.initCause(e);
            throw mistake;
        }
    }

    /** The first line of what went wrong, without error classes and states. */
    public static String reason(Throwable failure) {
        Throwable telling = causes(failure)
                .filter(SparkThrowable.class::isInstance)
                .findFirst()
                .orElse(failure);
        String message = telling.getMessage() == null ? telling.getClass().getSimpleName() : telling.getMessage();
        return message.lines()
                .findFirst()
                .orElse("")
                .replaceFirst("^\\[[A-Z0-9_.]+\\] ", "")
                .replaceFirst(" SQLSTATE: [0-9A-Z]+.*$", "");
    }

    /** The first cause with one of Spark's error conditions. */
    static Optional<Throwable> withCondition(Throwable failure, String condition) {
        return causes(failure)
                .filter(cause -> cause instanceof SparkThrowable spark && condition.equals(spark.getCondition()))
                .findFirst();
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }
}
