package io.tidemark.spark.shift;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidemark.cohort.Slice;
import io.tidemark.shift.Judge;
import io.tidemark.shift.Made;
import io.tidemark.shift.Thresholds;
import io.tidemark.spark.shift.Peers.Brought;
import io.tidemark.spark.shift.Peers.Place;
import io.tidemark.spark.shift.Peers.Taken;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import scala.Tuple2;

class PeersTest {
    private static final Peers PEERS = new Peers(Made.month(3), Slice.ALL, "previous", false);

    private static Tuple2<Integer, Taken> taken(int partition, String feature, Double q, Double importance) {
        return new Tuple2<>(partition, new Taken(new Place(PEERS, feature), q, importance));
    }

    /** q by R: {@code p.adjust(c(0.01, 0.04, 0.03), "BH")}. */
    @Test
    void eachFeatureTakesItsOwnBackToWhereItIsInWhateverOrderTheyCome() {
        List<Brought> brought = List.of(
                new Brought(1, "d", 0.03, 0.0),
                new Brought(0, "a", 0.01, 3.0),
                new Brought(0, "c", null, null),
                new Brought(1, "b", 0.04, 1.0));
        Iterable<Tuple2<Integer, Taken>> found = () -> PEERS.compared(brought, new Judge(Thresholds.CONVENTION));
        Set<Tuple2<Integer, Taken>> all =
                StreamSupport.stream(found.spliterator(), false).collect(Collectors.toSet());
        assertEquals(
                Set.of(
                        taken(0, "a", 0.03, 0.75),
                        taken(1, "b", 0.04, 0.25),
                        taken(0, "c", null, null),
                        taken(1, "d", 0.04, 0.0)),
                all);
    }
}
