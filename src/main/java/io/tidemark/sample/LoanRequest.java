package io.tidemark.sample;

/**
 * What the applicant asks for and how. The purpose has no say in the amount or the term, or these would follow its season.
 *
 * @param device null unless the application came online
 */
record LoanRequest(
        String channel,
        String region,
        String postalArea,
        String purpose,
        int amount,
        int termMonths,
        String device,
        String document) {
    private static final String ONLINE = "online";
    private static final String BROKER = "broker";
    private static final int AREAS_A_REGION = 8;
    private static final String[] REGIONS = numbered("R", 1, 12);
    private static final String[] POSTAL_AREAS = numbered("P", 0, REGIONS.length * AREAS_A_REGION);

    private static final WeightedCodes USUAL_CHANNELS = channels(MonthConditions.USUAL_ONLINE_SHARE);
    private static final WeightedCodes CAMPAIGN_CHANNELS = channels(MonthConditions.CAMPAIGN_ONLINE_SHARE);
    private static final WeightedCodes USUAL_REGIONS =
            WeightedCodes.of(REGIONS, 16, 13, 12, 10, 9, 8, 8, 7, 6, 5, 3, 3);
    private static final WeightedCodes NEW_BROKER_REGIONS =
            WeightedCodes.of(REGIONS, 5, 6, 8, 7, 16, 15, 6, 6, 5, 5, 11, 10);
    private static final WeightedCodes OTHER_PURPOSES = WeightedCodes.of(
            new String[] {"debt_consolidation", "car", "home_improvement", "furniture", "education", "medical", "other"
            },
            30,
            22,
            16,
            10,
            6,
            5,
            11);
    private static final WeightedCodes DEVICES =
            WeightedCodes.of(new String[] {"android", "ios", "desktop"}, 39, 28, 33);
    private static final WeightedCodes PAPER_DOCUMENTS = WeightedCodes.of(
            new String[] {"id_card", "passport", "driving_licence", "residence_permit"}, 56, 22, 15, 7);

    static LoanRequest draw(Person person, MonthConditions conditions, RowRandom random) {
        String channel = (conditions.campaign() ? CAMPAIGN_CHANNELS : USUAL_CHANNELS).pick(random);
        boolean shifted = conditions.brokerShifted() && channel.equals(BROKER);
        int region = (shifted ? NEW_BROKER_REGIONS : USUAL_REGIONS).place(random);
        double multiple = shifted ? MonthConditions.BROKER_AMOUNT_MULTIPLE : 1;
        int amount = amount(person, multiple, random);
        return new LoanRequest(
                channel,
                REGIONS[region],
                POSTAL_AREAS[AREAS_A_REGION * region + random.nextInt(AREAS_A_REGION)],
                random.chance(conditions.holidayShare()) ? "holiday" : OTHER_PURPOSES.pick(random),
                amount,
                termMonths(amount, shifted, random),
                channel.equals(ONLINE) ? DEVICES.pick(random) : null,
                random.chance(conditions.digitalIdShare()) ? "digital_id" : PAPER_DOCUMENTS.pick(random));
    }

    private static WeightedCodes channels(double onlineShare) {
        double others = (1 - onlineShare) / 0.62;
        return WeightedCodes.of(
                new String[] {"branch", ONLINE, BROKER, "partner"},
                22 * others,
                100 * onlineShare,
                25 * others,
                15 * others);
    }

    private static int amount(Person person, double multiple, RowRandom random) {
        double logarithm = 8.95 + 0.3 * StrictMath.log(person.income() / 36_000.0) + 0.5 * random.normal();
        return (int) (50 * Math.round(Math.max(500, Math.min(75_000, multiple * StrictMath.exp(logarithm))) / 50));
    }

    private static int termMonths(int amount, boolean shifted, RowRandom random) {
        double years = 3 + 0.9 * StrictMath.log(amount / 7_700.0) + (shifted ? 0.4 : 0) + 1.1 * random.normal();
        return 12 * (int) Math.max(1, Math.min(5, Math.round(years)));
    }

    private static String[] numbered(String letter, int first, int count) {
        String[] codes = new String[count];
        for (int code = 0; code < count; code++) {
            int number = first + code;
            codes[code] = letter + (number < 10 ? "0" : "") + number;
        }
        return codes;
    }
}
