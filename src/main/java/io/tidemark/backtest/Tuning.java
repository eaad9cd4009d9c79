package io.tidemark.backtest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which policy, with which constants, a lender's own history speaks for, and how much that is worth.
 *
 * <p>Every candidate is replayed at a third of the price, at the price and at three times it, with labels as late as they are, one cohort
 * earlier and one later. Its cost so far, Σ over cohorts ≤ m of what it lost and paid, is averaged over this grid. The cheapest so far leads;
 * of equals the first, so that the default leads until something speaks against it.
 *
 * <p>To lead in hindsight proves little. So the tuning is tuned upon itself: whoever had followed at every date the leader of that date, known
 * by labels that were mature then, would have paid {@link #followed}. Only where that is less than what the default would have paid is the
 * present leader proposed; otherwise the default is.
 *
 * @param proposed the name of the policy proposed
 * @param leader the name of the one that is cheapest on all that is known
 * @param candidates how many there were
 * @param followed the leader of each date followed, at the price and lag there is
 * @param kept the default kept, likewise, with recalibration where that can be replayed
 * @param cohorts cohorts served, over which costs are summed
 * @param decisions dates at which something could be done
 * @param independent decisions that share neither evidence nor outcomes: one in L + 2 of them, at least 1 where there is any
 * @param changes how often another took the lead
 */
public record Tuning(
        String proposed,
        String leader,
        int candidates,
        ReplayResult followed,
        ReplayResult kept,
        int cohorts,
        int decisions,
        int independent,
        int changes) {
    private static final double[] PRICES = {1.0 / 3, 1, 3};
    private static final double[] FACTORS = {0.5, 2};

    /** Tunes on a history, at its price and label lag. */
    public static Tuning of(Replay replay) {
        return of(replay, onOffer(replay.matrix()));
    }

    private static List<RetrainingPolicy> onOffer(StalenessMatrix history) {
        List<RetrainingPolicy> candidates = new ArrayList<>();
        List<RetrainingPolicy> priced = Stream.of(
                        Policies.DEFAULT, new CumulatedGapWithRestore(Horizon.GATED), new Debt(Horizon.GATED))
                .map(policy -> Policies.asRun(policy, history))
                .toList();
        candidates.addAll(priced);
        for (RetrainingPolicy policy : priced) {
            Arrays.stream(FACTORS).forEach(factor -> candidates.add(new AtPrice(policy, factor)));
        }
        Stream.of(new Never(), new EveryK(3), new EveryK(6), new EveryK(12)).forEach(candidates::add);
        return List.copyOf(candidates);
    }

    /** The first candidate is the one that is kept unless another proves better. */
    static Tuning of(Replay replay, List<RetrainingPolicy> candidates) {
        double[][] spent = spent(replay, candidates);
        int last = replay.lastServed();
        List<RetrainingPolicy> leaders = IntStream.rangeClosed(0, last)
                .mapToObj(mature -> candidates.get(cheapest(spent, mature)))
                .toList();
        ReplayResult followed = replay.run(new Follower(leaders));
        ReplayResult kept = replay.run(candidates.get(0));
        int decisions = last - replay.firstServed();
        int changes = (int) IntStream.range(replay.firstServed() - replay.labelLag(), last - replay.labelLag())
                .filter(mature -> !leaders.get(mature).equals(leaders.get(mature - 1)))
                .count();
        String leader = leaders.get(last).name();
        return new Tuning(
                followed.total() < kept.total() ? leader : kept.policy(),
                leader,
                candidates.size(),
                followed,
                kept,
                decisions + 1,
                decisions,
                Math.max(Math.min(decisions, 1), decisions / (replay.labelLag() + 2)),
                changes);
    }

    /** By candidate and cohort, mean over the grid of what was lost and paid through the cohort. */
    private static double[][] spent(Replay replay, List<RetrainingPolicy> candidates) {
        double[][] spent = new double[candidates.size()][replay.lastServed() + 1];
        List<Replay> grid = grid(replay);
        for (int candidate = 0; candidate < spent.length; candidate++) {
            for (Replay cell : grid) {
                for (ReplayStep step : cell.steps(candidates.get(candidate))) {
                    spent[candidate][step.cohort()] += step.cost() / grid.size();
                }
            }
            Arrays.parallelPrefix(spent[candidate], Double::sum);
        }
        return spent;
    }

    private static List<Replay> grid(Replay replay) {
        int most = Replay.mostLag(replay.matrix());
        return IntStream.rangeClosed(replay.labelLag() - 1, replay.labelLag() + 1)
                .filter(labelLag -> labelLag >= 0 && labelLag <= most)
                .boxed()
                .flatMap(labelLag -> Arrays.stream(PRICES)
                        .mapToObj(factor -> new Replay(
                                replay.matrix(), labelLag, replay.prices().times(factor))))
                .toList();
    }

    private static int cheapest(double[][] spent, int mature) {
        int cheapest = 0;
        for (int candidate = 1; candidate < spent.length; candidate++) {
            if (spent[candidate][mature] < spent[cheapest][mature]) {
                cheapest = candidate;
            }
        }
        return cheapest;
    }

    /** Does at every date what the leader of that date would do. */
    private record Follower(List<RetrainingPolicy> leaders) implements RetrainingPolicy {
        @Override
        public String name() {
            return "cheapest_so_far";
        }

        @Override
        public Decision decide(Situation situation) {
            return leaders.get(situation.newestMature()).decide(situation);
        }
    }
}
