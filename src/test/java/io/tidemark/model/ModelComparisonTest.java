package io.tidemark.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidemark.model.ModelComparison.Verdict;
import org.junit.jupiter.api.Test;

class ModelComparisonTest {
    private static ModelComparison comparison(double first, double second, double standardError) {
        return new ModelComparison(
                "pd",
                "pd_new",
                Figure.of(new PairedAuc(
                        new Auc(first, 0.0004), new Auc(second, 0.0004), standardError * standardError, 412, 1_898)));
    }

    @Test
    void aChallengerThatIsAboveByMoreThanChanceIsBetter() {
        ModelComparison comparison = comparison(0.712, 0.741, 0.010);
        assertEquals(Verdict.BETTER, comparison.verdict());
        assertEquals(
                "pd_new is better than pd: AUC 0.741 against 0.712, difference +0.029 (95 % interval +0.009 … +0.049, p 0.004), "
                        + "on 2,310 applicants, 412 of them bad",
                comparison.sentence());
    }

    @Test
    void aChallengerThatIsBelowByMoreThanChanceIsWorse() {
        ModelComparison comparison = comparison(0.741, 0.700, 0.010);
        assertEquals(Verdict.WORSE, comparison.verdict());
        assertEquals(
                "pd_new is worse than pd: AUC 0.700 against 0.741, difference -0.041 (95 % interval -0.061 … -0.021, p below 0.001), "
                        + "on 2,310 applicants, 412 of them bad",
                comparison.sentence());
    }

    @Test
    void whereChanceCouldHaveMadeTheDifferenceItSaysWhatCouldHaveBeenSeen() {
        ModelComparison comparison = comparison(0.712, 0.716, 0.010);
        assertEquals(Verdict.NO_VISIBLE_DIFFERENCE, comparison.verdict());
        assertEquals(
                "no difference between pd_new and pd that could be seen: AUC 0.716 against 0.712, difference +0.004 "
                        + "(95 % interval -0.016 … +0.024, p 0.689); one of 0.028 is seen four times in five on 2,310 applicants, 412 of them bad",
                comparison.sentence());
    }

    @Test
    void withoutEnoughOutcomesNothingCanBeTold() {
        ScoredApplicants few = ScoredApplicants.of(new boolean[] {true, false}, new double[][] {{1, 2}, {2, 1}});
        ModelComparison comparison = new ModelComparison("pd", "pd_new", few.paired(0, 1));
        assertEquals(Verdict.CANNOT_TELL, comparison.verdict());
        assertEquals(
                "cannot tell pd_new from pd: a comparison takes at least 2 bad and 2 good applicants, not 1 and 1",
                comparison.sentence());
        assertEquals(Verdict.CANNOT_TELL, comparison(0.5, 1, 0).verdict());
        assertEquals(
                "cannot tell pd_new from pd: AUC 1.000 against 0.500, difference +0.500, but it does not vary among these applicants: "
                        + "2,310 applicants, 412 of them bad",
                comparison(0.5, 1, 0).sentence());
    }
}
