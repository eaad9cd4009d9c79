package io.tidemark.spark.shift;

import io.tidemark.cohort.Cohort;
import io.tidemark.cohort.Slice;
import io.tidemark.shift.FeatureShift;
import io.tidemark.shift.Importance;
import io.tidemark.shift.Judge;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.StreamSupport;
import scala.Tuple2;

/**
 * The features that are seen beside each other: those of one slice of a cohort against one reference. Scores are by themselves, since they are no
 * further tests of the population.
 *
 * @param reference its name
 */
record Peers(Cohort cohort, Slice slice, String reference, boolean isOfScores) implements Serializable {
    static Peers of(FeatureShift shift) {
        return new Peers(
                shift.cohort(),
                shift.slice(),
                shift.reference().id(),
                shift.feature().isScore());
    }

    /**
     * What a shift brings to its peers.
     *
     * @param partition where the feature's results are
     * @param pValue null where there is none
     * @param weight null where it is not known
     */
    record Brought(int partition, String feature, Double pValue, Double weight) implements Serializable {
        static Brought of(int partition, FeatureShift shift, Importance importance) {
            return new Brought(
                    partition,
                    shift.feature().name(),
                    Judge.pValue(shift),
                    importance.weight(shift).orElse(null));
        }
    }

    /** Which shift it is. */
    record Place(Peers peers, String feature) implements Serializable {
        static Place of(FeatureShift shift) {
            return new Place(Peers.of(shift), shift.feature().name());
        }
    }

    /**
     * What a shift takes away from its peers.
     *
     * @param qValue null where it has no p-value
     * @param importance null where it is not known
     */
    record Taken(Place place, Double qValue, Double importance) implements Serializable {}

    /** What each of the peers takes away, with the partition where its feature's results are. */
    Iterator<Tuple2<Integer, Taken>> compared(Iterable<Brought> features, Judge judge) {
        // Sums of weights depend on their order in the last digit.
        List<Brought> byName = StreamSupport.stream(features.spliterator(), false)
                .sorted(Comparator.comparing(Brought::feature))
                .toList();
        List<Double> q = judge.qValues(byName.stream().map(Brought::pValue).toList());
        List<Double> shares =
                Importance.shares(byName.stream().map(Brought::weight).toList());
        List<Tuple2<Integer, Taken>> taken = new ArrayList<>();
        for (int i = 0; i < byName.size(); i++) {
            Brought one = byName.get(i);
            taken.add(
                    new Tuple2<>(one.partition(), new Taken(new Place(this, one.feature()), q.get(i), shares.get(i))));
        }
        return taken.iterator();
    }
}
