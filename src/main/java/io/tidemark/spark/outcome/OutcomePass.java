package io.tidemark.spark.outcome;

import static org.apache.spark.sql.functions.lit;

import io.tidemark.cohort.Calendar;
import io.tidemark.cohort.Cohort;
import io.tidemark.cohort.SegmentKey;
import io.tidemark.cohort.Slice;
import io.tidemark.config.MonitorConfig;
import io.tidemark.model.BadOutcome;
import io.tidemark.model.ScoredModel;
import io.tidemark.spark.pass.InternalRows;
import io.tidemark.spark.pass.PassInput;
import io.tidemark.spark.pass.PassPlan;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;
import scala.Tuple2;

/**
 * Gathers outcomes and scores by cohort, in one pass over the few columns that hold them. A cohort's applicants come together in one task, as
 * columns of numbers, since areas under the curve take them all.
 *
 * @param bad the bad value of the label
 * @param lastMature the last day of application whose outcomes can be known
 */
record OutcomePass(
        Calendar calendar, List<ScoredModel> models, List<SegmentKey> segments, BadOutcome bad, long lastMature)
        implements Serializable {
    private static final int DAY = 0;
    private static final int OUTCOME = 1;
    private static final int KNOWN_ON = 2;
    private static final int FIRST_SCORE = 3;

    static OutcomePass of(MonitorConfig config, LocalDate asOf) {
        return new OutcomePass(
                config.calendar(),
                config.outcomes().models(),
                config.columns().segments(),
                config.outcomes().bad(),
                config.outcomes().maturity().lastMatureDay(asOf).toEpochDay());
    }

    /**
     * Cohorts of a monitor.
     *
     * @param applicants with their scores; also of other cohorts
     * @param wanted the cohorts
     */
    JavaPairRDD<Cohort, CohortScores> cohorts(
            MonitorConfig config, Dataset<Row> applicants, PassPlan plan, LocalDate asOf, Set<Cohort> wanted) {
        PassInput input = new PassInput(applicants, plan, config.columns(), true);
        Dataset<Row> rows = selected(config, applicants, input).where("d <= DATE '" + asOf + "'");
        OutcomePass pass = this;
        long known = asOf.toEpochDay();
        return InternalRows.of(rows)
                .mapPartitionsToPair(part -> pass.gathered(part, known))
                .filter(cohort -> wanted.contains(cohort._1()))
                .reduceByKey(CohortScores::plus)
                .mapValues(CohortScores::inOrder);
    }

    private Dataset<Row> selected(MonitorConfig config, Dataset<Row> applicants, PassInput input) {
        List<Column> selected = new ArrayList<>();
        selected.add(input.day().as("d"));
        String label = config.outcomes().label();
        selected.add((label == null ? lit(null).cast(DataTypes.StringType) : input.text(label)).as("o"));
        String knownOn = config.columns().outcomeDate();
        selected.add((knownOn == null ? lit(null) : input.column(knownOn))
                .cast(DataTypes.DateType)
                .as("k"));
        models.forEach(model -> selected.add(
                input.column(model.name()).cast(DataTypes.DoubleType).as("s" + selected.size())));
        columns().forEach(column -> selected.add(input.text(column).as("g" + selected.size())));
        return applicants.select(selected.toArray(new Column[0]));
    }

    private List<String> columns() {
        return segments.stream()
                .flatMap(segment -> segment.columns().stream())
                .distinct()
                .toList();
    }

    private Iterator<Tuple2<Cohort, CohortScores>> gathered(Iterator<InternalRow> rows, long asOf) {
        Map<Cohort, CohortScores> cohorts = new HashMap<>();
        Map<Integer, CohortScores> byDay = new HashMap<>();
        Map<UTF8String, Byte> outcomes = new HashMap<>();
        double[] scores = new double[models.size()];
        int[] codes = new int[segments.size()];
        List<String> columns = columns();
        while (rows.hasNext()) {
            InternalRow row = rows.next();
            if (row.isNullAt(DAY)) {
                continue;
            }
            int day = row.getInt(DAY);
            CohortScores of = byDay.computeIfAbsent(
                    day,
                    any -> cohorts.computeIfAbsent(
                            calendar.cohortOf(LocalDate.ofEpochDay(any)),
                            cohort -> new CohortScores(scores.length, codes.length)));
            for (int model = 0; model < scores.length; model++) {
                int cell = FIRST_SCORE + model;
                scores[model] =
                        row.isNullAt(cell) ? Double.NaN : models.get(model).risk(row.getDouble(cell));
            }
            for (int key = 0; key < codes.length; key++) {
                codes[key] = of.code(slice(segments.get(key), columns, row));
            }
            of.add(outcome(row, day, asOf, outcomes), scores, codes);
        }
        return cohorts.entrySet().stream()
                .map(entry -> new Tuple2<>(entry.getKey(), entry.getValue()))
                .iterator();
    }

    private byte outcome(InternalRow row, int day, long asOf, Map<UTF8String, Byte> known) {
        if (day > lastMature || (!row.isNullAt(KNOWN_ON) && row.getInt(KNOWN_ON) > asOf)) {
            return CohortScores.LATER;
        }
        if (row.isNullAt(OUTCOME)) {
            return CohortScores.NONE;
        }
        UTF8String text = row.getUTF8String(OUTCOME);
        Byte outcome = known.get(text);
        if (outcome == null) {
            outcome = bad.is(text.toString()) ? CohortScores.BAD : CohortScores.GOOD;
            known.put(text.copy(), outcome);
        }
        return outcome;
    }

    private Slice slice(SegmentKey segment, List<String> columns, InternalRow row) {
        List<String> values = segment.columns().stream()
                .map(column -> FIRST_SCORE + models.size() + columns.indexOf(column))
                .map(cell -> row.isNullAt(cell)
                        ? Slice.MISSING
                        : row.getUTF8String(cell).toString())
                .toList();
        return segment.slice(values);
    }
}
