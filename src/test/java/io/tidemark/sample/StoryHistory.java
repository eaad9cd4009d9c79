package io.tidemark.sample;

import io.tidemark.backtest.Loss;
import io.tidemark.backtest.StalenessCell;
import io.tidemark.backtest.StalenessMatrix;
import io.tidemark.model.Auc;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Two years of applicants whose outcomes are all known, with what a logistic regression would read of them. */
final class StoryHistory {
    static final int MONTHS = 24;
    /** So many months a model is trained on. */
    static final int WINDOW = 6;

    private final List<Month> months;

    /** One month's rows, and the same for a regression. */
    private static final class Month {
        private final List<Object[]> rows;
        private final double[][] inputs;
        private final int[] outcomes;

        private Month(List<Object[]> rows) {
            this.rows = rows;
            inputs = rows.stream().map(StoryHistory::inputs).toArray(double[][]::new);
            outcomes = rows.stream()
                    .mapToInt(row -> (int) SampleTable.number(row, "defaulted"))
                    .toArray();
        }
    }

    private StoryHistory(List<Month> months) {
        this.months = months;
    }

    static SamplePlan plan(ShiftChoice shifts, long seed, int applicantsAMonth) {
        int months = MONTHS + SamplePlan.MATURITY_MONTHS;
        return new SamplePlan(
                (long) applicantsAMonth * months,
                seed,
                YearMonth.of(2023, 1),
                months,
                shifts,
                ScoreColumns.CHAMPION_AND_CHALLENGER,
                ExtraFeatures.NONE);
    }

    static StoryHistory of(ShiftChoice shifts, long seed, int applicantsAMonth) {
        SamplePlan plan = plan(shifts, seed, applicantsAMonth);
        SampleTable table = new SampleTable(plan, MONTHS);
        return new StoryHistory(IntStream.range(0, MONTHS)
                .mapToObj(month -> new Month(table.rows(month, month)))
                .toList());
    }

    private static double[] inputs(Object[] row) {
        double score = SampleTable.number(row, "bureau_score");
        return new double[] {
            score < 0 ? 0 : (score - 640) / 65,
            score < 0 ? 1 : 0,
            (or(row, "utilisation", 0.38) - 0.38) / 0.25,
            (or(row, "dti", 0.27) - 0.27) / 0.14,
            Math.min(SampleTable.number(row, "delinquencies_2y"), 4),
            SampleTable.number(row, "inquiries_6m"),
            Math.log(or(row, "income", 34_000) / 36_000),
            Math.min(or(row, "employment_months", 50), 120) / 50,
            Math.log(SampleTable.number(row, "loan_amount") / 7_700),
            (SampleTable.number(row, "term_months") - 36) / 12,
            SampleTable.value(row, "housing").equals("rent") ? 1 : 0,
            "unemployed".equals(SampleTable.value(row, "employment_type")) ? 1 : 0
        };
    }

    private static double or(Object[] row, String column, double ordinary) {
        return SampleTable.value(row, column) == null ? ordinary : SampleTable.number(row, column);
    }

    List<Object[]> rows(int firstMonth, int lastMonth) {
        return months.subList(firstMonth, lastMonth + 1).stream()
                .flatMap(month -> month.rows.stream())
                .toList();
    }

    double badRate(int firstMonth, int lastMonth) {
        return mean("defaulted", firstMonth, lastMonth);
    }

    double mean(String column, int firstMonth, int lastMonth) {
        return rows(firstMonth, lastMonth).stream()
                .mapToDouble(row -> SampleTable.number(row, column))
                .average()
                .orElseThrow();
    }

    /** The area of a score column over some months, as one group. */
    double auc(String column, int firstMonth, int lastMonth) {
        List<Object[]> rows = rows(firstMonth, lastMonth);
        return area(
                rows.stream()
                        .mapToDouble(row -> SampleTable.number(row, column))
                        .toArray(),
                rows.stream()
                        .mapToInt(row -> (int) SampleTable.number(row, "defaulted"))
                        .toArray());
    }

    /** A model of the window that ends with this month. */
    LogisticFit fitted(int lastMonth) {
        List<Month> window = months.subList(lastMonth - WINDOW + 1, lastMonth + 1);
        return LogisticFit.of(inputs(window), outcomes(window));
    }

    double auc(LogisticFit model, int firstMonth, int lastMonth) {
        List<Month> judged = months.subList(firstMonth, lastMonth + 1);
        return area(probabilities(model, inputs(judged)), outcomes(judged));
    }

    private static double[][] inputs(List<Month> months) {
        return months.stream().flatMap(month -> Arrays.stream(month.inputs)).toArray(double[][]::new);
    }

    private static int[] outcomes(List<Month> months) {
        return months.stream()
                .flatMapToInt(month -> Arrays.stream(month.outcomes))
                .toArray();
    }

    private static double[] probabilities(LogisticFit model, double[][] inputs) {
        return Arrays.stream(inputs).mapToDouble(model::probability).toArray();
    }

    /** Losses of a model for each window on every later month. */
    StalenessMatrix staleness(Loss loss) {
        List<StalenessCell> cells = new ArrayList<>();
        for (int model = WINDOW - 1; model < MONTHS - 1; model++) {
            LogisticFit fit = fitted(model);
            for (int cohort = model + 1; cohort < MONTHS; cohort++) {
                Month judged = months.get(cohort);
                double[] probabilities = probabilities(fit, judged.inputs);
                double area = area(probabilities, judged.outcomes);
                double value = loss == Loss.AUC ? 1 - area : brier(probabilities, judged.outcomes);
                cells.add(new StalenessCell(model, cohort, value, area, 0));
            }
        }
        return StalenessMatrix.of(cells);
    }

    private static double area(double[] scores, int[] outcomes) {
        return Auc.of(of(1, scores, outcomes), of(0, scores, outcomes)).value();
    }

    private static double[] of(int outcome, double[] scores, int[] outcomes) {
        return IntStream.range(0, scores.length)
                .filter(index -> outcomes[index] == outcome)
                .mapToDouble(index -> scores[index])
                .toArray();
    }

    private static double brier(double[] probabilities, int[] outcomes) {
        return IntStream.range(0, outcomes.length)
                .mapToDouble(index -> Math.pow(probabilities[index] - outcomes[index], 2))
                .average()
                .orElseThrow();
    }
}
