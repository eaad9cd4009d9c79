package io.tidemark.spark.staleness;

import io.tidemark.config.ColumnsConfig;
import io.tidemark.feature.Feature;
import io.tidemark.model.BadOutcome;
import io.tidemark.model.LabelledCohort;
import io.tidemark.model.TrailingWindows;
import io.tidemark.spark.pass.ColumnPaths;
import io.tidemark.spark.pass.PassPlan;
import io.tidemark.spark.pass.SamplePass;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.Tuple2;

/**
 * Applicants with an outcome, a bounded number of each cohort, as MLlib takes them: cohort, place in its sample, label, features. They stay where
 * Spark has them, a partition for each cohort; those with the smallest hashes come first, so that the first of a sample are a sample as well.
 */
final class OutcomeSample {
    /** The first day of the cohort, counted from 1970. */
    static final String COHORT = "cohort";

    static final String PLACE = "place";
    /** 1 where the outcome is the bad one, else 0. */
    static final String LABEL = "label";

    private static final int KEY = 1;
    private static final int FIRST_FEATURE = 3;
    private static final Comparator<Row> ORDER =
            Comparator.comparingLong((Row row) -> row.getLong(KEY)).thenComparing(row -> row.mkString("\u0001"));

    private OutcomeSample() {}

    /** The column of a number, NaN where it is missing, or of a category, null where it is. */
    static String column(int feature) {
        return "f" + feature;
    }

    /**
     * Draws from a table.
     *
     * @param session in which the sample is used
     * @param plan whose features are taken
     */
    static Dataset<Row> of(
            SparkSession session,
            Dataset<Row> table,
            PassPlan plan,
            ColumnsConfig columns,
            BadOutcome bad,
            List<LabelledCohort> cohorts) {
        Column label = ColumnPaths.column(table.schema(), columns.label()).cast(DataTypes.StringType);
        List<SamplePass.Group> groups = cohorts.stream()
                .map(one -> new SamplePass.Group(one.cohort().window(), List.of(), one.labelled()))
                .toList();
        int[] days = cohorts.stream()
                .mapToInt(one -> (int) one.cohort().start().toEpochDay())
                .toArray();
        int most = TrailingWindows.MOST_APPLICANTS;
        JavaRDD<Row> rows = new SamplePass(plan, columns, most)
                .candidates(table.where(label.isNotNull()), groups, label)
                .javaRDD()
                .mapToPair(row -> new Tuple2<>(row.getInt(0), row))
                .partitionBy(new HashPartitioner(days.length))
                .values()
                .mapPartitions(candidates -> drawn(candidates, most, days, bad));
        return session.createDataFrame(rows, schema(plan.features()));
    }

    private static StructType schema(List<Feature> features) {
        StructType schema = new StructType()
                .add(COHORT, DataTypes.IntegerType, false)
                .add(PLACE, DataTypes.IntegerType, false)
                .add(LABEL, DataTypes.DoubleType, false);
        for (int i = 0; i < features.size(); i++) {
            schema = features.get(i).kind().isNumeric()
                    ? schema.add(column(i), DataTypes.DoubleType, false)
                    : schema.add(column(i), DataTypes.StringType, true);
        }
        return schema;
    }

    private static Iterator<Row> drawn(Iterator<Row> candidates, int most, int[] days, BadOutcome bad) {
        List<Row> sorted = new ArrayList<>();
        candidates.forEachRemaining(sorted::add);
        sorted.sort(ORDER);
        List<Row> drawn = new ArrayList<>();
        for (Row row : sorted.subList(0, Math.min(most, sorted.size()))) {
            Object[] cells = new Object[row.size() - 1];
            cells[0] = days[row.getInt(0)];
            cells[1] = drawn.size();
            cells[2] = bad.is(row.getString(row.size() - 1)) ? 1.0 : 0.0;
            for (int cell = FIRST_FEATURE; cell < row.size() - 1; cell++) {
                Object value = row.get(cell);
                boolean isNumber = row.schema().apply(cell).dataType().equals(DataTypes.DoubleType);
                cells[cell] = value == null && isNumber ? Double.valueOf(Double.NaN) : value;
            }
            drawn.add(RowFactory.create(cells));
        }
        return drawn.iterator();
    }
}
