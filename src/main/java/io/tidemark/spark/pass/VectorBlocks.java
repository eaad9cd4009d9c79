package io.tidemark.spark.pass;

import io.tidemark.feature.FeatureKind;
import io.tidemark.profile.Cells;
import java.util.Arrays;
import java.util.Iterator;
import org.apache.spark.rdd.InputFileBlockHolder;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.apache.spark.unsafe.types.UTF8String;

/** Batches of vectors as blocks: nothing is copied but what is counted. */
final class VectorBlocks implements Iterator<Block>, Block {
    /** Codes are counted in place of numbers where the greatest is no more than this part of the rows: with more of them that is not quicker. */
    private static final int PART_OF_ROWS = 8;

    private final Iterator<ColumnarBatch> batches;
    private final PassPlan plan;
    private final VectorLayout layout;
    private final Dictionaries dictionaries;
    private final VectorDays time;
    private final VectorNumbers[] numbers;
    private final VectorDays[] dates;
    private final VectorTexts[] texts;
    private ColumnarBatch batch;
    private int[] days = new int[0];

    VectorBlocks(Iterator<ColumnarBatch> batches, PassPlan plan, VectorLayout layout, Dictionaries dictionaries) {
        this.batches = batches;
        this.plan = plan;
        this.layout = layout;
        this.dictionaries = dictionaries;
        this.time = layout.time() == null ? null : new VectorDays(layout.time().type());
        this.numbers = new VectorNumbers[plan.columns()];
        this.dates = new VectorDays[plan.columns()];
        this.texts = new VectorTexts[plan.columns()];
        for (int column = 0; column < plan.columns(); column++) {
            if (layout.columns()[column] != null) {
                prepare(column);
            }
        }
    }

    private void prepare(int column) {
        var type = layout.columns()[column].type();
        if (!plan.isNumeric(column)) {
            texts[column] = VectorTexts.of(type, dictionaries.of(column));
        } else if (plan.features().get(column).kind() == FeatureKind.DATE) {
            dates[column] = new VectorDays(type);
        } else {
            numbers[column] = VectorNumbers.of(type);
        }
    }

    @Override
    public boolean hasNext() {
        return batches.hasNext();
    }

    @Override
    public Block next() {
        batch = batches.next();
        if (days.length < batch.numRows()) {
            days = new int[batch.numRows()];
        }
        if (time == null) {
            Arrays.fill(days, NO_DAY);
        } else {
            time.read(layout.time().vector(batch), rows(), days);
            forEachOutside(layout.time(), row -> days[row] = NO_DAY);
        }
        return this;
    }

    @Override
    public int rows() {
        return batch.numRows();
    }

    @Override
    public void days(int[] into) {
        System.arraycopy(days, 0, into, 0, rows());
    }

    @Override
    public void numbers(int column, long[] into) {
        VectorPath path = layout.columns()[column];
        ColumnVector vector = path.vector(batch);
        if (dates[column] != null) {
            dates[column].readBefore(days, vector, rows(), into);
        } else {
            numbers[column].column().read(vector, rows(), into);
        }
        forEachOutside(path, row -> into[row] = Cells.MISSING);
    }

    @Override
    public boolean coded(int column, CodedNumbers into) {
        if (dates[column] != null) {
            return false;
        }
        VectorPath path = layout.columns()[column];
        ColumnVector vector = path.vector(batch);
        int[] codes = into.room(rows());
        int end = FileCodes.read(vector, rows(), codes, rows() / PART_OF_ROWS);
        if (end == 0) {
            return false;
        }
        forEachOutside(path, row -> codes[row] = FileCodes.MISSING);
        into.readCells(vector, rows(), end, numbers[column].single());
        return true;
    }

    @Override
    public void texts(int column, int[] into) {
        VectorPath path = layout.columns()[column];
        if (path != null) {
            texts[column].read(path.vector(batch), rows(), into);
            forEachOutside(path, row -> into[row] = NO_TEXT);
        } else if (column == plan.file()) {
            UTF8String file = InputFileBlockHolder.getInputFilePath();
            Arrays.fill(into, 0, rows(), dictionaries.of(column).id(file));
        } else {
            Arrays.fill(into, 0, rows(), NO_TEXT);
        }
    }

    /** Takes a row. */
    private interface RowAction {
        void accept(int row);
    }

    private void forEachOutside(VectorPath path, RowAction action) {
        if (!path.isNested()) {
            return;
        }
        for (int row = 0; row < rows(); row++) {
            if (path.isOutside(batch, row)) {
                action.accept(row);
            }
        }
    }
}
