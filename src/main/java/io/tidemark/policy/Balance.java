package io.tidemark.policy;

import io.tidemark.backtest.ArchivedModel;
import io.tidemark.backtest.DebtEstimate;
import io.tidemark.backtest.Decision;
import io.tidemark.backtest.Loss;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * What keeping the champion costs against what acting costs, in units of loss times cohorts.
 *
 * @param loss what models are charged
 * @param debt B, what the champion has cost and costs by not having been renewed ({@link DebtEstimate}); empty before that can be told
 * @param retrainCost c
 * @param breakEvenCost the price of a retrain below which the rule acts; empty where it would at none, or at any
 * @param confidence Φ((B − c)/sd B), the chance that the debt exceeds the price of a retrain, 0…1; for the wording: all that the default
 *     rule decides by it is not to retrain at ½ or below
 * @param expectedSaving what acting now saves within the planned life, or 24 cohorts where none is planned, less its price: H · g′ − c, for a
 *     restore H · now − c<sub>r</sub>
 */
public record Balance(
        Loss loss,
        OptionalDouble debt,
        double retrainCost,
        OptionalDouble breakEvenCost,
        OptionalDouble confidence,
        OptionalDouble expectedSaving) {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    static Optional<Balance> of(Case given) {
        return given.evidence().retraining().map(known -> of(given, known));
    }

    private static Balance of(Case given, RetrainingEvidence known) {
        double price = known.costs().prices().retrain();
        Optional<DebtEstimate> debt = given.live().flatMap(LiveSituation::debt);
        return new Balance(
                known.costs().loss(),
                number(debt.map(DebtEstimate::debt)),
                price,
                given.live().isPresent()
                        ? BreakEven.of(given.evidence().rule(), given.live().get())
                        : OptionalDouble.empty(),
                number(debt.map(estimate -> confidence(estimate, price))),
                number(saving(given, known, debt)));
    }

    private static Optional<Double> saving(Case given, RetrainingEvidence known, Optional<DebtEstimate> debt) {
        if (given.decision() instanceof Decision.Restore restore) {
            return ArchivedModel.of(restore.model(), given.live().orElseThrow().situation())
                    .map(model -> known.horizon() * model.now()
                            - known.costs().prices().restore());
        }
        return debt.map(estimate ->
                known.horizon() * estimate.netLevel() - known.costs().prices().retrain());
    }

    /** Φ((B − c)/sd B); 0, ½ or 1 where the debt has no error. */
    static double confidence(DebtEstimate debt, double price) {
        double beyond = debt.debt() - price;
        return debt.debtError() > 0
                ? NORMAL.cumulativeProbability(beyond / debt.debtError())
                : (Math.signum(beyond) + 1) / 2;
    }

    private static OptionalDouble number(Optional<Double> value) {
        return value.map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }
}
