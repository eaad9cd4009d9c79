package io.tidemark.spark.pass;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidemark.profile.Cells;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.apache.spark.sql.execution.vectorized.Dictionary;
import org.apache.spark.sql.execution.vectorized.OffHeapColumnVector;
import org.apache.spark.sql.execution.vectorized.OnHeapColumnVector;
import org.apache.spark.sql.execution.vectorized.WritableColumnVector;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Codes of a vector that is still encoded by its file's dictionary, and the cells that they stand for. */
class CodedNumbersTest {
    private static final int ROWS = 8;
    /** A row without a value still has the place of some earlier batch, which may be beyond the dictionary. */
    private static final int STALE = 1_000_000;

    private static final double[] VALUES = {12.5, -0.0, 0.0, Double.NaN, -999};

    /** What a file's dictionary holds. */
    private static final class Numbers implements Dictionary {
        @Override
        public int decodeToInt(int id) {
            return 100 + id;
        }

        @Override
        public long decodeToLong(int id) {
            return 1_000_000_007L * id;
        }

        @Override
        public float decodeToFloat(int id) {
            return (float) VALUES[id];
        }

        @Override
        public double decodeToDouble(int id) {
            return VALUES[id];
        }

        @Override
        public byte[] decodeToBinary(int id) {
            return new byte[] {(byte) (10 + id)};
        }
    }

    static Stream<BiFunction<Integer, DataType, WritableColumnVector>> vectors() {
        return Stream.of(OnHeapColumnVector::new, OffHeapColumnVector::new);
    }

    /** A vector of places in the dictionary; −1 for a row without a value. */
    private static WritableColumnVector encoded(WritableColumnVector vector, int... places) {
        WritableColumnVector ids = vector.reserveDictionaryIds(ROWS);
        for (int row = 0; row < places.length; row++) {
            if (places[row] < 0) {
                vector.putNull(row);
            } else {
                vector.putNotNull(row);
            }
            ids.putInt(row, places[row] < 0 ? STALE : places[row]);
        }
        vector.setDictionary(new Numbers());
        return vector;
    }

    private static long[] cells(ColumnVector vector, int rows, DataType type) {
        CodedNumbers coded = new CodedNumbers();
        int end = FileCodes.read(vector, rows, coded.room(rows), ROWS);
        coded.readCells(vector, rows, end, VectorNumbers.of(type).single());
        return Arrays.stream(coded.codes(), 0, rows)
                .mapToLong(code -> coded.cells()[code])
                .toArray();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void aRowsCodeIsThePlaceAfterThatOfItsValue(BiFunction<Integer, DataType, WritableColumnVector> make) {
        try (WritableColumnVector vector = encoded(make.apply(ROWS, DataTypes.DoubleType), 3, -1, 0, 3)) {
            int[] codes = new int[ROWS];
            assertEquals(5, FileCodes.read(vector, 4, codes, ROWS), "one more than the greatest");
            assertArrayEquals(new int[] {4, FileCodes.MISSING, 1, 4}, Arrays.copyOf(codes, 4));
            assertEquals(5, FileCodes.read(vector, 4, codes, 4), "as great as is wanted");
            assertEquals(0, FileCodes.read(vector, 4, codes, 3), "greater than is wanted");
            assertEquals(2, FileCodes.read(encoded(vector, -1, 0, -1), 3, codes, 1), "a stale place is not looked at");
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void whereNobodyHasAValueAllCodesSayThat(BiFunction<Integer, DataType, WritableColumnVector> make) {
        try (WritableColumnVector vector = encoded(make.apply(ROWS, DataTypes.DoubleType), -1, -1)) {
            int[] codes = {7, 7};
            assertEquals(1, FileCodes.read(vector, 2, codes, 0));
            assertArrayEquals(new int[] {FileCodes.MISSING, FileCodes.MISSING}, codes);
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void aVectorWithoutADictionaryHasNoCodes(BiFunction<Integer, DataType, WritableColumnVector> make) {
        try (WritableColumnVector vector = make.apply(ROWS, DataTypes.DoubleType)) {
            vector.putDouble(0, 1);
            assertEquals(0, FileCodes.read(vector, 1, new int[1], ROWS));
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void codesStandForTheCellsThatRowByRowAreRead(BiFunction<Integer, DataType, WritableColumnVector> make) {
        for (DataType type : List.of(
                DataTypes.DoubleType,
                DataTypes.FloatType,
                DataTypes.IntegerType,
                DataTypes.LongType,
                DataTypes.createDecimalType(9, 2),
                DataTypes.createDecimalType(18, 4),
                DataTypes.createDecimalType(38, 18))) {
            try (WritableColumnVector vector = encoded(make.apply(ROWS, type), 0, 1, 2, 3, 4, 0, 2)) {
                long[] expected = new long[7];
                VectorNumbers.of(type).column().read(vector, 7, expected);
                assertArrayEquals(expected, cells(vector, 7, type), type.toString());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void bothZerosHaveCodesOfTheirOwnAndOneCell(BiFunction<Integer, DataType, WritableColumnVector> make) {
        try (WritableColumnVector vector = encoded(make.apply(ROWS, DataTypes.DoubleType), 1, 2, -1, 4)) {
            assertArrayEquals(
                    new long[] {Cells.of(0), Cells.of(0), Cells.MISSING, Cells.of(-999)},
                    cells(vector, 4, DataTypes.DoubleType));
        }
    }
}
