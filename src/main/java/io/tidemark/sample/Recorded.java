package io.tidemark.sample;

import java.math.BigDecimal;

/**
 * What the lender writes down where that can differ from what is true: missing answers, the bureau's codes and version, and
 * the wrong unit. The champion model sees this; the outcome does not.
 */
record Recorded(
        BigDecimal income,
        Double dti,
        Integer employmentMonths,
        String employment,
        BigDecimal savings,
        Integer bureauScore,
        Double utilisation,
        Integer cardLimit) {
    static final int NO_FILE = -999;
    static final int THIN_FILE = -998;

    static Recorded of(Person person, CreditFile file, MonthConditions conditions, RowRandom random) {
        boolean incomeProved = !random.chance(0.015);
        boolean dtiKnown = incomeProved && !random.chance(0.005);
        return new Recorded(
                incomeProved ? BigDecimal.valueOf(incomeCents(person, conditions.incomeDivisor()), 2) : null,
                dtiKnown ? file.debtToIncome() : null,
                random.chance(conditions.unansweredShare()) ? null : person.employmentMonths(),
                random.chance(0.01) ? null : person.employment(),
                random.chance(0.03) ? null : BigDecimal.valueOf(person.savingsCents(), 2),
                bureauScore(person, file, conditions.bureauPoints(), random),
                file.hasCard() ? file.utilisation() : null,
                file.hasCard() ? file.cardLimit() : null);
    }

    private static long incomeCents(Person person, int divisor) {
        return Math.round(100.0 * person.income() / divisor);
    }

    private static int bureauScore(Person person, CreditFile file, int points, RowRandom random) {
        double share = random.nextDouble();
        if (share < (person.age() < 26 ? 0.08 : 0.02)) {
            return NO_FILE;
        }
        return share > 0.96 ? THIN_FILE : file.score() + points;
    }
}
