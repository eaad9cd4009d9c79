package io.tidemark.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidemark.cohort.Cohort;
import io.tidemark.cohort.Granularity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AgeingModelTest {
    private static final Cohort MARCH = new Cohort(Granularity.MONTH, LocalDate.parse("2024-03-01"));
    private static final Cohort APRIL = MARCH.next();
    private static final Cohort MAY = APRIL.next();
    private static final Cohort JUNE = MAY.next();
    private static final double[] IN_APRIL = {0.4, 0.3, 0.35, 0.2, 0.1, 0.9, 0.25, 0.2};
    private static final double[] LATER = {0.5, 0.2, 0.15, 0.45, 0.3, 0.8, 0.05, 0.2};
    private static final boolean[] BAD_IN_APRIL = {true, false, false, true, false, true, false, false};
    private static final boolean[] BAD_IN_MAY = {false, false, true, true, false, true, false, true};

    private static final ScoredOutcomes OF_APRIL = new ScoredOutcomes(BAD_IN_APRIL, IN_APRIL);
    private static final ScoredOutcomes OF_MAY = new ScoredOutcomes(BAD_IN_MAY, LATER);
    private static final ScoredOutcomes OF_JUNE = new ScoredOutcomes(BAD_IN_APRIL, LATER);

    private static AgeingModel model(List<Staleness> known) {
        return new AgeingModel(Recipe.LOGISTIC, MARCH, known);
    }

    private static List<Staleness> way() {
        AgeingModel model = model(List.of());
        List<Staleness> way = new ArrayList<>();
        way.add(model.on(APRIL, OF_APRIL, IN_APRIL, Optional.empty()));
        way.add(model.on(MAY, OF_MAY, LATER, Optional.of(OF_APRIL)));
        way.add(model.on(JUNE, OF_JUNE, LATER, Optional.of(OF_MAY)));
        return way;
    }

    /**
     * <pre>
     * python3 -c "
     * import numpy as np; from scipy.optimize import minimize
     * p=np.array([.4,.3,.35,.2,.1,.9,.25,.2]); y=np.array([1,0,0,1,0,1,0,0.])
     * q=np.array([.5,.2,.15,.45,.3,.8,.05,.2]); z=np.array([0,0,1,1,0,1,0,1.])
     * lg=lambda p:np.log(p/(1-p)); s=lambda x:1/(1+np.exp(-x)); x=lg(np.r_[p,q]); t=2*np.r_[y,z]-1
     * a,b=minimize(lambda w:np.sum(np.logaddexp(0,-t*(w[0]+w[1]*x))),[0,1],method='Nelder-Mead',
     *   options=dict(xatol=1e-13,fatol=1e-15,maxiter=9999)).x
     * print(a,b,np.mean((s(a+b*lg(q))-y)**2))"
     * </pre>
     */
    @Test
    void itsLevelIsRefittedOnTwoCohortsAndHeldAgainstTheNext() {
        List<Staleness> way = way();
        LogisticRecalibration refit = way.get(1).recalibration().orElseThrow();
        assertEquals(0.45304647519481045, refit.intercept(), 1e-6);
        assertEquals(0.8735603397796495, refit.slope(), 1e-6);
        assertEquals(Set.of(MAY), way.get(2).recalibratedBrier().keySet());
        assertEquals(0.1033841823078874, way.get(2).recalibratedBrier().get(MAY), 1e-7);
    }

    @Test
    void onTheCohortsThatItWouldBeRefittedOnItIsAsItWasTrained() {
        List<Staleness> way = way();
        assertEquals(Optional.empty(), way.get(0).recalibration());
        assertEquals(Set.of(), way.get(0).recalibratedBrier().keySet());
        assertEquals(Set.of(), way.get(1).recalibratedBrier().keySet());
    }

    @Test
    void whatIsKnownOfItsWayNeedNotBeFoundAgain() {
        List<Staleness> way = way();
        assertEquals(way.get(2), model(way.subList(0, 2)).on(JUNE, OF_JUNE, LATER, Optional.of(OF_MAY)));
    }

    @Test
    void whereNobodyTurnedOutBadThereIsNoLevelToRefit() {
        ScoredOutcomes good = new ScoredOutcomes(new boolean[8], LATER);
        assertEquals(Optional.empty(), LogisticRecalibration.on(List.of(good, good)));
    }
}
