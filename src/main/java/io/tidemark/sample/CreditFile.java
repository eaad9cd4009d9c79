package io.tidemark.sample;

/**
 * What is true of an applicant's credit. Only the utilisation moves: the score here is the one of the first scorecard, and
 * neither it nor anything else follows the drift of the utilisation.
 *
 * @param score the bureau's points by its first scorecard, also for those without a file
 * @param utilisation card balance over card limit; for those without a card what it would be
 * @param lateMonthsAgo months since the last late payment, or -1
 */
record CreditFile(
        int score,
        double utilisation,
        boolean hasCard,
        int cardLimit,
        double debtToIncome,
        long debtCents,
        int openAccounts,
        int inquiries,
        int delinquencies,
        int lateMonthsAgo) {
    static CreditFile draw(Person person, MonthConditions conditions, RowRandom random) {
        double standing = 0.3 * person.wealth() + 0.95 * random.normal();
        double years = 0.04 * (person.age() - 41);
        int delinquencies = random.poisson(StrictMath.exp(-1.75 - 0.85 * standing), 9);
        double points = 640 + 52 * standing + 15 * years - 12 * delinquencies + 30 * random.normal();
        double debtToIncome = rounded(
                Math.min(1.5, StrictMath.exp(-1.45 - 0.12 * person.wealth() - 0.1 * standing + 0.5 * random.normal())));
        return new CreditFile(
                (int) Math.round(Math.max(300, Math.min(850, points))),
                utilisation(standing, conditions.utilisationLogit(), random),
                random.chance(0.91),
                cardLimit(person, standing, random),
                debtToIncome,
                Math.round(100 * person.income() * debtToIncome * (1.5 + 2 * random.nextDouble())),
                1 + random.poisson(Math.min(9, 3.5 + 1.2 * years), 30),
                random.poisson(StrictMath.exp(-0.25 - 0.3 * standing), 12),
                delinquencies,
                lateMonthsAgo(delinquencies, random));
    }

    private static double utilisation(double standing, double drift, RowRandom random) {
        if (random.chance(0.05)) {
            return 0;
        }
        if (random.chance(0.02)) {
            return rounded(1 + 0.3 * random.nextDouble());
        }
        double logit = -0.6 - 0.8 * standing + 0.9 * random.normal() + drift;
        return rounded(1 / (1 + StrictMath.exp(-logit)));
    }

    private static int cardLimit(Person person, double standing, RowRandom random) {
        double logarithm = 8.1 + 0.45 * person.wealth() + 0.2 * standing + 0.45 * random.normal();
        return (int) Math.max(200, 100 * Math.round(StrictMath.exp(logarithm) / 100));
    }

    private static int lateMonthsAgo(int delinquencies, RowRandom random) {
        if (delinquencies > 0) {
            return (int) (24 * random.nextDouble() / delinquencies);
        }
        return random.chance(0.2) ? random.nextInt(24, 96) : -1;
    }

    private static double rounded(double share) {
        return Math.rint(share * 1000) / 1000;
    }
}
