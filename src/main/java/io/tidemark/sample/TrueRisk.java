package io.tidemark.sample;

/** The probability with which an applicant truly defaults: from what is true, not from what was recorded. */
final class TrueRisk {
    private static final double HIGHEST = 0.95;

    private TrueRisk() {}

    static double of(Person person, CreditFile file, LoanRequest request, MonthConditions conditions) {
        double logit = -3.0
                - 0.0125 * (file.score() - 640)
                + 1.0 * (file.utilisation() - 0.38)
                + 2.0 * (file.debtToIncome() - 0.27)
                + 0.25 * Math.min(file.delinquencies(), 4)
                + 0.12 * (file.inquiries() - 1)
                - 0.35 * Math.log(person.income() / 36_000.0)
                - 0.002 * Math.min(person.employmentMonths(), 120)
                + 0.3 * Math.log(request.amount() / 7_700.0)
                + 0.006 * (request.termMonths() - 36)
                + (person.rents() ? 0.25 : 0)
                + (person.employment().equals(Person.UNEMPLOYED) ? 0.5 : 0);
        double risk = 1 / (1 + Math.exp(-logit));
        return person.rents() ? Math.min(HIGHEST, risk * conditions.renterRiskMultiple()) : risk;
    }
}
