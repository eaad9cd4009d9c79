package io.tidemark.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.tidemark.cohort.Cohort;
import io.tidemark.cohort.Granularity;
import io.tidemark.model.Staleness.Gap;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class StalenessTest {
    private static final Cohort MARCH = new Cohort(Granularity.MONTH, LocalDate.parse("2024-03-01"));
    private static final boolean[] BAD = {true, false, false, true, false, true, false, false};
    private static final double[] OLD = {0.4, 0.3, 0.35, 0.2, 0.1, 0.9, 0.25, 0.2};
    private static final double[] FRESH = {0.5, 0.2, 0.15, 0.45, 0.3, 0.8, 0.05, 0.2};

    /**
     * <pre>
     * python3 -c "
     * import numpy as np
     * y=np.array([1,0,0,1,0,1,0,0.]); p=np.array([.4,.3,.35,.2,.1,.9,.25,.2]); f=np.array([.5,.2,.15,.45,.3,.8,.05,.2])
     * d=(p-y)**2-(f-y)**2; print(-np.mean(y*np.log(p)+(1-y)*np.log(1-p)), np.mean((p-y)**2), d.mean(), d.std(ddof=1)/8**.5)
     * psi=lambda s:(s[y==1][:,None]>s[y==0])+.5*(s[y==1][:,None]==s[y==0]); D=psi(f)-psi(p)
     * print(psi(p).mean(), D.mean(), (D.mean(1).var(ddof=1)/3+D.mean(0).var(ddof=1)/5)**.5)"
     * </pre>
     */
    @Test
    void figuresAreThoseOfNumpy() {
        Staleness figures = Staleness.of(Recipe.LOGISTIC, MARCH, MARCH.next(), BAD, OLD, FRESH);
        assertEquals(8, figures.labelled());
        assertEquals(3, figures.bads());
        assertEquals(0.5043416449276357, figures.logLoss(), 1e-12);
        assertEquals(0.166875, figures.brier(), 1e-12);
        assertEquals(0.06843750000000001, figures.brierGap().value(), 1e-12);
        assertEquals(0.04470872373126493, figures.brierGap().standardError(), 1e-12);
        assertEquals(0.7666666666666667, figures.auc(), 1e-12);
        assertEquals(0.23333333333333334, figures.aucGap().value(), 1e-12);
        assertEquals(0.24267032964268392, figures.aucGap().standardError(), 1e-12);
    }

    @Test
    void theFreshestModelHasNoGapToItself() {
        Staleness figures = Staleness.of(Recipe.TREES, MARCH, MARCH.next(), BAD, OLD, OLD);
        assertEquals(new Gap(0, 0), figures.brierGap());
        assertEquals(new Gap(0, 0), figures.aucGap());
    }

    @Test
    void aProbabilityOfNothingCostsNoMoreThanTheSmallestThatCountsAsOne() {
        double[] sure = {0, 0, 0, 1, 0, 1, 0, 0};
        assertEquals(
                36.04365338911715 / 8,
                Staleness.of(Recipe.TREES, MARCH, MARCH.next(), BAD, sure, sure).logLoss(),
                1e-12);
    }

    @Test
    void aModelIsNotJudgedOnWhatItWasTrainedOn() {
        assertThrows(IllegalArgumentException.class, () -> Staleness.of(Recipe.TREES, MARCH, MARCH, BAD, OLD, FRESH));
    }
}
