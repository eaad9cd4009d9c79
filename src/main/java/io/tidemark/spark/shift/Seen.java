package io.tidemark.spark.shift;

import io.tidemark.cohort.Cohort;
import io.tidemark.shift.Judge;
import io.tidemark.shift.JudgedShift;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one pass over the shifts of all applicants against the deciding reference leaves over: cohorts in numbers, and of the newest ones the
 * shifts that may be spoken of. Which cohort is the newest turns out on the
 * way. Shifts are in no order.
 */
final class Seen implements Serializable {
    private final Judge judge;
    private final SortedMap<Cohort, CohortCounts> cohorts = new TreeMap<>();
    private final List<JudgedShift> scores = new ArrayList<>();
    private final OfNewest notable = new OfNewest();
    private final OfNewest effects = new OfNewest();

    Seen(Judge judge) {
        this.judge = judge;
    }

    /** Shifts of the newest cohort that has any. */
    private static final class OfNewest implements Serializable {
        private Cohort newest;
        private final List<JudgedShift> shifts = new ArrayList<>();

        void add(Cohort cohort, List<JudgedShift> more) {
            if (newest == null || cohort.compareTo(newest) > 0) {
                newest = cohort;
                shifts.clear();
            }
            if (cohort.equals(newest)) {
                shifts.addAll(more);
            }
        }

        void addAll(OfNewest other) {
            if (other.newest != null) {
                add(other.newest, other.shifts);
            }
        }
    }

    Seen add(JudgedShift shift) {
        if (shift.shift().feature().isScore()) {
            scores.add(shift);
            return this;
        }
        Cohort cohort = shift.shift().cohort();
        cohorts.merge(cohort, CohortCounts.of(shift), CohortCounts::plus);
        boolean isNotable = shift.severity().isShift() || judge.isUnsteady(shift.shift());
        notable.add(cohort, isNotable ? List.of(shift) : List.of());
        if (shift.shift().effect() != null && shift.shift().effect().rateEffect() != null) {
            effects.add(cohort, List.of(shift));
        }
        return this;
    }

    Seen addAll(Seen other) {
        other.cohorts.forEach((cohort, counts) -> cohorts.merge(cohort, counts, CohortCounts::plus));
        scores.addAll(other.scores);
        notable.addAll(other.notable);
        effects.addAll(other.effects);
        return this;
    }

    /** The features of each cohort by their severities. */
    SortedMap<Cohort, CohortCounts> cohorts() {
        return cohorts;
    }

    /** Of every cohort. */
    List<JudgedShift> scores() {
        return scores;
    }

    /** Of the newest cohort, those that are shifts or whose reference is not steady. */
    List<JudgedShift> notable() {
        return notable.shifts;
    }

    /** Of the newest cohort whose outcomes are known, those that have an effect on the bad rate. */
    List<JudgedShift> effects() {
        return effects.shifts;
    }
}
