package io.tidemark.config;

import io.tidemark.backtest.Loss;
import io.tidemark.backtest.Policies;
import io.tidemark.backtest.RetrainingPolicy;
import io.tidemark.policy.Costs;
import io.tidemark.policy.Money;
import io.tidemark.problem.Problems;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Reads what models are charged, what acting costs, and which rule is asked.
 *
 * <p>A price is a number in units of loss times cohorts, or follows from money: {@code retrain}, {@code validation} and {@code restore} are
 * amounts; what a unit of loss costs in a cohort is said either by {@code gini_point}, what a point of Gini is worth in a cohort, or by
 * {@code loss_unit} and {@code volume}, what a unit of loss costs on one applicant and how many a cohort has.
 */
final class CostOptions {
    static final List<String> MONEY_KEYS =
            List.of("retrain", "validation", "restore", "gini_point", "loss_unit", "volume");

    private static final String MONEY = "money";
    private static final int MOST_COHORTS = 10_000;

    private final Values values;

    CostOptions(Values values) {
        this.values = values;
    }

    RetrainingPolicy policy() {
        List<String> names = Policies.all().stream().map(RetrainingPolicy::name).toList();
        return values.oneOf("policy", names).flatMap(Policies::named).orElse(Policies.DEFAULT);
    }

    Costs costs() {
        Loss loss = values.oneOf("loss", Loss.ids()).map(Loss::ofId).orElse(Loss.AUC);
        long cohorts = values.whole("life", 0, 1);
        OptionalInt life = cohorts > 0 ? OptionalInt.of((int) Math.min(cohorts, MOST_COHORTS)) : OptionalInt.empty();
        Double cost = values.parsed("cost", null, CostOptions::positive, "Give a number above 0, such as 0.05.");
        Map<String, Double> amounts = amounts();
        if (cost != null && !amounts.isEmpty()) {
            values.complain(Problems.badValue(
                    "cost", String.valueOf(cost), "is given beside --money", "Give the price of a retrain once."));
        }
        if (!amounts.isEmpty()) {
            return money(loss, amounts)
                    .map(money -> Costs.of(loss, money, life))
                    .orElseGet(() -> Costs.assumed(loss, life));
        }
        return cost == null ? Costs.assumed(loss, life) : Costs.of(loss, cost, life);
    }

    private Map<String, Double> amounts() {
        Map<String, Double> amounts = new LinkedHashMap<>();
        values.map(MONEY).forEach((key, text) -> {
            if (!MONEY_KEYS.contains(key)) {
                values.complain(Problems.notOneOf(MONEY, key, MONEY_KEYS));
                return;
            }
            values.attempt(
                            MONEY,
                            text.strip(),
                            key.equals("validation") ? CostOptions::amount : CostOptions::positive,
                            "Give " + key + " an amount, such as " + key + "=60000.")
                    .ifPresent(amount -> amounts.put(key, amount));
        });
        return amounts;
    }

    private Optional<Money> money(Loss loss, Map<String, Double> amounts) {
        Optional<Double> unit = unit(loss, amounts);
        if (!amounts.containsKey("retrain")) {
            values.complain(Problems.badValue(
                    MONEY,
                    amounts.keySet().toString(),
                    "does not say what a new model costs",
                    "Add retrain=, the money that building and deploying one takes."));
            return Optional.empty();
        }
        return unit.map(worth -> new Money(
                amounts.get("retrain"),
                amounts.getOrDefault("validation", 0.0),
                amounts.containsKey("restore") ? OptionalDouble.of(amounts.get("restore")) : OptionalDouble.empty(),
                worth));
    }

    /** What a unit of loss costs in a cohort. */
    private Optional<Double> unit(Loss loss, Map<String, Double> amounts) {
        boolean byGini = amounts.containsKey("gini_point");
        boolean byLoss = amounts.containsKey("loss_unit") && amounts.containsKey("volume");
        boolean isMixed = byGini && (amounts.containsKey("loss_unit") || amounts.containsKey("volume"));
        if (isMixed || byGini == byLoss) {
            values.complain(Problems.badValue(
                    MONEY,
                    amounts.keySet().toString(),
                    "does not say in one way what a loss costs",
                    "Add gini_point=, what a point of Gini is worth in a cohort; or loss_unit= and volume=, what a unit"
                            + " of loss costs on one applicant, and how many applicants a cohort has."));
            return Optional.empty();
        }
        if (byGini && loss != Loss.AUC) {
            values.complain(Problems.badValue(
                    MONEY,
                    "gini_point",
                    "says nothing of the loss " + loss.id(),
                    "Give --loss auc, or loss_unit= and volume= in its place."));
            return Optional.empty();
        }
        return Optional.of(
                byGini
                        ? Money.unitOfGiniPoint(amounts.get("gini_point"))
                        : Money.unitOfApplicants(amounts.get("loss_unit"), amounts.get("volume")));
    }

    private static double positive(String text) {
        double number = amount(text);
        if (number == 0) {
            throw new IllegalArgumentException("is not above 0");
        }
        return number;
    }

    private static double amount(String text) {
        double number = Values.number(text.replace("_", ""));
        if (!(number >= 0 && Double.isFinite(number))) {
            throw new IllegalArgumentException("is not an amount");
        }
        return number;
    }
}
