package io.tidemark.config;

import io.tidemark.problem.Problems;
import io.tidemark.problem.UserMistake;
import java.util.List;
import java.util.Optional;

/**
 * A query over the output tables.
 *
 * @param output the directory of the tables
 * @param format one of {@link #FORMATS}
 * @param sql the query
 */
public record QueryConfig(String output, String format, String sql) {
    public static final List<String> FORMATS = List.of("table", "csv", "json");

    /**
     * Reads the options of a query.
     *
     * @throws UserMistake with everything that is wrong
     */
    public static QueryConfig read(Request request) {
        Values values = Values.of(request);
        Optional<String> output = values.text("output");
        if (output.isEmpty()) {
            values.complain(Problems.missingOption("output", "where the tables are"));
        }
        String format = values.oneOf("format", FORMATS).orElse("table");
        if (request.arguments().size() != 1) {
            values.complain(Problems.oneQuery(request.arguments().size()));
        }
        values.orThrow();
        return new QueryConfig(output.orElseThrow(), format, request.arguments().get(0));
    }
}
