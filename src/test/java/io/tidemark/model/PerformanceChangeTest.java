package io.tidemark.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidemark.model.PerformanceChange.Side;
import org.junit.jupiter.api.Test;

class PerformanceChangeTest {
    private static final Side BEFORE = new Side(
            Figure.of(new Auc(0.75, 0.0009)),
            Figure.of(new Estimate(0.1, 0.04)),
            Figure.of(new ApprovalRatio("south", 1, 0, 0).estimate()));
    private static final Side NOW = new Side(
            Figure.of(new Auc(0.70, 0.0016)),
            Figure.of(new Estimate(0.4, 0.03)),
            Figure.of(new ApprovalRatio("south", 0.5, Math.log(0.5), 0.1).estimate()));

    private static void assertIs(double value, double error, Figure<Estimate> change) {
        assertEquals(value, change.known().orElseThrow().value(), 1e-12);
        assertEquals(error, change.known().orElseThrow().standardError(), 1e-12);
    }

    @Test
    void itIsTheCohortLessTheReferenceWithTheErrorsOfBoth() {
        PerformanceChange change = PerformanceChange.of(BEFORE, NOW);
        assertIs(-0.05, 0.05, change.auc());
        assertIs(0.3, 0.05, change.calibrationIntercept());
        assertIs(-0.5, 0.05, change.approvalRatio());
    }

    @Test
    void whatOneSideLacksHasNoChange() {
        Side without =
                new Side(Figure.undefined("no bads"), BEFORE.calibrationIntercept(), Figure.undefined("no cutoff"));
        PerformanceChange change = PerformanceChange.of(without, NOW);
        assertEquals("no bads", change.auc().whyNot().orElseThrow());
        assertEquals("no cutoff", change.approvalRatio().whyNot().orElseThrow());
        assertIs(0.3, 0.05, change.calibrationIntercept());
    }
}
