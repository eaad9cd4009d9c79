package io.tidemark.spark.pass;

import io.tidemark.cohort.Reference.OtherTable;
import io.tidemark.config.ColumnsConfig;
import io.tidemark.spark.pass.VectorScan.Filters;
import java.util.Iterator;
import java.util.Optional;
import org.apache.spark.Partitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scala.Tuple2;

/**
 * The one pass over the rows: every feature of every slice and pane is counted in it, and what it gives is small.
 *
 * <p>Where Spark reads a table as batches of vectors and nothing has to be computed, columns are counted from the vectors; else rows are
 * read in Spark's internal form and turned into columns. Both fill the same accumulators and come to the same profiles, which are merged
 * column by column after one shuffle.
 */
public final class ProfilePass {
    private static final Logger LOG = LoggerFactory.getLogger(ProfilePass.class);

    private final PassPlan plan;
    private final ColumnsConfig columns;

    public ProfilePass(PassPlan plan, ColumnsConfig columns) {
        this.plan = plan;
        this.columns = columns;
    }

    /** Partial profiles of the monitored table. */
    public JavaPairRDD<PartialKey, byte[]> over(Dataset<Row> table) {
        return over(new PassInput(table, plan, columns, true), Filters.MATTER, null);
    }

    /** The same of some files of it, and perhaps some days: a table whose only filter is the one that picks them. */
    public JavaPairRDD<PartialKey, byte[]> overFiles(Dataset<Row> some) {
        return over(new PassInput(some, plan, columns, true), Filters.SPARE_ROWS, null);
    }

    /** Partial profiles of a reference table, whose rows are all one pane. */
    public JavaPairRDD<PartialKey, byte[]> overReference(Dataset<Row> table, OtherTable reference) {
        boolean hasTime = ColumnPaths.leaves(table.schema()).stream()
                .anyMatch(field -> field.name().equals(columns.time()));
        return over(new PassInput(table, plan, columns, hasTime), Filters.MATTER, plan.paneOf(reference));
    }

    private JavaPairRDD<PartialKey, byte[]> over(PassInput input, Filters filters, Long paneOfAll) {
        Optional<VectorScan> vectors = input.vectors(filters);
        LOG.info("the pass reads by {}", vectors.isPresent() ? "columns" : "rows");
        return vectors.map(scan -> overVectors(scan, input.layout(scan), paneOfAll))
                .orElseGet(() -> overRows(input, paneOfAll));
    }

    /** The same as {@link #over(Dataset)}, row by row even where vectors are to be had. */
    public JavaPairRDD<PartialKey, byte[]> byRows(Dataset<Row> table) {
        return overRows(new PassInput(table, plan, columns, true), null);
    }

    private JavaPairRDD<PartialKey, byte[]> overVectors(VectorScan scan, VectorLayout layout, Long paneOfAll) {
        PassPlan sent = plan;
        JavaRDD<ColumnarBatch> batches = scan.batches();
        return batches.mapPartitionsToPair(part -> {
            Dictionaries dictionaries = new Dictionaries(sent);
            return partials(new VectorBlocks(part, sent, layout, dictionaries), sent, dictionaries, paneOfAll);
        });
    }

    private JavaPairRDD<PartialKey, byte[]> overRows(PassInput input, Long paneOfAll) {
        PassPlan sent = plan;
        JavaRDD<InternalRow> internal = InternalRows.of(input.rows());
        DecimalType[] decimals = input.decimals();
        return internal.mapPartitionsToPair(part -> {
            Dictionaries dictionaries = new Dictionaries(sent);
            return partials(new RowBlocks(part, sent, decimals, dictionaries), sent, dictionaries, paneOfAll);
        });
    }

    private static Iterator<Tuple2<PartialKey, byte[]>> partials(
            Iterator<Block> blocks, PassPlan plan, Dictionaries dictionaries, Long paneOfAll) {
        GroupedCounts counts = new GroupedCounts(plan, paneOfAll, dictionaries);
        return new PartialProfiles(blocks, plan, dictionaries, counts, PartialProfiles.Budget.ofThisProcess());
    }

    /** Whole profiles, column by column, from partial ones. */
    public JavaRDD<ColumnProfiles> merged(JavaPairRDD<PartialKey, byte[]> partials, int partitions) {
        PassPlan sent = plan;
        return partials.repartitionAndSortWithinPartitions(new ByColumn(partitions))
                .mapPartitions(sorted -> new ProfileMerge(sorted, sent));
    }

    /** Keeps a column's profiles together. */
    private static final class ByColumn extends Partitioner {
        private final int partitions;

        private ByColumn(int partitions) {
            this.partitions = partitions;
        }

        @Override
        public int numPartitions() {
            return partitions;
        }

        @Override
        public int getPartition(Object key) {
            return Math.floorMod(((PartialKey) key).column(), partitions);
        }
    }
}
