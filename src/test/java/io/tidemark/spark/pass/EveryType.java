package io.tidemark.spark.pass;

import io.tidemark.spark.table.Sessions;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A table with columns of every type and hard names, all with nulls; the same in every run. */
final class EveryType {
    /** Enough for several files, row groups and batches, and for amounts beyond those that are told apart. */
    static final int ROWS = 9_000;

    /** The times that a table has, one of each type. */
    static final List<String> TIMES = List.of("day", "at", "at_ntz");

    private static final List<String> PLAIN = List.of(
            "id AS applicant_id",
            "if(%r < 0.03, NULL, date_add(DATE '2024-01-01', CAST(150 * %r AS INT))) AS day",
            "if(%r < 0.03, NULL, timestamp_micros(CAST(1704067200000000 + 1.3e13 * %r AS BIGINT))) AS at",
            "if(%r < 0.03, NULL, CAST(timestamp_micros(CAST(1704067200000000 + 1.3e13 * %r AS BIGINT))"
                    + " AS TIMESTAMP_NTZ)) AS at_ntz",
            "if(%r < 0.1, NULL, %r < 0.3) AS flag",
            "if(%r < 0.1, NULL, CAST(if(%r < 0.01, 127, 150 * %r - 128) AS BYTE)) AS tiny",
            "if(%r < 0.1, NULL, CAST(60000 * %r - 30000 AS SHORT)) AS small",
            "if(%r < 0.1, NULL, CAST(600 * %r AS INT)) AS whole",
            "CASE WHEN %r < 0.1 THEN NULL WHEN %r < 0.3 THEN 9007199254740993 WHEN %r < 0.5 THEN -9223372036854775808"
                    + " ELSE xxhash64(id, 5) END AS large",
            "if(%r < 0.1, NULL, CAST(20000 * (%r - 0.5) AS DECIMAL(9,2))) AS money",
            "if(%r < 0.1, NULL, CAST(1e13 * (%r - 0.5) AS DECIMAL(18,4))) AS wealth",
            "if(%r < 0.1, NULL, CAST(1e15 * %r AS DECIMAL(38,18)) / 7) AS debt",
            "CASE WHEN %r < 0.1 THEN NULL WHEN %r < 0.05 THEN float('NaN') WHEN %r < 0.05 THEN float('-0.0')"
                    + " WHEN %r < 0.05 THEN float('-Infinity') ELSE CAST(%r AS FLOAT) END AS single",
            "CASE WHEN %r < 0.1 THEN NULL WHEN %r < 0.05 THEN double('NaN') WHEN %r < 0.05 THEN double('Infinity')"
                    + " WHEN %r < 0.05 THEN -0.0D WHEN %r < 0.05 THEN 0.0D WHEN %r < 0.05 THEN double('-Infinity')"
                    + " WHEN %r < 0.05 THEN 4.9E-324D WHEN %r < 0.05 THEN -999.0D ELSE 1e6 * (%r - 0.2) END AS amount",
            // Few different values, which files keep in dictionaries.
            "CASE WHEN %r < 0.1 THEN NULL WHEN %r < 0.05 THEN double('NaN') WHEN %r < 0.05 THEN -0.0D"
                    + " WHEN %r < 0.05 THEN 0.0D WHEN %r < 0.05 THEN -999.0D ELSE CAST(60 * %r AS INT) / 8D END AS rate",
            "if(%r < 0.1, NULL, CAST(30 * %r AS INT) / float(4)) AS grade",
            "if(%r < 0.1, NULL, 1000000007L * CAST(40 * %r AS INT)) AS votes",
            "CAST(if(%r < 0.1, NULL, (CAST(70 * %r AS INT) - 9) / 4D) AS DECIMAL(9,2)) AS fee",
            "CAST(if(%r < 0.1, NULL, CAST(70 * %r AS INT) / 16D) AS DECIMAL(18,4)) AS price",
            "if(%r < 0.1, NULL, date_sub(DATE '2004-01-01', CAST(15000 * %r AS INT))) AS born",
            "if(%r < 0.1, NULL, timestamp_micros(CAST(1.7e15 * (%r - 0.3) AS BIGINT))) AS seen",
            "if(%r < 0.1, NULL, CAST(timestamp_seconds(CAST(86400 * CAST(900 * %r AS INT) AS BIGINT))"
                    + " AS TIMESTAMP_NTZ)) AS seen_ntz",
            "CASE WHEN %r < 0.1 THEN NULL WHEN %r < 0.1 THEN '' ELSE concat('k', CAST(5 * %r AS INT)) END AS code",
            "if(%r < 0.1, NULL, concat('ä', CAST(3000 * %r * %r AS INT))) AS employer",
            "if(%r < 0.1, NULL, CAST(40 * %r AS INT)) AS `months.in.job`",
            "if(%r < 0.1, NULL, concat('t', CAST(3 * %r AS INT))) AS `tick``ed`");

    private static final String BLANK = "if(%r < 0.1, NULL, 50 * %r) AS `years at address`";

    private static final String NESTED = "if(%r < 0.15, NULL, named_struct("
            + "'score', if(%r < 0.1, NULL, CAST(300 + 500 * %r AS INT)),"
            + " 'file', if(%r < 0.15, NULL, named_struct("
            + "'age', if(%r < 0.1, NULL, CAST(300 * %r AS INT)),"
            + " 'opened', if(%r < 0.1, NULL, date_sub(DATE '2020-01-01', CAST(4000 * %r AS INT))),"
            + " 'kind', if(%r < 0.1, NULL, concat('f', CAST(4 * %r AS INT))))))) AS bureau";

    private EveryType() {}

    /** A session that plans as that of the job does. */
    static SparkSession session() {
        return Sessions.open();
    }

    static Dataset<Row> table() {
        List<String> columns = new ArrayList<>(PLAIN);
        columns.add(BLANK);
        columns.add(NESTED);
        return drawn(columns);
    }

    /** What every format can hold: without structs, without blanks in names. */
    static Dataset<Row> flat() {
        return drawn(PLAIN);
    }

    private static Dataset<Row> drawn(List<String> columns) {
        StringBuilder select = new StringBuilder();
        int draws = 0;
        for (char c : String.join(",\n", columns).toCharArray()) {
            select.append(c);
            int drawn = select.length() - 2;
            if (c == 'r' && drawn >= 0 && select.charAt(drawn) == '%') {
                select.setLength(drawn);
                select.append("(pmod(xxhash64(id, ").append(++draws).append("), 1000003) / 1000003D)");
            }
        }
        return session().sql("SELECT " + select + " FROM range(0, " + ROWS + ", 1, 3)");
    }
}
