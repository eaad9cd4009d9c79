package io.tidemark.sample;

/** The probability with which an applicant truly defaults: from what is true, not from what was recorded. */
final class TrueRisk {
    private TrueRisk() {}

    static double of(Person person, CreditFile file, LoanRequest request, MonthConditions conditions) {
        Behaviour behaviour = conditions.behaviour();
        double logit = behaviour.intercept()
                + conditions.riskLogit()
                + behaviour.score() * (file.score() - 640)
                + 0.85 * (file.utilisation() - 0.38)
                + behaviour.debtToIncome() * (file.debtToIncome() - 0.27)
                + behaviour.delinquency() * Math.min(file.delinquencies(), 4)
                + 0.10 * (file.inquiries() - 1)
                - 0.30 * StrictMath.log(person.income() / 36_000.0)
                - 0.002 * Math.min(person.employmentMonths(), 120)
                + behaviour.amount() * StrictMath.log(request.amount() / 7_700.0)
                + behaviour.term() * (request.termMonths() - 36)
                + (person.rents() ? 0.25 : 0)
                + (person.employment().equals(Person.UNEMPLOYED) ? 0.5 : 0);
        double risk = 1 / (1 + StrictMath.exp(-logit));
        return person.rents() ? risk + (1 - risk) * conditions.renterHazard() : risk;
    }
}
