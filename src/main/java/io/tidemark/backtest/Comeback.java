package io.tidemark.backtest;

import java.util.Comparator;
import java.util.Optional;

/**
 * An earlier champion a that is better than the champion i, as {@link ArchivedModel}, but with the newest mature cohort alone where it is clear,
 * and with what such differences kept of themselves until now.
 *
 * <p>d(j) = M(i, j) − M(a, j), j = max(i, a) + 1 … m. Seen: d(m) where |d(m)| &gt; 1.5 s with s² = s(i, m)² + s(a, m)², the standard errors of
 * both gaps; else the mean of the last two d, where there are two.
 *
 * @param model a
 * @param now what is seen, times its {@link Persistence#share}
 * @param balance B<sub>a</sub> = CUSUM of d + (q + 2) · now
 */
record Comeback(int model, double now, double balance) {
    private static final double CLEAR_ERRORS = 1.5;

    /** The one with the largest balance of those that pay: now &gt; 0, B &gt; c<sub>r</sub>, R · now &gt; c<sub>r</sub>. */
    static Optional<Comeback> best(Situation situation) {
        if (situation.archive().size() == 1) {
            return Optional.empty();
        }
        Persistence persistence = Persistence.ofPairs(situation);
        return situation.archive().stream()
                .flatMap(model -> of(model, situation, persistence).stream())
                .filter(comeback -> comeback.pays(situation))
                .max(Comparator.comparingDouble(Comeback::balance)
                        .thenComparing(Comparator.comparingInt(Comeback::model).reversed()));
    }

    /** Empty where the model is the champion, or is not seen to be better. */
    private static Optional<Comeback> of(int model, Situation situation, Persistence persistence) {
        int first = Math.max(situation.champion(), model) + 1;
        if (model == situation.champion() || first > situation.newestMature()) {
            return Optional.empty();
        }
        double seen = seen(model, first, situation);
        if (!(seen > 0)) {
            return Optional.empty();
        }
        double sum = 0;
        for (int cohort = first; cohort <= situation.newestMature(); cohort++) {
            sum = Math.max(0, sum + better(model, cohort, situation));
        }
        double now = persistence.share(seen) * seen;
        return Optional.of(new Comeback(model, now, sum + (situation.servedButImmature() + 2) * now));
    }

    /** 0 where one cohort is all there is, and it is not clear. */
    private static double seen(int model, int first, Situation situation) {
        int newest = situation.newestMature();
        double last = better(model, newest, situation);
        StalenessMatrix known = situation.known();
        double error =
                Math.hypot(known.gapStandardError(situation.champion(), newest), known.gapStandardError(model, newest));
        if (Math.abs(last) > CLEAR_ERRORS * error) {
            return last;
        }
        return newest == first ? 0 : (last + better(model, newest - 1, situation)) / 2;
    }

    private static double better(int model, int cohort, Situation situation) {
        return situation.known().loss(situation.champion(), cohort)
                - situation.known().loss(model, cohort);
    }

    private boolean pays(Situation situation) {
        double price = situation.prices().restore();
        return now > 0 && balance > price && situation.cohortsLeft() * now > price;
    }
}
