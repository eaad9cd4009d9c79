package io.tidemark.spark.pass;

import io.tidemark.profile.Cells;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.vectorized.ColumnVector;

/** Reads a vector of dates or timestamps as days; the days of timestamps are those of UTC. */
final class VectorDays {
    private static final long MICROS_A_DAY = TimeUnit.DAYS.toMicros(1);

    private final boolean isDate;

    /** @param type one that {@link FeatureSelection#isTime} accepts */
    VectorDays(DataType type) {
        this.isDate = type instanceof DateType;
    }

    private int day(ColumnVector vector, int row) {
        return isDate ? vector.getInt(row) : (int) Math.floorDiv(vector.getLong(row), MICROS_A_DAY);
    }

    void read(ColumnVector vector, int rows, int[] into) {
        for (int row = 0; row < rows; row++) {
            into[row] = vector.isNullAt(row) ? Block.NO_DAY : day(vector, row);
        }
    }

    /** How many days before the applicant's own day each one is. */
    void readBefore(int[] days, ColumnVector vector, int rows, long[] into) {
        for (int row = 0; row < rows; row++) {
            into[row] = vector.isNullAt(row) || days[row] == Block.NO_DAY
                    ? Cells.MISSING
                    : Cells.of(days[row] - day(vector, row));
        }
    }
}
