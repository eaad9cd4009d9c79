package io.tidemark.spark;

import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.lit;

import io.tidemark.config.ColumnsConfig;
import io.tidemark.feature.Feature;
import io.tidemark.profile.CategoricalAccumulator;
import io.tidemark.profile.CategoricalProfile;
import io.tidemark.profile.NumericAccumulator;
import io.tidemark.profile.NumericProfile;
import io.tidemark.profile.Profile;
import io.tidemark.profile.ProfileCodec;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.Partitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StringType;
import scala.Tuple2;

/**
 * The one pass over the rows: every feature of every pane is counted in it, and what it gives is small.
 *
 * <p>Rows are read in Spark's internal form, each value as a double or as a text; counts are merged column by column after one shuffle.
 */
final class ProfilePass {
    private final PassPlan plan;
    private final ColumnsConfig columns;

    ProfilePass(PassPlan plan, ColumnsConfig columns) {
        this.plan = plan;
        this.columns = columns;
    }

    /** Partial profiles of the monitored table. */
    JavaPairRDD<PartialKey, byte[]> over(Dataset<Row> table) {
        Column time = Sources.column(columns.time());
        boolean isText = table.schema().apply(columns.time()).dataType() instanceof StringType;
        Column day = isText ? time.try_cast("timestamp").cast("date") : time.cast("date");
        Column text = isText ? time : lit(null).cast("string");
        Column label = columns.label() == null
                ? lit(null).cast("string")
                : Sources.column(columns.label()).cast("string");
        return partials(table.select(selection(day, text, label)), false);
    }

    /** Partial profiles of a reference table, whose rows are all one pane. */
    JavaPairRDD<PartialKey, byte[]> overReference(Dataset<Row> table) {
        boolean hasTime = List.of(table.columns()).contains(columns.time());
        Column day = hasTime
                ? Sources.column(columns.time()).try_cast("timestamp").cast("date")
                : lit(null).cast("date");
        Column nothing = lit(null).cast("string");
        return partials(table.select(selection(day, nothing, nothing)), true);
    }

    private Column[] selection(Column day, Column text, Column label) {
        List<Column> selected = new ArrayList<>(List.of(day, text));
        plan.features().forEach(feature -> selected.add(value(feature, day)));
        selected.add(label);
        for (int i = 0; i < selected.size(); i++) {
            selected.set(i, selected.get(i).as("c" + i));
        }
        return selected.toArray(new Column[0]);
    }

    private static Column value(Feature feature, Column day) {
        Column column = Sources.column(feature.name());
        return switch (feature.kind()) {
            case NUMERIC -> column.cast(DataTypes.DoubleType);
            case CATEGORICAL -> column.cast(DataTypes.StringType);
            case DATE -> datediff(day, column.cast(DataTypes.DateType)).cast(DataTypes.DoubleType);
        };
    }

    private JavaPairRDD<PartialKey, byte[]> partials(Dataset<Row> rows, boolean isReferenceTable) {
        PassPlan sent = plan;
        JavaRDD<InternalRow> internal = InternalRows.of(rows);
        return internal.mapPartitionsToPair(part -> new PartialProfiles(part, sent, isReferenceTable));
    }

    /** Whole profiles, column by column, from partial ones. */
    JavaRDD<ColumnProfiles> merged(JavaPairRDD<PartialKey, byte[]> partials, int partitions) {
        PassPlan sent = plan;
        return partials.repartitionAndSortWithinPartitions(new ByColumn(partitions))
                .mapPartitions(sorted -> new Merging(sorted, sent));
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

    /** Merges runs of partial profiles with the same key, and gathers them by column. */
    private static final class Merging implements Iterator<ColumnProfiles> {
        private final Iterator<Tuple2<PartialKey, byte[]>> sorted;
        private final PassPlan plan;
        private Tuple2<PartialKey, byte[]> next;

        private Merging(Iterator<Tuple2<PartialKey, byte[]>> sorted, PassPlan plan) {
            this.sorted = sorted;
            this.plan = plan;
            advance();
        }

        private void advance() {
            next = sorted.hasNext() ? sorted.next() : null;
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public ColumnProfiles next() {
            int column = next._1().column();
            Map<Long, byte[]> panes = new TreeMap<>();
            while (next != null && next._1().column() == column) {
                panes.put(next._1().pane(), mergeRun(column));
            }
            return new ColumnProfiles(column, panes);
        }

        private byte[] mergeRun(int column) {
            PartialKey key = next._1();
            byte[] first = next._2();
            advance();
            if (next == null || !next._1().equals(key)) {
                return first;
            }
            boolean isNumeric = column < plan.features().size()
                    && plan.features().get(column).kind().isNumeric();
            Profile merged = isNumeric ? mergeNumbers(column, key, first) : mergeTexts(key, first);
            return ProfileCodec.encode(merged);
        }

        private Profile mergeNumbers(int column, PartialKey key, byte[] first) {
            NumericAccumulator all =
                    new NumericAccumulator(plan.features().get(column).specialValues());
            all.absorb((NumericProfile) ProfileCodec.decode(first));
            for (; next != null && next._1().equals(key); advance()) {
                all.absorb((NumericProfile) ProfileCodec.decode(next._2()));
            }
            return all.profile();
        }

        private Profile mergeTexts(PartialKey key, byte[] first) {
            CategoricalAccumulator all = new CategoricalAccumulator();
            all.absorb((CategoricalProfile) ProfileCodec.decode(first));
            for (; next != null && next._1().equals(key); advance()) {
                all.absorb((CategoricalProfile) ProfileCodec.decode(next._2()));
            }
            return all.profile();
        }
    }
}
