package io.tidemark.sample;

import java.io.Serializable;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * Makes the rows of the sample table. A row is a function of the plan and its own number: whoever makes it, in whatever
 * order and on however many machines, makes the same. Rows are in order of time.
 *
 * <p>Exponentials and logarithms are {@link StrictMath}'s throughout: those of {@link Math} may differ in their last digit
 * from one processor to the next.
 */
public final class Applicants implements Serializable {
    private static final int ID_DIGITS = 10;
    private static final int SECONDS_A_DAY = 86_400;
    /** What sets the further columns' sequences apart from that of the usual columns; any two numbers would do. */
    private static final long NUMBERS = 0x6E756D62657273L;

    private static final long CODES = 0x636F646573L;
    private static final long CHALLENGER = 0x6368616C6C656EL;
    private static final WeightedCodes STABLE_CODES =
            WeightedCodes.of(new String[] {"S1", "S2", "S3", "S4", "S5", "S6"}, 30, 24, 18, 13, 9, 6);

    private final SamplePlan plan;
    private final ApplicationCalendar calendar;
    private final MonthConditions[] conditionsByMonth;
    private final ExtraNumber[] extraNumbers;
    private final ExtraCode[] extraCodes;

    /** The applicants of this plan. */
    public Applicants(SamplePlan plan) {
        this.plan = plan;
        this.calendar = new ApplicationCalendar(plan);
        this.conditionsByMonth = MonthConditions.of(plan);
        this.extraNumbers = plan.extra().numberFeatures();
        this.extraCodes = plan.extra().codeFeatures();
    }

    /**
     * One row of the table.
     *
     * @param index the row's number, 0 to the plan's rows - 1
     * @return its values in the order and the types of {@link SampleColumns#of}, null where missing
     */
    public Object[] row(long index) {
        if (index < 0 || index >= plan.rows()) {
            throw new IndexOutOfBoundsException("row " + index + " of " + plan.rows());
        }
        Object[] known = known(index);
        return plan.extra().count() == 0 ? known : withExtra(known, index);
    }

    /** Extra features draw from sequences of their own, one for each sort, so that they change nothing else. */
    private Object[] withExtra(Object[] known, long index) {
        Object[] row = Arrays.copyOf(known, known.length + plan.extra().count());
        int place = known.length;
        RowRandom ofNumbers = new RowRandom(plan.seed() ^ NUMBERS, index);
        for (ExtraNumber number : extraNumbers) {
            row[place++] = number.value(ofNumbers);
        }
        RowRandom ofCodes = new RowRandom(plan.seed() ^ CODES, index);
        for (ExtraCode code : extraCodes) {
            row[place++] = code.value(ofCodes);
        }
        return row;
    }

    private Object[] known(long index) {
        RowRandom random = new RowRandom(plan.seed(), index);
        int month = calendar.month(index);
        long day = calendar.epochDay(month, index, random.nextDouble());
        MonthConditions conditions = conditionsByMonth[month];

        Person person = Person.draw(random);
        CreditFile file = CreditFile.draw(person, conditions, random);
        LoanRequest request = LoanRequest.draw(person, conditions, random);
        Relationship relationship = Relationship.draw(person, random);
        Recorded recorded = Recorded.of(person, file, conditions, random);
        double risk = TrueRisk.of(person, file, request, conditions);
        boolean defaults = random.chance(risk);

        Object[] usual = {
            applicationId(index),
            LocalDate.ofEpochDay(day),
            request.channel(),
            request.region(),
            request.postalArea(),
            request.purpose(),
            BigDecimal.valueOf(100L * request.amount(), 2),
            request.termMonths(),
            request.device(),
            request.document(),
            person.age(),
            person.housing(),
            recorded.employment(),
            recorded.employmentMonths(),
            recorded.income(),
            recorded.dti(),
            recorded.savings(),
            file.debtCents(),
            recorded.bureauScore(),
            recorded.utilisation(),
            recorded.cardLimit(),
            file.openAccounts(),
            file.inquiries(),
            file.delinquencies(),
            file.lateMonthsAgo() < 0 ? null : file.lateMonthsAgo(),
            relationship.phoneVerified(),
            relationship.isExisting(),
            relationship.isExisting() ? LocalDate.ofEpochDay(day - relationship.accountDays()) : null,
            lastPayment(day, relationship),
            Math.rint(1000 + 150 * random.normal()) / 10,
            STABLE_CODES.pick(random),
            random.chance(0.3),
            Champion.probability(recorded, person, file, request),
            plan.isMature(month) ? (Integer) (defaults ? 1 : 0) : null
        };
        return plan.scores() == ScoreColumns.CHAMPION ? usual : withChallenger(usual, risk, index);
    }

    private Object[] withChallenger(Object[] usual, double risk, long index) {
        Object[] row = Arrays.copyOf(usual, usual.length + 1);
        row[usual.length] = Challenger.probability(risk, new RowRandom(plan.seed() ^ CHALLENGER, index));
        return row;
    }

    private static Instant lastPayment(long day, Relationship relationship) {
        if (relationship.paymentSeconds() < 0) {
            return null;
        }
        return Instant.ofEpochSecond((day + 1) * SECONDS_A_DAY - relationship.paymentSeconds());
    }

    private static String applicationId(long index) {
        byte[] id = new byte[1 + ID_DIGITS];
        id[0] = 'A';
        long rest = index;
        for (int place = ID_DIGITS; place > 0; place--) {
            id[place] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        return new String(id, StandardCharsets.ISO_8859_1);
    }
}
