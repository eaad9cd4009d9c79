package io.tidemark.spark.shift;

import io.tidemark.cohort.Calendar;
import io.tidemark.cohort.Cohort;
import io.tidemark.cohort.Reference;
import io.tidemark.cohort.Slice;
import io.tidemark.shift.AlarmRule;
import io.tidemark.shift.FeatureShift;
import io.tidemark.shift.Importance;
import io.tidemark.shift.Judge;
import io.tidemark.shift.JudgedShift;
import io.tidemark.shift.PatternReader;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.JavaRDD;
import scala.Tuple2;

/**
 * From shifts to judged shifts. First all features of a cohort together, since what is significant depends on how many were looked at; then each
 * feature through the cohorts, since an alarm depends on what was before.
 */
public final class Judging implements Serializable {
    /** All features of one slice of a cohort; scores by themselves, since they are no further tests of the population. */
    private record OfCohort(Cohort cohort, Slice slice, boolean isOfScores) implements Serializable {}

    /** All cohorts of one slice of a feature against one reference. */
    private record OfFeature(String feature, Slice slice, Reference reference) implements Serializable {}

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

    public JavaRDD<JudgedShift> of(JavaRDD<FeatureShift> shifts) {
        return shifts.mapToPair(shift -> new Tuple2<>(
                        new OfCohort(
                                shift.cohort(), shift.slice(), shift.feature().isScore()),
                        shift))
                .groupByKey()
                .values()
                .flatMap(this::judged)
                .mapToPair(judged -> new Tuple2<>(ofFeature(judged.shift()), judged))
                .groupByKey()
                .values()
                .flatMap(this::followed);
    }

    private static OfFeature ofFeature(FeatureShift shift) {
        return new OfFeature(shift.feature().name(), shift.slice(), shift.reference());
    }

    private Iterator<JudgedShift> judged(Iterable<FeatureShift> ofCohort) {
        SortedMap<String, List<FeatureShift>> byReference = new TreeMap<>();
        StreamSupport.stream(ofCohort.spliterator(), false)
                .sorted(Comparator.comparing(shift -> shift.feature().name()))
                .forEach(shift -> byReference
                        .computeIfAbsent(shift.reference().id(), id -> new ArrayList<>())
                        .add(shift));
        SortedMap<String, List<JudgedShift>> byFeature = new TreeMap<>();
        byReference.values().stream()
                .flatMap(shifts -> importance.of(judge.grade(shifts)).stream())
                .forEach(shift -> byFeature
                        .computeIfAbsent(shift.shift().feature().name(), name -> new ArrayList<>())
                        .add(shift));
        return byFeature.values().stream()
                .flatMap(shifts -> patterns.read(shifts).stream())
                .iterator();
    }

    private Iterator<JudgedShift> followed(Iterable<JudgedShift> ofFeature) {
        List<JudgedShift> inTime = StreamSupport.stream(ofFeature.spliterator(), false)
                .sorted(Comparator.comparing(judged -> judged.shift().cohort()))
                .toList();
        return alarms.follow(inTime, calendar).iterator();
    }
}
