package io.tidemark.spark.pass;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.shiftrightunsigned;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import io.tidemark.cohort.Window;
import io.tidemark.config.ColumnsConfig;
import io.tidemark.feature.Feature;
import io.tidemark.model.Applicant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import scala.Tuple2;

/**
 * Draws applicants of several groups in one pass: those with the smallest hashes.
 *
 * <p>The hash is one of the entity column where there is one, else of the time and all features, so that who is drawn depends neither on the
 * order of the rows nor on their partitions. Since it is known how many rows a group has, all but a few rows above the number that is
 * wanted are left out where they are read. Rows that are alike in all that is hashed are drawn or left together.
 */
public final class SamplePass {
    /** Six standard deviations of how many hashes are below a threshold. */
    private static final double SLACK = 6;

    private static final int SEED = 42;
    private static final int FIRST_FEATURE = 3;

    private final PassPlan plan;
    private final ColumnsConfig columns;
    private final int most;

    /**
     * A way to samples of a table.
     *
     * @param plan the features whose values are taken; segments are not
     * @param most how many applicants of a group are drawn at most
     */
    public SamplePass(PassPlan plan, ColumnsConfig columns, int most) {
        this.plan = plan;
        this.columns = columns;
        this.most = most;
    }

    /**
     * A group of applicants.
     *
     * @param days when they applied
     * @param without days that are left out
     * @param rows how many there are
     */
    public record Group(Window days, List<Window> without, long rows) {
        Column isWithin(Column day) {
            return without.stream().map(window -> not(between(day, window))).reduce(between(day, days), Column::and);
        }

        private static Column between(Column day, Window days) {
            return day.between(lit(days.from()), lit(days.to()));
        }
    }

    /**
     * Samples of groups that have no day in common, in their order.
     *
     * @param outcomes what is taken along of these
     */
    public List<List<Applicant>> of(Dataset<Row> table, List<Group> groups, Optional<SampledOutcomes> outcomes) {
        return drawn(candidates(table, groups, outcomes), groups.size());
    }

    /**
     * The applicants that samples of groups are among, by the places of their groups: of each group those with the smallest hashes, a few more than
     * are wanted.
     */
    public JavaPairRDD<Integer, Applicant> candidates(
            Dataset<Row> table, List<Group> groups, Optional<SampledOutcomes> outcomes) {
        PassInput input = new PassInput(table, plan, columns, true);
        Column key = key(table, input);
        Column number = lit(null).cast(DataTypes.IntegerType);
        Column isWanted = lit(false);
        for (int i = 0; i < groups.size(); i++) {
            Column isWithin = groups.get(i).isWithin(input.day());
            number = when(isWithin, lit(i)).otherwise(number);
            isWanted = isWanted.or(isWithin.and(isBelow(key, groups.get(i).rows())));
        }
        // The greatest day of all is no day of Spark's.
        Column isKnown =
                plan.lastDay().equals(LocalDate.MAX) ? lit(true) : input.day().leq(lit(plan.lastDay()));
        Column[] more = outcomes.map(taken -> taken.columns(input)).orElse(new Column[0]);
        return applicants(
                selected(table.where(isKnown.and(isWanted)), input, number, key, more), outcomes.orElse(null));
    }

    /** A sample of a whole table, which need not have the time or the entity column. */
    public List<Applicant> ofAll(Dataset<Row> table, long rows) {
        boolean hasTime = ColumnPaths.names(table.schema()).contains(columns.time());
        PassInput input = new PassInput(table, plan, columns, hasTime);
        Column key = key(table, input);
        return drawn(applicants(selected(table.where(isBelow(key, rows)), input, lit(0), key), null), 1)
                .get(0);
    }

    private Column isBelow(Column key, long rows) {
        double wanted = most + SLACK * Math.sqrt(most);
        return wanted >= rows ? lit(true) : key.lt(lit((long) (wanted / rows * Long.MAX_VALUE)));
    }

    /** A hash from 0 up, so that thresholds are shares. */
    private Column key(Dataset<Row> table, PassInput input) {
        Stream<Column> hashed = hasEntity(table)
                ? Stream.of(input.text(columns.entity()))
                : Stream.concat(
                        Stream.of(input.time()), plan.features().stream().map(input::value));
        return shiftrightunsigned(
                xxhash64(Stream.concat(Stream.of(lit(SEED)), hashed).toArray(Column[]::new)), 1);
    }

    private boolean hasEntity(Dataset<Row> table) {
        return columns.entity() != null && ColumnPaths.names(table.schema()).contains(columns.entity());
    }

    private Dataset<Row> selected(Dataset<Row> wanted, PassInput input, Column group, Column key, Column... more) {
        List<Column> selected = new ArrayList<>(List.of(
                group.as("group"),
                key.as("key"),
                (hasEntity(wanted) ? input.text(columns.entity()) : lit(null).cast(DataTypes.StringType))
                        .as("entity")));
        for (Feature feature : plan.features()) {
            Column value = input.value(feature);
            selected.add(
                    (feature.kind().isNumeric() ? value.cast(DataTypes.DoubleType) : value).as("c" + selected.size()));
        }
        selected.addAll(List.of(more));
        return wanted.select(selected.toArray(Column[]::new));
    }

    private JavaPairRDD<Integer, Applicant> applicants(Dataset<Row> selected, SampledOutcomes outcomes) {
        boolean[] isNumber = new boolean[plan.features().size()];
        for (int i = 0; i < isNumber.length; i++) {
            isNumber[i] = plan.isNumeric(i);
        }
        return selected.javaRDD().mapToPair(row -> new Tuple2<>(row.getInt(0), applicant(row, isNumber, outcomes)));
    }

    private List<List<Applicant>> drawn(JavaPairRDD<Integer, Applicant> candidates, int groups) {
        Map<Integer, List<Applicant>> byGroup = new HashMap<>();
        candidates
                .collect()
                .forEach(one -> byGroup.computeIfAbsent(one._1(), any -> new ArrayList<>())
                        .add(one._2()));
        List<List<Applicant>> samples = new ArrayList<>();
        for (int i = 0; i < groups; i++) {
            samples.add(byGroup.getOrDefault(i, List.of()).stream()
                    .sorted()
                    .limit(most)
                    .toList());
        }
        return samples;
    }

    /** @param outcomes what follows the features; null where nothing does */
    private static Applicant applicant(Row row, boolean[] isNumber, SampledOutcomes outcomes) {
        int count = 0;
        for (boolean is : isNumber) {
            count += is ? 1 : 0;
        }
        double[] numbers = new double[count];
        String[] categories = new String[isNumber.length - count];
        int number = 0;
        int category = 0;
        for (int i = 0; i < isNumber.length; i++) {
            int cell = FIRST_FEATURE + i;
            if (isNumber[i]) {
                numbers[number++] = row.isNullAt(cell) ? Double.NaN : row.getDouble(cell);
            } else {
                categories[category++] = row.getString(cell);
            }
        }
        int outcome = FIRST_FEATURE + isNumber.length;
        int score = outcome + 1;
        return new Applicant(
                row.getLong(1),
                numbers,
                categories,
                row.getString(2),
                outcomes == null ? null : outcomes.isBad(row.getString(outcome)),
                outcomes == null || row.isNullAt(score)
                        ? Double.NaN
                        : outcomes.champion().risk(row.getDouble(score)));
    }
}
