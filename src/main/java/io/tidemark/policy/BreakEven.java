package io.tidemark.policy;

import io.tidemark.backtest.Decision;
import io.tidemark.backtest.Prices;
import io.tidemark.backtest.RetrainingPolicy;
import java.util.OptionalDouble;

/**
 * The price of a retrain at which a rule changes its mind: it acts below, and keeps above. The price of a restore goes along in proportion.
 *
 * <p>By bisection between 2⁻²⁰ and 2²⁰ times the price that is asked, for a rule that acts at every price below one at which it acts. Empty
 * where it would keep at every price, or act at every price.
 */
final class BreakEven {
    private static final double WIDEST = 1 << 20;
    private static final int HALVINGS = 64;

    private BreakEven() {}

    static OptionalDouble of(RetrainingPolicy rule, LiveSituation live) {
        double price = live.situation().prices().retrain();
        double acts = price / WIDEST;
        double keeps = price * WIDEST;
        if (!acts(rule, live, acts) || acts(rule, live, keeps)) {
            return OptionalDouble.empty();
        }
        for (int halving = 0; halving < HALVINGS; halving++) {
            double middle = Math.sqrt(acts) * Math.sqrt(keeps);
            if (acts(rule, live, middle)) {
                acts = middle;
            } else {
                keeps = middle;
            }
        }
        return OptionalDouble.of(acts);
    }

    private static boolean acts(RetrainingPolicy rule, LiveSituation live, double price) {
        Prices asked = live.situation().prices();
        Prices prices = new Prices(price, price * asked.restore() / asked.retrain());
        Decision decision = rule.decide(live.at(prices).situation());
        return decision instanceof Decision.Retrain || decision instanceof Decision.Restore;
    }
}
