package io.tidemark.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.backtest.Loss;
import io.tidemark.backtest.StalenessMatrix;
import io.tidemark.cohort.Cohort;
import io.tidemark.cohort.Granularity;
import io.tidemark.model.Staleness.Gap;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class StalenessTriangleTest {
    private static final LocalDate FIRST = LocalDate.parse("2020-01-01");

    private static Cohort month(int number) {
        return new Cohort(Granularity.MONTH, FIRST.plusMonths(number));
    }

    private static Staleness cell(Recipe recipe, int model, int cohort) {
        double auc = 0.8 - 0.01 * (cohort - model);
        double brier = 0.1 + 0.001 * cohort + 0.01 * (cohort - model);
        Gap brierGap = new Gap(0.01 * (cohort - model - 1), 0.002 * (cohort - model - 1));
        Gap aucGap = new Gap(0.01 * (cohort - model - 1), 0.003 * (cohort - model - 1));
        SortedMap<Cohort, Double> recalibrated = new TreeMap<>();
        for (int refit = model + 2; refit < cohort; refit++) {
            recalibrated.put(month(refit), brier - 0.0001 * refit);
        }
        return new Staleness(
                recipe,
                month(model),
                month(cohort),
                100,
                20,
                auc,
                0.3,
                brier,
                brierGap,
                aucGap,
                Optional.empty(),
                recalibrated);
    }

    private static List<Staleness> months(int from, int to) {
        List<Staleness> cells = new ArrayList<>();
        for (int model = from; model < to; model++) {
            for (int cohort = model + 1; cohort <= to; cohort++) {
                cells.add(cell(Recipe.LOGISTIC, model, cohort));
            }
        }
        return cells;
    }

    @Test
    void cohortsAreNumberedFromTheEarliestModel() {
        StalenessTriangle triangle =
                StalenessTriangle.of(months(3, 7), Recipe.LOGISTIC, Loss.AUC).orElseThrow();
        assertEquals(List.of(month(3), month(4), month(5), month(6), month(7)), triangle.cohorts());
        assertEquals(List.of(), triangle.leftOut());
        assertEquals(0, triangle.matrix().firstModel());
        assertEquals(4, triangle.matrix().lastCohort());
        assertEquals(0.23, triangle.matrix().loss(0, 3), 1e-12);
        assertEquals(0.77, triangle.matrix().auc(0, 3), 1e-12);
        assertEquals(0.02, triangle.matrix().gap(0, 3), 1e-12);
        assertEquals(0.006, triangle.matrix().gapStandardError(0, 3), 1e-12);
    }

    @Test
    void theBrierLossHasGapsOfItsOwn() {
        StalenessTriangle triangle =
                StalenessTriangle.of(months(3, 7), Recipe.LOGISTIC, Loss.BRIER).orElseThrow();
        assertEquals(0.1 + 0.006 + 0.03, triangle.matrix().loss(0, 3), 1e-12);
        assertEquals(0.004, triangle.matrix().gapStandardError(0, 3), 1e-12);
    }

    @Test
    void refitsOfTheLevelGoByTheNumbersOfTheirCohortsAndLeaveTheAucAsItIs() {
        StalenessMatrix brier = StalenessTriangle.of(months(3, 7), Recipe.LOGISTIC, Loss.BRIER)
                .orElseThrow()
                .matrix();
        assertEquals(0.1 + 0.007 + 0.04 - 0.0006, brier.loss(0, 4, OptionalInt.of(3)), 1e-12);
        assertEquals(0.1 + 0.007 + 0.04, brier.loss(0, 4, OptionalInt.of(1)), 1e-12, "there is no such refit");
        StalenessMatrix auc = StalenessTriangle.of(months(3, 7), Recipe.LOGISTIC, Loss.AUC)
                .orElseThrow()
                .matrix();
        assertEquals(auc.loss(0, 4), auc.loss(0, 4, OptionalInt.of(3)));
    }

    @Test
    void aCohortThatSomeModelsWereNotJudgedOnIsLeftOutAndNoOther() {
        List<Staleness> cells = months(0, 5);
        cells.removeIf(cell -> cell.cohort().equals(month(2)));
        StalenessTriangle triangle =
                StalenessTriangle.of(cells, Recipe.LOGISTIC, Loss.AUC).orElseThrow();
        assertEquals(List.of(month(0), month(1), month(3), month(4), month(5)), triangle.cohorts());
        assertEquals(List.of(month(2)), triangle.leftOut());
        assertEquals(0.8 - 0.02, triangle.matrix().auc(1, 2), 1e-12);
    }

    @Test
    void recipesAreKeptApart() {
        List<Staleness> cells = months(0, 3);
        cells.add(cell(Recipe.TREES, 0, 9));
        assertEquals(
                4,
                StalenessTriangle.of(cells, Recipe.LOGISTIC, Loss.AUC)
                        .orElseThrow()
                        .cohorts()
                        .size());
        assertEquals(
                List.of(month(0), month(9)),
                StalenessTriangle.of(cells, Recipe.TREES, Loss.AUC)
                        .orElseThrow()
                        .cohorts());
    }

    @Test
    void whereNothingWasJudgedThereIsNoTriangle() {
        assertTrue(StalenessTriangle.of(List.of(), Recipe.LOGISTIC, Loss.AUC).isEmpty());
    }
}
