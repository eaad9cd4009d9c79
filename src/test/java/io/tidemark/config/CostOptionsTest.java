package io.tidemark.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.backtest.Loss;
import io.tidemark.backtest.Policies;
import io.tidemark.backtest.TwiceAsBad;
import io.tidemark.policy.Costs;
import io.tidemark.problem.Problem;
import io.tidemark.problem.UserMistake;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CostOptionsTest {
    private static MonitorReading reading(Map<String, List<String>> options) {
        Map<String, List<String>> all = new TreeMap<>(options);
        all.put("input", List.of("/data/a.csv"));
        all.put("time", List.of("day"));
        all.put("reference", List.of("2023-01-01..2023-06-30"));
        all.put("output", List.of("/out"));
        return MonitorReader.read(new Request(Command.RUN, all, List.of(), List.of()));
    }

    private static DecisionConfig decision(Map<String, List<String>> options) {
        return reading(options).checkedAgainst(List.of("day")).decision();
    }

    private static String problem(Map<String, List<String>> options) {
        UserMistake mistake =
                assertThrows(UserMistake.class, () -> reading(options).checkedAgainst(List.of("day")));
        assertEquals(1, mistake.problems().size(), mistake.problems()::toString);
        Problem problem = mistake.problems().get(0);
        return problem.text();
    }

    private static Map<String, List<String>> money(String... pairs) {
        return Map.of("money", List.of(pairs));
    }

    @Test
    void withoutAPriceAPointOfGiniInTwelveCohortsIsAssumed() {
        Costs costs = decision(Map.of()).costs();
        assertEquals(Costs.Basis.ASSUMED, costs.basis());
        assertEquals(Loss.AUC, costs.loss());
        assertEquals(0.06, costs.prices().retrain(), 1e-15);
        assertEquals(0.006, costs.prices().restore(), 1e-15);
        assertEquals(OptionalInt.empty(), costs.life());
        assertEquals(
                0.012,
                decision(Map.of("loss", List.of("brier"))).costs().prices().retrain(),
                1e-15);
    }

    @Test
    void aPriceIsANumberInUnitsOfLossTimesCohorts() {
        Costs costs = decision(Map.of("loss", List.of("brier"), "cost", List.of("0.02"), "life", List.of("24")))
                .costs();
        assertEquals(Costs.of(Loss.BRIER, 0.02, OptionalInt.of(24)), costs);
    }

    @Test
    void aPriceInMoneyIsDividedByWhatAUnitOfAucIsWorth() {
        // A unit of AUC is 200 points of Gini: 75,000 / (200 · 2,500) = 0.15; a restore of 5,000 is 0.01.
        Costs costs = decision(money("retrain=60_000", "validation=15000", "restore=5000", "gini_point=2500"))
                .costs();
        assertEquals(0.15, costs.prices().retrain(), 1e-15);
        assertEquals(0.01, costs.prices().restore(), 1e-15);
        assertEquals(Costs.Basis.GIVEN, costs.basis());
        assertEquals(500_000, costs.money().orElseThrow().unit());
    }

    @Test
    void orByWhatAUnitOfLossCostsOnAnApplicant() {
        // 60,000 / (5,000 · 1,000) = 0.012.
        Costs costs = decision(Map.of(
                        "loss", List.of("brier"), "money", List.of("retrain=60000", "loss_unit=5000", "volume=1000")))
                .costs();
        assertEquals(0.012, costs.prices().retrain(), 1e-15);
        assertEquals(0.0012, costs.prices().restore(), 1e-15);
    }

    @Test
    void moneyThatSaysTooLittleOrTooMuchIsAMistake() {
        assertTrue(problem(money("gini_point=2500")).contains("does not say what a new model costs"));
        assertTrue(problem(money("retrain=60000")).contains("does not say in one way what a loss costs"));
        assertTrue(problem(money("retrain=60000", "loss_unit=5000")).contains("in one way"));
        assertTrue(problem(money("retrain=60000", "gini_point=1", "volume=5")).contains("in one way"));
        assertTrue(
                problem(money("retrain=60000", "gini_pont=1", "gini_point=1")).contains("Did you mean 'gini_point'?"));
        assertTrue(problem(money("retrain=-1", "retrain=60000", "gini_point=0", "loss_unit=1", "volume=1"))
                .contains("is not above 0"));
        assertTrue(problem(Map.of("loss", List.of("brier"), "money", List.of("retrain=60000", "gini_point=2500")))
                .contains("says nothing of the loss brier"));
        assertTrue(problem(Map.of("cost", List.of("0.1"), "money", List.of("retrain=60000", "gini_point=2500")))
                .contains("is given beside --money"));
    }

    @Test
    void pricesAndLivesAreAboveZero() {
        assertTrue(problem(Map.of("cost", List.of("0"))).contains("is not above 0"));
        assertTrue(problem(Map.of("cost", List.of("much"))).contains("is not a number"));
        assertTrue(problem(Map.of("life", List.of("0"))).contains("is too small"));
    }

    @Test
    void theRuleIsTheDefaultOrOneByItsNameAUsersOwnToo() {
        assertEquals(Policies.DEFAULT, decision(Map.of()).policy());
        assertEquals(
                "never", decision(Map.of("policy", List.of("never"))).policy().name());
        assertInstanceOf(
                TwiceAsBad.class,
                decision(Map.of("policy", List.of("twice_as_bad"))).policy());
        assertEquals(Optional.empty(), Policies.named("none"));
        assertTrue(problem(Map.of("policy", List.of("nevr"))).contains("Did you mean 'never'?"));
    }
}
