package io.tidemark.spark.pass;

import java.util.Arrays;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.vectorized.ColumnVector;

/** Reads a vector as ids of texts in a dictionary. */
interface VectorTexts {
    void read(ColumnVector vector, int rows, int[] into);

    /** The reader of a type; null where there is none. */
    static VectorTexts of(DataType type, TextDictionary dictionary) {
        if (type instanceof StringType) {
            return new Strings(dictionary);
        }
        return VectorCodes.reads(type) ? new VectorCodes(type, dictionary) : null;
    }

    /** Strings, by the ids that the file's own dictionary gives them where it has one. */
    final class Strings implements VectorTexts {
        private static final int UNKNOWN = -2;

        private final TextDictionary dictionary;
        /** The id of each code of a batch. */
        private int[] ids = new int[0];

        Strings(TextDictionary dictionary) {
            this.dictionary = dictionary;
        }

        @Override
        public void read(ColumnVector vector, int rows, int[] into) {
            int end = FileCodes.read(vector, rows, into, Integer.MAX_VALUE);
            if (end > 0) {
                translate(into, end, vector, rows);
                return;
            }
            for (int row = 0; row < rows; row++) {
                into[row] = vector.isNullAt(row) ? Block.NO_TEXT : dictionary.id(vector.getUTF8String(row));
            }
        }

        /** Puts in place of codes the ids of the texts that they stand for. */
        private void translate(int[] codes, int end, ColumnVector vector, int rows) {
            if (ids.length < end) {
                ids = new int[Math.max(end, 2 * ids.length)];
            }
            Arrays.fill(ids, 0, end, UNKNOWN);
            ids[FileCodes.MISSING] = Block.NO_TEXT;
            for (int row = 0; row < rows; row++) {
                int code = codes[row];
                int id = ids[code];
                if (id == UNKNOWN) {
                    id = dictionary.id(vector.getUTF8String(row));
                    ids[code] = id;
                }
                codes[row] = id;
            }
        }
    }
}
