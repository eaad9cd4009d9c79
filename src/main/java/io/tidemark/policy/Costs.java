package io.tidemark.policy;

import io.tidemark.backtest.Loss;
import io.tidemark.backtest.Prices;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a model is charged, and what acting costs.
 *
 * @param loss what it is charged
 * @param prices in units of loss times cohorts
 * @param basis where the prices come from
 * @param money what the prices are in money, if it is known
 * @param life how many cohorts a model is planned to serve, 1 or more; empty where nobody planned
 */
public record Costs(Loss loss, Prices prices, Basis basis, Optional<Money> money, OptionalInt life) {
    /** Over how many cohorts a saving is reckoned where no life is planned. */
    static final int USUAL_HORIZON = 24;

    /** A point of Gini, 0.005 of AUC, in each of twelve cohorts. */
    private static final double ASSUMED_AUC = 12 * 0.005;
    /** A thousandth, of Brier scores that are about a tenth, in each of twelve cohorts. */
    private static final double ASSUMED_BRIER = 12 * 0.001;

    /** Where prices come from. */
    public enum Basis {
        /** Nobody named one: a retrain is taken to be worth a point of Gini, or a Brier score of 0.001, in each of twelve cohorts. */
        ASSUMED,
        /** The user did. */
        GIVEN
    }

    public Costs {
        Objects.requireNonNull(loss, "loss");
        Objects.requireNonNull(prices, "prices");
        if (life.orElse(1) < 1) {
            throw new IllegalArgumentException("a life of " + life.getAsInt() + " cohorts");
        }
    }

    /** What is assumed where nobody names a price. */
    public static Costs assumed(Loss loss, OptionalInt life) {
        double price = loss == Loss.AUC ? ASSUMED_AUC : ASSUMED_BRIER;
        return new Costs(loss, Prices.ofRetrain(price), Basis.ASSUMED, Optional.empty(), life);
    }

    public static Costs of(Loss loss, double retrain, OptionalInt life) {
        return new Costs(loss, Prices.ofRetrain(retrain), Basis.GIVEN, Optional.empty(), life);
    }

    public static Costs of(Loss loss, Money money, OptionalInt life) {
        return new Costs(loss, money.prices(), Basis.GIVEN, Optional.of(money), life);
    }

    /** An amount of loss times cohorts, and what it is in money where that is known. */
    String said(double amount) {
        return Figures.number(amount)
                + money.map(known -> " (" + Figures.money(amount * known.unit()) + ")")
                        .orElse("");
    }

    /** The loss as sentences call it. */
    String lossName() {
        return loss == Loss.AUC ? "AUC" : "Brier score";
    }

    /** The column of {@code staleness} that holds the gaps. */
    String gapColumn() {
        return "staleness.gap_" + loss.id();
    }

    /** What an assumed price rests on, for the reader to object to. */
    String assumption() {
        return loss == Loss.AUC
                ? "one point of Gini (0.005 of AUC) in each of twelve cohorts"
                : "a Brier score lower by 0.001 in each of twelve cohorts";
    }
}
