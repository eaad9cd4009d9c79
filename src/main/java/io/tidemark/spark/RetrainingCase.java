package io.tidemark.spark;

import io.tidemark.backtest.Backtest;
import io.tidemark.backtest.Policies;
import io.tidemark.backtest.Replay;
import io.tidemark.backtest.StalenessCell;
import io.tidemark.backtest.StalenessMatrix;
import io.tidemark.cohort.Calendar;
import io.tidemark.cohort.Cohort;
import io.tidemark.cohort.Maturity.Ripeness;
import io.tidemark.config.MonitorConfig;
import io.tidemark.model.Recipe;
import io.tidemark.model.Staleness;
import io.tidemark.model.StalenessTriangle;
import io.tidemark.policy.Costs;
import io.tidemark.policy.ReplayedRule;
import io.tidemark.policy.RetrainingEvidence;
import io.tidemark.policy.ServedCohort;
import io.tidemark.policy.ServingModel;
import io.tidemark.policy.Shadows;
import io.tidemark.spark.outcome.OutcomeStudy.Counts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedMap;

/**
 * Puts together what is known of whether a newer model would do better.
 *
 * @param rows applicants of each cohort
 * @param ripeness how far the outcomes of each can be known
 * @param counts the outcomes that are known
 */
record RetrainingCase(
        MonitorConfig config,
        SortedMap<Cohort, Long> rows,
        SortedMap<Cohort, Ripeness> ripeness,
        Map<Cohort, Counts> counts) {
    private static final String NO_MODEL = "no model could be trained on it or judged by it";
    private static final String NOBODY = "nobody applied";

    /**
     * The evidence; empty where nothing says when the champion was trained, or it was trained on cohorts that are not there.
     *
     * @param history of models of the recipes on later cohorts; may be empty
     * @param trainingWindow on how many cohorts they were trained
     * @param scoreOnset the cohort in which a lasting shift began
     * @param behaviourOnset the cohort from which on applicants behave otherwise
     * @param season the length of a season that was seen, in cohorts
     */
    Optional<RetrainingEvidence> evidence(
            Collection<Staleness> history,
            int trainingWindow,
            Optional<Cohort> scoreOnset,
            Optional<Cohort> behaviourOnset,
            OptionalInt season) {
        List<Cohort> cohorts = unbroken();
        int lag = labelLag(cohorts);
        Optional<ServingModel> champion = champion();
        if (champion.isEmpty()) {
            return Optional.empty();
        }
        Costs costs = config.decision().costs();
        Optional<StalenessTriangle> triangle = config.outcomes().recipes().stream()
                .findFirst()
                .flatMap(recipe -> StalenessTriangle.of(history, recipe, costs.loss()));
        Optional<Shadows> shadows =
                triangle.map(found -> new Shadows(recipe().id(), trainingWindow, matrix(found, cohorts)));
        List<ServedCohort> served = new ArrayList<>();
        for (Cohort cohort : cohorts) {
            served.add(served(cohort, triangle));
        }
        return Optional.of(new RetrainingEvidence(
                served,
                lag,
                champion.get(),
                shadows,
                costs,
                place(scoreOnset, cohorts),
                place(behaviourOnset, cohorts),
                season,
                triangle.map(found -> replay(found, lag, costs)).orElse(List.of())));
    }

    /** The last cohort that the champion was trained on; empty where nothing says it. */
    Optional<Cohort> trainedThrough() {
        return champion().map(serving -> unbroken().get(serving.trainedThrough()));
    }

    private Optional<ServingModel> champion() {
        List<Cohort> cohorts = unbroken();
        return new Serving(cohorts, labelLag(cohorts)).champion(config);
    }

    private Recipe recipe() {
        return config.outcomes().recipes().get(0);
    }

    /** The cohorts from the first to the newest, also those that nobody applied in. */
    private List<Cohort> unbroken() {
        List<Cohort> cohorts = new ArrayList<>();
        for (Cohort cohort = rows.firstKey(); cohort.compareTo(rows.lastKey()) <= 0; cohort = cohort.next()) {
            cohorts.add(cohort);
        }
        return cohorts;
    }

    /** How many of the newest cohorts have outcomes to come. */
    private int labelLag(List<Cohort> cohorts) {
        int lag = 0;
        while (lag < cohorts.size()
                && ripeness.getOrDefault(cohorts.get(cohorts.size() - 1 - lag), Ripeness.IMMATURE) != Ripeness.MATURE) {
            lag++;
        }
        return lag;
    }

    private ServedCohort served(Cohort cohort, Optional<StalenessTriangle> triangle) {
        Calendar calendar = config.calendar();
        Counts known = counts.get(cohort);
        boolean isMature = ripeness.get(cohort) == Ripeness.MATURE && known != null;
        Optional<String> quarantine = !rows.containsKey(cohort)
                ? Optional.of(NOBODY)
                : calendar.isQuarantined(cohort)
                        ? Optional.of("it is under quarantine")
                        : triangle.filter(found -> found.leftOut().contains(cohort))
                                .map(found -> NO_MODEL);
        return new ServedCohort(
                cohort,
                rows.getOrDefault(cohort, 0L),
                isMature ? OptionalLong.of(known.bads()) : OptionalLong.empty(),
                quarantine);
    }

    /** The matrix by the places of the cohorts. What lies in cohorts that were left out is never looked at, since they are in quarantine. */
    private static StalenessMatrix matrix(StalenessTriangle triangle, List<Cohort> cohorts) {
        List<Cohort> known = triangle.cohorts();
        int first = cohorts.indexOf(known.get(0));
        int last = cohorts.indexOf(known.get(known.size() - 1));
        List<StalenessCell> cells = new ArrayList<>();
        for (int model = first; model < last; model++) {
            for (int cohort = model + 1; cohort <= last; cohort++) {
                int k = known.indexOf(cohorts.get(model));
                int j = known.indexOf(cohorts.get(cohort));
                boolean isThere = k >= 0 && j >= 0;
                cells.add(
                        isThere
                                ? new StalenessCell(
                                        model,
                                        cohort,
                                        triangle.matrix().loss(k, j),
                                        triangle.matrix().auc(k, j),
                                        triangle.matrix().gapStandardError(k, j))
                                : new StalenessCell(model, cohort, 0, 0, 0));
            }
        }
        return StalenessMatrix.of(cells);
    }

    private static OptionalInt place(Optional<Cohort> cohort, List<Cohort> cohorts) {
        int place = cohort.map(cohorts::indexOf).orElse(-1);
        return place < 0 ? OptionalInt.empty() : OptionalInt.of(place);
    }

    private static List<ReplayedRule> replay(StalenessTriangle triangle, int lag, Costs costs) {
        return lag > Replay.mostLag(triangle.matrix())
                ? List.of()
                : ReplayedRule.of(Backtest.of(
                        new Replay(triangle.matrix(), lag, costs.prices()), Policies.on(triangle.matrix())));
    }
}
