package io.tidemark.spark.pass;

import java.util.Arrays;
import org.apache.spark.sql.execution.vectorized.WritableColumnVector;
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
        /** From the ids of the batch's dictionary, which may be another one in the next batch. */
        private int[] translated = new int[0];

        Strings(TextDictionary dictionary) {
            this.dictionary = dictionary;
        }

        @Override
        public void read(ColumnVector vector, int rows, int[] into) {
            if (vector instanceof WritableColumnVector writable && writable.hasDictionary()) {
                readIds(writable, rows, into);
                return;
            }
            for (int row = 0; row < rows; row++) {
                into[row] = vector.isNullAt(row) ? Block.NO_TEXT : dictionary.id(vector.getUTF8String(row));
            }
        }

        private void readIds(WritableColumnVector vector, int rows, int[] into) {
            WritableColumnVector ids = vector.getDictionaryIds();
            Arrays.fill(translated, UNKNOWN);
            for (int row = 0; row < rows; row++) {
                if (vector.isNullAt(row)) {
                    into[row] = Block.NO_TEXT;
                    continue;
                }
                int id = ids.getDictId(row);
                if (id >= translated.length) {
                    int known = translated.length;
                    translated = Arrays.copyOf(translated, Math.max(id + 1, 2 * known));
                    Arrays.fill(translated, known, translated.length, UNKNOWN);
                }
                if (translated[id] == UNKNOWN) {
                    translated[id] = dictionary.id(vector.getUTF8String(row));
                }
                into[row] = translated[id];
            }
        }
    }
}
