package io.tidemark.backtest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;

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

    private Policies() {}

    /**
     * The policy of a name, of those that come along or are found on the class path.
     *
     * @throws IllegalStateException if two have the same name
     */
    public static Optional<RetrainingPolicy> named(String name) {
        return all().stream().filter(policy -> policy.name().equals(name)).findFirst();
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
        for (RetrainingPolicy policy : all) {
            if (!names.add(policy.name())) {
                throw new IllegalStateException(
                        "the policy " + policy.getClass().getName() + " has the name of another, " + policy.name());
            }
        }
        return List.copyOf(all);
    }
}
