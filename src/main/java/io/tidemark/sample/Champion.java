package io.tidemark.sample;

/**
 * The lender's model in force: a logistic scorecard, fitted once and never changed, on the values as recorded. Like real
 * scorecards it bounds its inputs and gives what is missing the points of an ordinary applicant.
 */
final class Champion {
    private static final double ORDINARY_INCOME = 34_000;
    private static final double LOWEST_INCOME = 5_000;
    private static final int NO_FILE_SCORE = 615;
    private static final int THIN_FILE_SCORE = 630;

    private Champion() {}

    static double probability(Recorded recorded, Person person, CreditFile file, LoanRequest request) {
        double income =
                recorded.income() == null ? ORDINARY_INCOME : recorded.income().doubleValue();
        double logit = -2.96
                - 0.0086 * (points(recorded.bureauScore()) - 640)
                + 0.8 * (or(recorded.utilisation(), 0.38) - 0.38)
                + 1.5 * (or(recorded.dti(), 0.27) - 0.27)
                + 0.25 * Math.min(file.delinquencies(), 4)
                + 0.10 * (file.inquiries() - 1)
                - 0.35 * StrictMath.log(Math.max(income, LOWEST_INCOME) / 36_000)
                - 0.002 * (recorded.employmentMonths() == null ? 50 : Math.min(recorded.employmentMonths(), 120))
                + 0.3 * StrictMath.log(request.amount() / 7_700.0)
                + (person.rents() ? 0.2 : 0);
        return Math.rint(1e5 / (1 + StrictMath.exp(-logit))) / 1e5;
    }

    private static int points(int score) {
        if (score == Recorded.NO_FILE) {
            return NO_FILE_SCORE;
        }
        return score == Recorded.THIN_FILE ? THIN_FILE_SCORE : score;
    }

    private static double or(Double value, double ordinary) {
        return value == null ? ordinary : value;
    }
}
