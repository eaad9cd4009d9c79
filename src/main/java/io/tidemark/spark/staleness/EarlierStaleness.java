package io.tidemark.spark.staleness;

import io.tidemark.cohort.Cohort;
import io.tidemark.model.LabelledCohort;
import io.tidemark.spark.history.Reach;
import io.tidemark.spark.output.StoredStaleness;
import io.tidemark.spark.table.TableStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What still holds of how models were found to age: where the model, the cohort that it was judged on, and the freshest model that it stands beside
 * are what they were. How it would have done refitted on the way hangs on the cohorts between as well: who asks takes no cell behind one that is lost.
 */
final class EarlierStaleness {
    private final StalenessPlan plan;
    private final Reach reach;
    /** The freshest model that a cohort was judged by. */
    private final Map<Cohort, Cohort> freshest = new HashMap<>();
    /** Those whose model would come out the same. */
    private final Map<Cohort, List<StoredStaleness>> sameByModel = new HashMap<>();

    private EarlierStaleness(StalenessPlan plan, Reach reach, List<StoredStaleness> stored) {
        this.plan = plan;
        this.reach = reach;
        Map<Cohort, String> trainedOn = new HashMap<>();
        plan.windows().taking().stream()
                .filter(this::isUntouched)
                .forEach(through -> trainedOn.put(through, plan.trainedOn(through)));
        for (StoredStaleness one : stored) {
            Cohort through = one.figures().trainedThrough();
            freshest.merge(one.figures().cohort(), through, (a, b) -> a.compareTo(b) > 0 ? a : b);
            if (one.trainedOn().equals(trainedOn.get(through))) {
                sameByModel.computeIfAbsent(through, any -> new ArrayList<>()).add(one);
            }
        }
    }

    /** What the last run left, as far as this one builds on it. */
    static EarlierStaleness of(TableStore store, String monitor, StalenessPlan plan, Reach reach) {
        List<StoredStaleness> stored = reach.isWhole()
                ? List.of()
                : StoredStaleness.of(
                        store, monitor, plan.applicants().calendar().granularity());
        return new EarlierStaleness(plan, reach, stored);
    }

    private boolean isUntouched(Cohort through) {
        return plan.windows().window(through).stream()
                .map(LabelledCohort::cohort)
                .noneMatch(reach.cohorts()::contains);
    }

    /** Whether the models that were judged are those that would come out now, of all recipes. */
    boolean hasModels(Cohort through) {
        return plan.recipes().stream()
                .allMatch(recipe -> same(through).anyMatch(one -> one.figures().recipe() == recipe));
    }

    /** What is kept of the models that were trained through a cohort and judged on another; empty unless it is of all recipes. */
    List<StoredStaleness> kept(Cohort through, Cohort judged) {
        Optional<Cohort> fresh = plan.windows().freshest(judged);
        if (reach.cohorts().contains(judged)
                || !fresh.equals(Optional.ofNullable(freshest.get(judged)))
                || !hasAll(on(fresh.orElseThrow(), judged))) {
            return List.of();
        }
        List<StoredStaleness> kept = on(through, judged);
        return hasAll(kept) ? kept : List.of();
    }

    private List<StoredStaleness> on(Cohort through, Cohort judged) {
        return same(through)
                .filter(one -> one.figures().cohort().equals(judged))
                .filter(one -> plan.recipes().contains(one.figures().recipe()))
                .toList();
    }

    private boolean hasAll(List<StoredStaleness> cell) {
        return cell.size() == plan.recipes().size();
    }

    private Stream<StoredStaleness> same(Cohort through) {
        return sameByModel.getOrDefault(through, List.of()).stream();
    }
}
