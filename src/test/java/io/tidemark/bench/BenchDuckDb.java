package io.tidemark.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.StringJoiner;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** DuckDB on the same files: quantiles and histograms in one query. */
final class BenchDuckDb {
    private static final String DECILES = "[0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]";

    /** A text without missing values, whose histograms must hold all rows. */
    private static final String WHOLE = "stable_code";

    private BenchDuckDb() {}

    static BenchContender contender(BenchTable table, int threads) {
        Dataset<Row> rows = table.open(SparkSession.active());
        String query = query(table, BenchColumns.of(rows));
        return BenchContender.of(
                "duckdb", "approx_quantile and histogram, one query", table, () -> counted(query, threads));
    }

    private static String query(BenchTable table, BenchColumns columns) {
        StringJoiner selected = new StringJoiner(",\n  ", "SELECT ", "\n");
        selected.add("date_trunc('month', " + BenchColumns.TIME + ")").add("count(*)");
        columns.numbers().forEach(name -> selected.add("approx_quantile(\"" + name + "\", " + DECILES + ")"));
        columns.texts().forEach(name -> selected.add("histogram(\"" + name + "\") AS \"" + name + "\""));
        return selected + "FROM read_parquet('" + table.files() + "/*.parquet') GROUP BY 1";
    }

    private static long counted(String query, int threads) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("SET threads = " + threads);
            try (ResultSet months = statement.executeQuery(query)) {
                return counted(months);
            }
        }
    }

    /** Takes all values of all months; gives the rows, which both counts must agree on. */
    private static long counted(ResultSet months) throws SQLException {
        int columns = months.getMetaData().getColumnCount();
        long rows = 0;
        long inHistograms = 0;
        while (months.next()) {
            rows += months.getLong(2);
            for (int column = 3; column <= columns; column++) {
                Object value = months.getObject(column);
                boolean isWhole = months.getMetaData().getColumnLabel(column).equals(WHOLE);
                if (isWhole && value instanceof Map<?, ?> counts) {
                    inHistograms += counts.values().stream()
                            .mapToLong(count -> ((Number) count).longValue())
                            .sum();
                }
            }
        }
        return Math.min(rows, inHistograms);
    }
}
