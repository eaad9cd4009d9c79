package io.tidemark.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidemark.cohort.Slice;
import io.tidemark.model.Auc;
import io.tidemark.model.Estimate;
import io.tidemark.model.Figure;
import io.tidemark.model.LogisticCalibration;
import io.tidemark.model.LogisticLine;
import io.tidemark.model.PerformanceChange.Side;
import io.tidemark.model.ScoreBands;
import io.tidemark.model.ScoreForm;
import io.tidemark.model.ScoredModel;
import io.tidemark.model.ScoredModel.Role;
import io.tidemark.model.ScoredModel.Scale;
import io.tidemark.spark.outcome.ModelGauge;
import io.tidemark.spark.outcome.ModelReference;
import io.tidemark.spark.output.StoredReferences;
import io.tidemark.spark.output.Tables;
import io.tidemark.spark.table.Partition;
import io.tidemark.spark.table.RunId;
import io.tidemark.spark.table.TableStore;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was learned of the reference is read back as it was, to the last bit, so that a later run need not learn it again. */
@Tag("spark")
class StoredReferencesTest {
    private static final RunId RUN = new RunId("cards", "first");
    private static final ScoredModel CHAMPION = new ScoredModel("pd", Role.CHAMPION, Scale.PROBABILITY, 0.15);
    private static final ScoredModel CHALLENGER =
            new ScoredModel("points", Role.CHALLENGER, Scale.HIGH_GOOD, Double.NaN);
    private static final Slice WEB = new Slice("channel", "web");

    private static final ModelGauge OF_CHAMPION = new ModelGauge(
            CHAMPION,
            ScoreBands.of(0.1, 0.1 + 0.2, 1 / 3.0),
            Figure.of(new LogisticCalibration(
                    ScoreForm.PROBABILITY,
                    new LogisticLine(new Estimate(-0.1, 0.01), new Estimate(1 / 1.1, 0.02), -1e-5),
                    1_000,
                    99)));
    private static final ModelGauge OF_CHALLENGER =
            new ModelGauge(CHALLENGER, ScoreBands.of(), Figure.undefined("the scores separate the bad from the good"));

    private static final List<ModelReference> REFERENCES = List.of(
            new ModelReference(Slice.ALL, OF_CHAMPION, side(0.7, Figure.undefined("no protected key")), "abc"),
            new ModelReference(WEB, OF_CHAMPION, side(0.6, Figure.of(new Estimate(0.8, 0.03))), "abc"),
            new ModelReference(Slice.ALL, OF_CHALLENGER, side(0.9, Figure.undefined("no cutoff")), "abc"),
            new ModelReference(
                    WEB,
                    OF_CHALLENGER,
                    new Side(Figure.undefined("no bads"), Figure.undefined("points"), Figure.undefined("no cutoff")),
                    "abc"));

    @TempDir
    Path folder;

    private TableStore store;

    private static Side side(double area, Figure<Estimate> ratio) {
        return new Side(Figure.of(new Auc(area, 0.1 * area)), Figure.of(new Estimate(0.01, 0.002)), ratio);
    }

    @BeforeEach
    void write() {
        store = new TableStore(Output.session(), folder.toString());
        store.replace(Tables.MODEL_REFERENCES, RUN, REFERENCES, Partition.ofMonitor(RUN));
        RunId other = new RunId("loans", "first");
        store.replace(Tables.MODEL_REFERENCES, other, REFERENCES.subList(0, 1), Partition.ofMonitor(other));
    }

    private static List<String> shown(List<ModelReference> references) {
        return references.stream()
                .map(one -> List.of(
                                one.slice(),
                                one.gauge().model(),
                                Arrays.toString(one.gauge().bands().edges()),
                                one.gauge().calibration(),
                                one.side(),
                                one.measuredBy())
                        .toString())
                .sorted()
                .toList();
    }

    @Test
    void theyAreWhatTheyWere() {
        assertEquals(shown(REFERENCES), shown(StoredReferences.of(store, RUN, List.of(CHAMPION, CHALLENGER))));
    }

    @Test
    void ofFewerModelsThoseAreRead() {
        assertEquals(shown(REFERENCES.subList(0, 2)), shown(StoredReferences.of(store, RUN, List.of(CHAMPION))));
    }

    @Test
    void whereAModelIsNewThereAreNone() {
        ScoredModel other = new ScoredModel("other", Role.CHALLENGER, Scale.PROBABILITY, Double.NaN);
        assertEquals(List.of(), StoredReferences.of(store, RUN, List.of(CHAMPION, other)));
    }

    @Test
    void ofAnotherRunThereAreNone() {
        assertEquals(List.of(), StoredReferences.of(store, new RunId("cards", "second"), List.of(CHAMPION)));
    }
}
