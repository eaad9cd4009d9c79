package io.tidemark.sample;

/**
 * What the applicant and the lender already had to do with each other, in time before the application. Nothing here ever
 * moves.
 *
 * @param accountDays days since the account was opened, or -1 for a new customer
 * @param paymentSeconds seconds from the last payment to the end of the day of the application, or -1 where there is none
 */
record Relationship(int accountDays, long paymentSeconds, boolean phoneVerified) {
    private static final int SECONDS_A_DAY = 86_400;

    static Relationship draw(Person person, RowRandom random) {
        boolean phoneVerified = random.chance(0.82);
        if (!random.chance(person.age() < 30 ? 0.22 : 0.38)) {
            return new Relationship(-1, -1, phoneVerified);
        }
        int oldest = Math.min(9_000, 365 * (person.age() - 17));
        int accountDays = (int) Math.min(oldest, 60 - 1_500 * StrictMath.log(1 - random.nextDouble()));
        long paymentDays = 1 + (long) Math.min(accountDays - 1, -45 * StrictMath.log(1 - random.nextDouble()));
        boolean borrowed = random.chance(0.8);
        long paymentSeconds = borrowed ? paymentDays * SECONDS_A_DAY + random.nextInt(SECONDS_A_DAY) : -1;
        return new Relationship(accountDays, paymentSeconds, phoneVerified);
    }

    boolean isExisting() {
        return accountDays >= 0;
    }
}
