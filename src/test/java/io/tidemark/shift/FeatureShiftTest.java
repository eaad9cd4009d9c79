package io.tidemark.shift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.measure.KolmogorovSmirnovTest;
import io.tidemark.measure.MannWhitneyTest;
import io.tidemark.measure.MeasureResult;
import io.tidemark.measure.MeasureResult.Undefined;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FeatureShiftTest {
    private static final PsiNoise NOISE = Made.noise(0.02, 1_000, 1_000);

    private static double pValue(PsiNoise noise, MeasureResult kolmogorovSmirnov, MeasureResult mannWhitney) {
        FeatureShift made = Made.shift("income", Made.month(1), 0.02, noise);
        return new FeatureShift(
                        made.feature(),
                        made.cohort(),
                        made.reference(),
                        made.referenceWindow(),
                        made.slice(),
                        made.rows(),
                        made.referenceRows(),
                        made.averageDelta(),
                        made.missingShareDelta(),
                        made.zeroShareDelta(),
                        made.distinctShareDelta(),
                        Map.of(KolmogorovSmirnovTest.ID, kolmogorovSmirnov, MannWhitneyTest.ID, mannWhitney),
                        noise,
                        made.widestBin(),
                        made.newValues(),
                        made.lostValues(),
                        made.smoothing(),
                        made.context())
                .pValue()
                .orElse(Double.NaN);
    }

    private static double cauchy(double p) {
        return Math.tan((0.5 - p) * Math.PI);
    }

    @Test
    void binsCountOnceTheDistanceTwiceAndTheRanksThreeTimes() {
        double sum = cauchy(NOISE.pValue()) + 2 * cauchy(0.2) + 3 * cauchy(0.03);
        assertEquals(
                0.5 - Math.atan(sum / 6) / Math.PI,
                pValue(NOISE, new MeasureResult.Test(0.05, 0.2), new MeasureResult.Test(0.05, 0.03)),
                1e-12);
    }

    @Test
    void aTestWithoutAValueDoesNotCount() {
        Undefined none = new Undefined("no amounts");
        assertEquals(NOISE.pValue(), pValue(NOISE, none, none), 1e-12);
        double sum = cauchy(NOISE.pValue()) + 3 * cauchy(0.03);
        assertEquals(
                0.5 - Math.atan(sum / 4) / Math.PI, pValue(NOISE, none, new MeasureResult.Test(0.05, 0.03)), 1e-12);
    }

    @Test
    void withoutALawOfPsiThereIsNone() {
        assertTrue(Double.isNaN(pValue(null, new MeasureResult.Test(0.05, 0.2), new MeasureResult.Test(0.05, 0.03))));
    }
}
