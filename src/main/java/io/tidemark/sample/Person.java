package io.tidemark.sample;

/**
 * Who applies. Nothing here ever moves.
 *
 * @param wealth how well off for the age and the job: the part of the logarithm of the income that they do not explain, in
 *     standard deviations
 * @param income the true gross income a year, whatever is recorded
 */
record Person(
        int age,
        String employment,
        int employmentMonths,
        double wealth,
        long income,
        String housing,
        long savingsCents) {
    static final String RENT = "rent";
    static final String RETIRED = "retired";
    static final String STUDENT = "student";
    static final String UNEMPLOYED = "unemployed";
    static final String SELF_EMPLOYED = "self_employed";

    private static final String[] EMPLOYMENTS = {
        "employed", "public_sector", SELF_EMPLOYED, RETIRED, STUDENT, UNEMPLOYED
    };
    private static final WeightedCodes YOUNG_WORK = WeightedCodes.of(EMPLOYMENTS, 62, 9, 4, 0, 18, 7);
    private static final WeightedCodes PRIME_WORK = WeightedCodes.of(EMPLOYMENTS, 63, 16, 15, 1, 1, 4);
    private static final WeightedCodes LATE_WORK = WeightedCodes.of(EMPLOYMENTS, 12, 4, 9, 74, 0, 1);

    private static final String[] HOUSINGS = {"own", RENT, "mortgage", "family"};
    private static final WeightedCodes YOUNG_HOME = WeightedCodes.of(HOUSINGS, 4, 46, 12, 38);
    private static final WeightedCodes PRIME_HOME = WeightedCodes.of(HOUSINGS, 13, 36, 43, 8);
    private static final WeightedCodes LATE_HOME = WeightedCodes.of(HOUSINGS, 38, 22, 37, 3);

    static Person draw(RowRandom random) {
        int age = age(random);
        String employment = (age < 26 ? YOUNG_WORK : age < 63 ? PRIME_WORK : LATE_WORK).pick(random);
        double wealth = random.normal();
        return new Person(
                age,
                employment,
                employmentMonths(age, employment, random),
                wealth,
                income(age, employment, wealth, random),
                (age < 27 ? YOUNG_HOME : age < 45 ? PRIME_HOME : LATE_HOME).pick(random),
                savingsCents(age, wealth, random));
    }

    boolean rents() {
        return housing.equals(RENT);
    }

    private static int age(RowRandom random) {
        int age = (int) (18 + 20 * StrictMath.exp(0.55 * random.normal()));
        return age < 80 ? age : random.nextInt(45, 80);
    }

    private static int employmentMonths(int age, String employment, RowRandom random) {
        boolean works = !employment.equals(RETIRED) && !employment.equals(STUDENT) && !employment.equals(UNEMPLOYED);
        if (!works) {
            return 0;
        }
        int workingLife = 12 * (age - 17);
        double years = 1 + 0.16 * (age - 18);
        return (int) Math.min(workingLife, -12 * years * StrictMath.log(1 - random.nextDouble()));
    }

    private static long income(int age, String employment, double wealth, RowRandom random) {
        double offset = switch (employment) {
            case "public_sector" -> 0.05;
            case SELF_EMPLOYED -> 0.12;
            case RETIRED -> -0.30;
            case STUDENT -> -0.80;
            case UNEMPLOYED -> -0.90;
            default -> 0;
        };
        double logarithm = 10.50 + offset - 0.0006 * (age - 48) * (age - 48) + 0.42 * wealth;
        long income = Math.min(900_000, Math.max(6_000, Math.round(StrictMath.exp(logarithm))));
        return random.chance(0.6) ? (income + 250) / 500 * 500 : income;
    }

    private static long savingsCents(int age, double wealth, RowRandom random) {
        if (random.chance(0.38)) {
            return 0;
        }
        double logarithm = 7.3 + 0.6 * wealth + 0.02 * (age - 42) + 1.4 * random.normal();
        return Math.round(100 * Math.min(50_000_000, StrictMath.exp(logarithm)));
    }
}
