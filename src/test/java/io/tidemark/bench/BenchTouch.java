package io.tidemark.bench;

import io.tidemark.spark.table.Sessions;
import org.apache.spark.sql.SparkSession;

/** A job that only touches every cell of the features: what {@code run} is measured against. */
public final class BenchTouch {
    private BenchTouch() {}

    public static void main(String[] args) {
        SparkSession session = Sessions.open();
        long rows = BenchFloor.touch(session.read().parquet(args[0]));
        if (rows != Long.parseLong(args[1])) {
            throw new IllegalStateException(rows + " rows of " + args[1] + " were touched");
        }
        session.stop();
    }
}
