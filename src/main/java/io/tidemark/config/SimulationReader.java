package io.tidemark.config;

import io.tidemark.problem.Problems;
import io.tidemark.problem.UserMistake;
import io.tidemark.simulation.SimulationPlan;
import java.util.ArrayList;
import java.util.List;

/** Reads the options of a simulation. */
public final class SimulationReader {
    private static final List<Double> USUAL_SIZES = List.of(0.02, 0.05, 0.1, 0.2, 0.4);
    private static final long MOST = 100_000_000;

    private SimulationReader() {}

    /**
     * Reads what is to be simulated.
     *
     * @throws UserMistake with everything that is wrong
     */
    public static SimulationPlan read(Request request) {
        Values values = Values.of(request);
        SimulationPlan plan = new SimulationPlan(
                whole(values, "applicants", 1_000, 100),
                (int) whole(values, "features", 40, 1),
                (int) whole(values, "cohorts", 24, 1),
                (int) whole(values, "reference-cohorts", 6, 1),
                (int) whole(values, "replays", 10, 1),
                sizes(values),
                values.whole("seed", 42, Long.MIN_VALUE));
        values.orThrow();
        return plan;
    }

    private static long whole(Values values, String key, long otherwise, long least) {
        long number = values.whole(key, otherwise, least);
        if (number > MOST) {
            values.complain(
                    Problems.badValue(key, String.valueOf(number), "is too many", "Give at most " + MOST + "."));
        }
        return Math.min(number, MOST);
    }

    private static List<Double> sizes(Values values) {
        List<String> texts = values.list("planted");
        List<Double> sizes = new ArrayList<>();
        texts.forEach(text -> values.attempt("planted", text, SimulationReader::size, "Give sizes such as 0.05,0.1.")
                .ifPresent(sizes::add));
        return texts.isEmpty() ? USUAL_SIZES : sizes;
    }

    private static double size(String text) {
        double size = Values.number(text);
        if (!(size > 0 && size <= 2)) {
            throw new IllegalArgumentException("is not above 0 and at most 2");
        }
        return size;
    }
}
