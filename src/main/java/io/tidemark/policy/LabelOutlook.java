package io.tidemark.policy;

import io.tidemark.backtest.Loss;
import io.tidemark.backtest.StalenessMatrix;
import io.tidemark.cohort.Cohort;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Whether the outcomes since a change suffice for a new model, and when they will.
 *
 * <p>A model trained on b bads is expected to reach an AUC of asymptote − κ/√b with κ = 0.5 (0.1 to 0.75 were seen in learning curves of credit
 * data). What it can win back is the drop δ: by how much the champion lies below the asymptote on the cohorts since the change, or its scores
 * say it does; at least 0.03, which is also assumed where nothing is known. Its net gain δ − κ/√b must exceed w, the gain per cohort that pays
 * the price within the horizon, c/H (0 where c is no price of AUC), so that b ≥ (κ / (δ − w))². Two cohorts are needed besides, since a model
 * is to be judged on one that it was not trained on.
 *
 * @param onset the index of the cohort in which the change began
 * @param bads those known since
 * @param drop δ
 * @param needed the bads that suffice; empty where no number would
 * @param asymptote what models of the recipe would reach with any number of outcomes; empty where none was trained
 * @param enoughAt the index of the cohort whose outcomes will be the last that are needed; empty where none will be
 * @param from the day from which on they are known
 */
record LabelOutlook(
        int onset,
        long bads,
        double drop,
        OptionalDouble needed,
        OptionalDouble asymptote,
        Optional<Integer> enoughAt,
        Optional<LocalDate> from) {
    static final double KAPPA = 0.5;

    private static final double LEAST_DROP = 0.03;
    private static final int LEAST_COHORTS = 2;
    private static final int MOST_AHEAD = 600;

    static LabelOutlook of(Evidence evidence, RetrainingEvidence known, int onset) {
        OptionalDouble asymptote = asymptote(known, onset);
        double drop = drop(evidence, known, onset, asymptote);
        double left = drop - worth(known);
        OptionalDouble needed = left > 0 ? OptionalDouble.of(Math.pow(KAPPA / left, 2)) : OptionalDouble.empty();
        Optional<Integer> enoughAt =
                needed.isPresent() ? enoughAt(known, onset, needed.getAsDouble()) : Optional.empty();
        return new LabelOutlook(
                onset,
                (long) bads(known, onset, known.newestMature()),
                drop,
                needed,
                asymptote,
                enoughAt,
                enoughAt.map(index -> knownFrom(known, index)));
    }

    /** The first day on which the outcomes of a cohort are known: the last of the cohort that is the newest then. */
    static LocalDate knownFrom(RetrainingEvidence known, int index) {
        return known.cohort(index + known.labelLag()).window().to();
    }

    /** w, which has a price only where losses are those of AUC. */
    private static double worth(RetrainingEvidence known) {
        return known.costs().loss() == Loss.AUC ? known.costs().prices().retrain() / known.horizon() : 0;
    }

    private static OptionalDouble asymptote(RetrainingEvidence known, int onset) {
        if (known.shadows().isEmpty()) {
            return OptionalDouble.empty();
        }
        OptionalDouble before = asymptoteOver(known, onset - 1);
        return before.isPresent() ? before : asymptoteOver(known, known.newestMature());
    }

    /** The mean of AUC + κ/√b over models on the cohort that follows their training. */
    private static OptionalDouble asymptoteOver(RetrainingEvidence known, int last) {
        Shadows shadows = known.shadows().orElseThrow();
        int first = shadows.matrix().firstModel() + 1;
        int end =
                Math.min(Math.min(last, known.newestMature()), shadows.matrix().lastCohort());
        return known.counted(first, end)
                .filter(cohort -> bads(known, cohort - shadows.trainingWindow(), cohort - 1) > 0)
                .mapToDouble(cohort -> shadows.matrix().auc(cohort - 1, cohort)
                        + KAPPA / Math.sqrt(bads(known, cohort - shadows.trainingWindow(), cohort - 1)))
                .average();
    }

    private static double drop(Evidence evidence, RetrainingEvidence known, int onset, OptionalDouble asymptote) {
        OptionalDouble now = championNow(known, onset);
        double seen = asymptote.isPresent() && now.isPresent() ? asymptote.getAsDouble() - now.getAsDouble() : 0;
        return Math.max(LEAST_DROP, Math.max(seen, estimatedDrop(evidence.outcomes())));
    }

    /** The champion's AUC on the last two mature cohorts since the change, as its shadow has it. */
    private static OptionalDouble championNow(RetrainingEvidence known, int onset) {
        int champion = known.champion().trainedThrough();
        if (known.shadows().isEmpty()
                || champion < known.shadows().get().matrix().firstModel()) {
            return OptionalDouble.empty();
        }
        StalenessMatrix matrix = known.shadows().get().matrix();
        int[] since = known.counted(Math.max(onset, champion + 1), Math.min(known.newestMature(), matrix.lastCohort()))
                .toArray();
        return IntStream.of(since)
                .skip(Math.max(0, since.length - LEAST_COHORTS))
                .mapToDouble(cohort -> matrix.auc(champion, cohort))
                .average();
    }

    private static double estimatedDrop(OutcomeEvidence outcomes) {
        OptionalDouble before = outcomes.mature().stream()
                .flatMap(cohort -> cohort.auc().stream())
                .mapToDouble(Estimate::value)
                .average();
        return before.isPresent() && !outcomes.estimated().isEmpty()
                ? before.getAsDouble()
                        - outcomes.estimated()
                                .get(outcomes.estimated().size() - 1)
                                .auc()
                                .value()
                : 0;
    }

    private static Optional<Integer> enoughAt(RetrainingEvidence known, int onset, double needed) {
        double bads = 0;
        int cohorts = 0;
        for (int index = onset; index <= known.now() + MOST_AHEAD; index++) {
            if (!known.isQuarantined(index)) {
                bads += expectedBads(known, index);
                cohorts++;
            }
            if (bads >= needed && cohorts >= LEAST_COHORTS) {
                return Optional.of(index);
            }
        }
        return Optional.empty();
    }

    private static double bads(RetrainingEvidence known, int from, int to) {
        return known.counted(from, Math.min(to, known.newestMature()))
                .mapToDouble(index -> expectedBads(known, index))
                .sum();
    }

    /** Bads as counted, or where outcomes are to come as the mean rate of the cohorts that have them lets expect. */
    private static double expectedBads(RetrainingEvidence known, int index) {
        if (index <= known.newestMature() && known.cohorts().get(index).bads().isPresent()) {
            return known.cohorts().get(index).bads().getAsLong();
        }
        List<ServedCohort> mature = known.counted(0, known.newestMature())
                .mapToObj(known.cohorts()::get)
                .filter(cohort -> cohort.bads().isPresent())
                .toList();
        double applicants = mature.stream().mapToLong(ServedCohort::applicants).sum();
        double bads =
                mature.stream().mapToLong(cohort -> cohort.bads().getAsLong()).sum();
        double expected = known.counted(index, Math.min(index, known.now()))
                .mapToDouble(each -> (double) known.cohorts().get(each).applicants())
                .findFirst()
                .orElseGet(() -> usualApplicants(known));
        return applicants > 0 ? expected * bads / applicants : 0;
    }

    private static double usualApplicants(RetrainingEvidence known) {
        return known.counted(0, known.now())
                .mapToDouble(each -> (double) known.cohorts().get(each).applicants())
                .average()
                .orElse(0);
    }

    boolean suffices(RetrainingEvidence known) {
        return enoughAt.isPresent() && enoughAt.get() <= known.newestMature();
    }

    /** The AUC that a model trained on the outcomes known since the change is expected to reach. */
    OptionalDouble expectedAuc() {
        return asymptote.isPresent() && bads > 0
                ? OptionalDouble.of(asymptote.getAsDouble() - KAPPA / Math.sqrt((double) bads))
                : OptionalDouble.empty();
    }

    Cohort cohort(RetrainingEvidence known) {
        return known.cohort(onset);
    }
}
