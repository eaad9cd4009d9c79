package io.tidemark.backtest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Stream;

/** The catalogue of policies that are replayed. */
public final class Policies {
    /** What is recommended by, unless something else is asked for. */
    public static final RetrainingPolicy DEFAULT = new LastingGap(Horizon.GATED);

    /** Those that come along, the default first. */
    public static final List<RetrainingPolicy> OWN = List.of(
            DEFAULT,
            new LastingGap(Horizon.IGNORED),
            new CumulatedGapWithRestore(Horizon.GATED),
            new CumulatedGapWithRestore(Horizon.IGNORED),
            new CumulatedGap(Horizon.GATED),
            new CumulatedGap(Horizon.IGNORED),
            new Debt(Horizon.GATED),
            new Debt(Horizon.IGNORED),
            new CaraOnline(),
            new LossForecast(),
            new AucDrop(),
            new Never(),
            new EveryK(1),
            new EveryK(3),
            new EveryK(6),
            new EveryK(12));

    /** Those that refit the champion's level, for a history of which it is known what that does. */
    public static final List<RetrainingPolicy> RECALIBRATING = List.of(
            new WithRecalibration(DEFAULT),
            new WithRecalibration(new CumulatedGapWithRestore(Horizon.GATED)),
            new WithRecalibration(new Debt(Horizon.GATED)),
            new RecalibrateEveryK(3));

    private Policies() {}

    /** What a run with a policy comes to on a history: it recalibrates as well, which is replayed where it is known what that does. */
    static RetrainingPolicy asRun(RetrainingPolicy policy, StalenessMatrix history) {
        return history.hasRecalibrated() ? new WithRecalibration(policy) : policy;
    }

    /**
     * The policy of a name, of those that come along or are found on the class path.
     *
     * @throws IllegalStateException if two have the same name
     */
    public static Optional<RetrainingPolicy> named(String name) {
        return all().stream().filter(policy -> policy.name().equals(name)).findFirst();
    }

    /** {@link #all}, and where it is known of the models of a history what refitting their level does, those that do. */
    public static List<RetrainingPolicy> on(StalenessMatrix history) {
        return Stream.concat(all().stream(), history.hasRecalibrated() ? RECALIBRATING.stream() : Stream.empty())
                .toList();
    }

    /**
     * Those that come along, and after them those that are found on the class path.
     *
     * @throws IllegalStateException if two have the same name
     */
    public static List<RetrainingPolicy> all() {
        List<RetrainingPolicy> all = new ArrayList<>(OWN);
        ServiceLoader.load(RetrainingPolicy.class).forEach(all::add);
        Set<String> names = new HashSet<>(Set.of(Oracle.NAME));
        RECALIBRATING.forEach(policy -> names.add(policy.name()));
        for (RetrainingPolicy policy : all) {
            if (!names.add(policy.name())) {
                throw new IllegalStateException(
                        "the policy " + policy.getClass().getName() + " has the name of another, " + policy.name());
            }
        }
        return List.copyOf(all);
    }
}
