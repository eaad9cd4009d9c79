package io.tidemark.model;

import io.tidemark.backtest.Loss;
import io.tidemark.backtest.StalenessCell;
import io.tidemark.backtest.StalenessMatrix;
import io.tidemark.cohort.Cohort;
import io.tidemark.model.Staleness.Gap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The history of one recipe as rules for retraining replay it: every model on every later cohort.
 *
 * <p>A cohort that lacks a pair with another is left out, the one that lacks most first, until all pairs are there. Cohorts are numbered in the
 * order of time from 0, which is the earliest model.
 *
 * @param cohorts by their numbers
 * @param leftOut cohorts of the history that are not among them
 */
public record StalenessTriangle(StalenessMatrix matrix, List<Cohort> cohorts, List<Cohort> leftOut) {
    /** The largest complete triangle; empty where no model was judged on a later cohort. */
    public static Optional<StalenessTriangle> of(Collection<Staleness> history, Recipe recipe, Loss loss) {
        Map<Cohort, Map<Cohort, Staleness>> byModel = new TreeMap<>();
        NavigableSet<Cohort> cohorts = new TreeSet<>();
        history.stream().filter(one -> one.recipe() == recipe).forEach(one -> {
            byModel.computeIfAbsent(one.trainedThrough(), any -> new TreeMap<>())
                    .put(one.cohort(), one);
            cohorts.add(one.trainedThrough());
            cohorts.add(one.cohort());
        });
        List<Cohort> leftOut = new ArrayList<>();
        for (Optional<Cohort> most = lackingMost(byModel, cohorts);
                most.isPresent();
                most = lackingMost(byModel, cohorts)) {
            cohorts.remove(most.get());
            leftOut.add(most.get());
        }
        if (cohorts.size() < 2) {
            return Optional.empty();
        }
        List<Cohort> numbered = List.copyOf(cohorts);
        return Optional.of(new StalenessTriangle(
                matrix(byModel, numbered, loss),
                numbered,
                leftOut.stream().sorted().toList()));
    }

    /** The cohort that lacks the most pairs, the earliest of several; empty where all are there. */
    private static Optional<Cohort> lackingMost(
            Map<Cohort, Map<Cohort, Staleness>> byModel, NavigableSet<Cohort> cohorts) {
        Cohort most = null;
        long lackedByMost = 0;
        for (Cohort cohort : cohorts) {
            long lacked = cohorts.stream()
                    .filter(other -> !other.equals(cohort))
                    .filter(other -> !has(byModel, cohort, other) && !has(byModel, other, cohort))
                    .count();
            if (lacked > lackedByMost) {
                most = cohort;
                lackedByMost = lacked;
            }
        }
        return Optional.ofNullable(most);
    }

    private static boolean has(Map<Cohort, Map<Cohort, Staleness>> byModel, Cohort through, Cohort judged) {
        return byModel.getOrDefault(through, Map.of()).containsKey(judged);
    }

    private static SortedMap<Integer, Double> recalibrated(Staleness one, int model, List<Cohort> cohorts) {
        SortedMap<Integer, Double> recalibrated = new TreeMap<>();
        one.recalibratedBrier().forEach((newer, brier) -> {
            int refit = cohorts.indexOf(newer);
            if (refit >= model + 2) {
                recalibrated.put(refit, brier);
            }
        });
        return recalibrated;
    }

    private static StalenessMatrix matrix(
            Map<Cohort, Map<Cohort, Staleness>> byModel, List<Cohort> cohorts, Loss loss) {
        List<StalenessCell> cells = new ArrayList<>();
        for (int model = 0; model < cohorts.size(); model++) {
            for (int cohort = model + 1; cohort < cohorts.size(); cohort++) {
                Staleness one = byModel.get(cohorts.get(model)).get(cohorts.get(cohort));
                Gap gap = loss == Loss.BRIER ? one.brierGap() : one.aucGap();
                double charged = loss == Loss.BRIER ? one.brier() : 1 - one.auc();
                cells.add(new StalenessCell(
                        model,
                        cohort,
                        charged,
                        one.auc(),
                        gap.standardError(),
                        loss == Loss.BRIER ? recalibrated(one, model, cohorts) : new TreeMap<>()));
            }
        }
        return StalenessMatrix.of(cells);
    }
}
