package io.tidemark.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.measure.Smoothing.HalfCount;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class WeightOfEvidenceTest {
    /** {@code g, b = np.array([60, 25, 5, 0]), np.array([5, 5, 10, 0]); g, b = (g + .5) / (g + .5).sum(), (b + .5) / (b + .5).sum()}, then
     * {@code w = np.log(g / b)} and {@code ((g - b) * w).sum()}. */
    @Test
    void anExampleByNumPy() {
        WeightOfEvidence evidence = WeightOfEvidence.of(new long[] {65, 30, 15, 0}, new long[] {5, 5, 10, 0})
                .known()
                .orElseThrow();
        double[] expected = {0.9671491491076462, 0.1031842362352308, -2.0773732886157767, -1.4307461236907246};
        for (int bin = 0; bin < expected.length; bin++) {
            assertEquals(expected[bin], evidence.ofBins().get(bin), 1e-12);
        }
        assertEquals(1.289046306430955, evidence.informationValue(), 1e-12);
    }

    @RepeatedTest(20)
    void theInformationValueIsThePsiBetweenGoodAndBad(RepetitionInfo info) {
        Random random = new Random(info.getCurrentRepetition());
        int bins = 2 + random.nextInt(10);
        long[] bads = random.longs(bins, 0, 30).toArray();
        long[] goods = random.longs(bins, 0, 200).toArray();
        bads[0]++;
        goods[0]++;
        long[] all = new long[bins];
        for (int bin = 0; bin < bins; bin++) {
            all[bin] = bads[bin] + goods[bin];
        }
        HalfCount smoothing = new HalfCount();
        double psi = 0;
        for (int bin = 0; bin < bins; bin++) {
            double p = smoothing.share(bads[bin], Arrays.stream(bads).sum(), bins);
            double q = smoothing.share(goods[bin], Arrays.stream(goods).sum(), bins);
            psi += (q - p) * Math.log(q / p);
        }
        double value = WeightOfEvidence.of(all, bads).known().orElseThrow().informationValue();
        assertEquals(psi, value, 1e-12);
        assertTrue(value >= 0);
        assertEquals(
                value, WeightOfEvidence.of(all, goods).known().orElseThrow().informationValue(), 1e-12);
    }

    @Test
    void withoutBothOutcomesThereIsNoEvidence() {
        assertEquals(
                "takes bad and good applicants, and all are good",
                WeightOfEvidence.of(new long[] {3, 4}, new long[2]).whyNot().orElseThrow());
        assertThrows(IllegalArgumentException.class, () -> WeightOfEvidence.of(new long[2], new long[3]));
    }
}
