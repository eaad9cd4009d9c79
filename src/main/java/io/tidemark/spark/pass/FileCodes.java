package io.tidemark.spark.pass;

import org.apache.spark.sql.execution.vectorized.WritableColumnVector;
import org.apache.spark.sql.vectorized.ColumnVector;

/**
 * The values of a batch by their places in the dictionary that the file has for them, where Spark's reader has not looked them up yet.
 *
 * <p>Codes tell values apart within a batch only: the next one may be of another dictionary, and Spark does not say which.
 */
final class FileCodes {
    /** The code of a row without a value; others are one more than a value's place. */
    static final int MISSING = 0;

    private FileCodes() {}

    /**
     * Puts the code of each row into {@code into}.
     *
     * @param most the greatest code that is wanted
     * @return one more than the greatest code; 0 where the file has no dictionary for these values, or one has a greater code than wanted
     */
    static int read(ColumnVector vector, int rows, int[] into, int most) {
        if (!(vector instanceof WritableColumnVector writable) || !writable.hasDictionary()) {
            return 0;
        }
        WritableColumnVector places = writable.getDictionaryIds();
        boolean hasNull = vector.hasNull();
        int greatest = MISSING;
        for (int row = 0; row < rows; row++) {
            int code = hasNull && vector.isNullAt(row) ? MISSING : places.getDictId(row) + 1;
            if (code > most) {
                return 0;
            }
            into[row] = code;
            greatest = Math.max(greatest, code);
        }
        return greatest + 1;
    }
}
