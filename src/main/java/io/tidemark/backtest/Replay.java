package io.tidemark.backtest;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;

/**
 * A history replayed. The first model, trained through t0, serves from cohort t0 + L + 1 on; after every cohort but the last the policy is
 * asked. Who retrains after t pays c and has the model trained through m = t − L from t + 1 on; who restores pays c<sub>r</sub>; who
 * recalibrates pays c′ and has the champion's level refitted on cohorts m − 1 and m, until another model serves or it is refitted again.
 *
 * <p>total = Σ M(model in use, j) over j = t0 + L + 1 … last + c · retrains + c<sub>r</sub> · restores + c′ · recalibrations.
 */
public final class Replay {
    private final StalenessMatrix matrix;
    private final int labelLag;
    private final Prices prices;

    /**
     * A replay to be.
     *
     * @param labelLag L, 0 or more
     * @throws IllegalArgumentException if the labels come so late that no cohort is left to be served
     */
    public Replay(StalenessMatrix matrix, int labelLag, Prices prices) {
        if (labelLag < 0 || labelLag > mostLag(matrix)) {
            throw new IllegalArgumentException("label lag " + labelLag + " is not from 0 to " + mostLag(matrix));
        }
        this.matrix = matrix;
        this.labelLag = labelLag;
        this.prices = prices;
    }

    /** The largest label lag with which a history can be replayed: one cohort is served. */
    public static int mostLag(StalenessMatrix matrix) {
        return matrix.lastCohort() - matrix.firstModel() - 1;
    }

    /** The first cohort that is served, and after which is decided. */
    public int firstServed() {
        return matrix.firstModel() + labelLag + 1;
    }

    public int lastServed() {
        return matrix.lastCohort();
    }

    StalenessMatrix matrix() {
        return matrix;
    }

    public int labelLag() {
        return labelLag;
    }

    public Prices prices() {
        return prices;
    }

    /**
     * Replays a policy that is told when the history ends.
     *
     * @throws IllegalArgumentException if it wants a model back that never served, or a champion recalibrated before two cohorts that are later
     *     than its training are mature
     */
    public ReplayResult run(RetrainingPolicy policy) {
        return ReplayResult.of(policy.name(), steps(policy));
    }

    /** The same, cohort by cohort, from the first that is served to the last. */
    public List<ReplayStep> steps(RetrainingPolicy policy) {
        return new Walk(policy).steps();
    }

    /** One policy on its way through the history. */
    private final class Walk {
        private final RetrainingPolicy policy;
        private final TreeSet<Integer> archive = new TreeSet<>();
        private int champion = matrix.firstModel();
        private OptionalInt recalibrated = OptionalInt.empty();
        private int deployedAfter = matrix.firstModel() + labelLag;

        private Walk(RetrainingPolicy policy) {
            this.policy = policy;
            archive.add(champion);
        }

        private List<ReplayStep> steps() {
            List<ReplayStep> steps = new ArrayList<>();
            for (int now = firstServed(); now <= lastServed(); now++) {
                int served = champion;
                OptionalInt as = recalibrated;
                Decision decision = now < lastServed() ? policy.decide(situation(now)) : Decision.KEEP;
                steps.add(new ReplayStep(now, served, as, matrix.loss(served, now, as), decision, price(decision)));
                follow(decision, now);
            }
            return steps;
        }

        private Situation situation(int now) {
            return new Situation(
                    known(now - labelLag),
                    now,
                    champion,
                    recalibrated,
                    deployedAfter,
                    List.copyOf(archive),
                    prices,
                    OptionalInt.of(lastServed()));
        }

        private StalenessMatrix known(int mature) {
            StalenessMatrix known = matrix.until(mature);
            return recalibrated.isEmpty()
                    ? known
                    : known.with(champion, cell -> known.loss(champion, cell.cohort(), recalibrated));
        }

        private double price(Decision decision) {
            if (decision instanceof Decision.Retrain) {
                return prices.retrain();
            }
            if (decision instanceof Decision.Recalibrate) {
                return prices.recalibrate();
            }
            return decision instanceof Decision.Restore ? prices.restore() : 0;
        }

        private void follow(Decision decision, int now) {
            if (decision instanceof Decision.Retrain) {
                deploy(now - labelLag, now);
            } else if (decision instanceof Decision.Restore restore) {
                requireArchived(restore.model());
                deploy(restore.model(), now);
            } else if (decision instanceof Decision.Recalibrate) {
                recalibrate(now);
            }
        }

        private void recalibrate(int now) {
            if (!situation(now).canRecalibrate()) {
                throw new IllegalArgumentException("the policy " + policy.name() + " wants the model through cohort "
                        + champion + " recalibrated with labels through " + (now - labelLag)
                        + "; that takes two cohorts after its training");
            }
            recalibrated = OptionalInt.of(now - labelLag);
        }

        private void deploy(int model, int now) {
            champion = model;
            recalibrated = OptionalInt.empty();
            deployedAfter = now;
            archive.add(model);
        }

        private void requireArchived(int model) {
            if (model == champion || !archive.contains(model)) {
                throw new IllegalArgumentException("the policy " + policy.name() + " wants the model through cohort "
                        + model + " back; champion is " + champion + ", and the archive has " + archive);
            }
        }
    }
}
