package io.tidemark.spark.shift;

import io.tidemark.cohort.Calendar;
import io.tidemark.cohort.Cohort;
import io.tidemark.cohort.Slice;
import io.tidemark.shift.AlarmRule;
import io.tidemark.shift.FeatureShift;
import io.tidemark.shift.Importance;
import io.tidemark.shift.Judge;
import io.tidemark.shift.JudgedShift;
import io.tidemark.shift.PatternReader;
import io.tidemark.spark.shift.Peers.Brought;
import io.tidemark.spark.shift.Peers.Place;
import io.tidemark.spark.shift.Peers.Taken;
import java.io.Serializable;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import scala.Tuple2;

/**
 * From shifts to judged shifts. What is significant depends on how many features of a cohort were looked at, and an alarm on what a feature did
 * before. Shifts stay with their feature: only what a feature has to know of the others of a cohort, two numbers a shift, goes from one to the
 * other.
 */
public final class Judging implements Serializable {
    private final Judge judge;
    private final AlarmRule alarms;
    private final Calendar calendar;
    private final PatternReader patterns;
    private final Importance importance;

    public Judging(Judge judge, AlarmRule alarms, Calendar calendar, Importance importance) {
        this.judge = judge;
        this.alarms = alarms;
        this.calendar = calendar;
        this.importance = importance;
        this.patterns = new PatternReader(calendar.references(), judge.thresholds());
    }

    /**
     * How every shift is judged.
     *
     * @param results each feature once, always in the same partition
     */
    public JavaRDD<JudgedShift> of(JavaRDD<KeptResult> results) {
        JavaPairRDD<Integer, Taken> taken = JavaPairRDD.fromJavaRDD(
                        results.mapPartitionsWithIndex(this::brought, false))
                .groupByKey()
                .flatMapToPair(peers -> peers._1().compared(peers._2(), judge))
                // The partition of a number is the number itself, as it is below theirs.
                .partitionBy(new HashPartitioner(results.getNumPartitions()));
        return results.zipPartitions(taken.values(), this::judged);
    }

    private Iterator<Tuple2<Peers, Brought>> brought(int partition, Iterator<KeptResult> results) {
        return stream(results)
                .flatMap(result -> result.shifts().stream())
                .map(shift -> new Tuple2<>(Peers.of(shift), Brought.of(partition, shift, importance)))
                .iterator();
    }

    private Iterator<JudgedShift> judged(Iterator<KeptResult> results, Iterator<Taken> taken) {
        Map<Place, Taken> byPlace = new HashMap<>();
        taken.forEachRemaining(one -> byPlace.put(one.place(), one));
        return stream(results)
                .flatMap(result -> bySlice(result.shifts()).values().stream())
                .flatMap(ofSlice -> followed(ofSlice, byPlace))
                .iterator();
    }

    private static SortedMap<Slice, List<FeatureShift>> bySlice(Collection<FeatureShift> shifts) {
        return shifts.stream().collect(Collectors.groupingBy(FeatureShift::slice, TreeMap::new, Collectors.toList()));
    }

    /** The shifts of one slice of a feature: in each cohort all references together, then against each the cohorts in the order of time. */
    private Stream<JudgedShift> followed(List<FeatureShift> ofSlice, Map<Place, Taken> taken) {
        SortedMap<Cohort, List<FeatureShift>> byCohort = ofSlice.stream()
                .sorted(Comparator.comparing(shift -> shift.reference().id()))
                .collect(Collectors.groupingBy(FeatureShift::cohort, TreeMap::new, Collectors.toList()));
        SortedMap<String, List<JudgedShift>> byReference = byCohort.values().stream()
                .flatMap(shifts ->
                        patterns
                                .read(shifts.stream()
                                        .map(shift -> graded(shift, taken.get(Place.of(shift))))
                                        .toList())
                                .stream())
                .collect(Collectors.groupingBy(
                        judged -> judged.shift().reference().id(), TreeMap::new, Collectors.toList()));
        return byReference.values().stream().flatMap(shifts -> alarms.follow(shifts, calendar).stream());
    }

    private JudgedShift graded(FeatureShift shift, Taken taken) {
        return judge.grade(shift, taken.qValue(), taken.importance());
    }

    private static <T> Stream<T> stream(Iterator<T> iterator) {
        Iterable<T> once = () -> iterator;
        return StreamSupport.stream(once.spliterator(), false);
    }
}
