package io.tidemark.sample;

import static io.tidemark.sample.ColumnType.BOOLEAN;
import static io.tidemark.sample.ColumnType.DATE;
import static io.tidemark.sample.ColumnType.DECIMAL;
import static io.tidemark.sample.ColumnType.DOUBLE;
import static io.tidemark.sample.ColumnType.INTEGER;
import static io.tidemark.sample.ColumnType.LONG;
import static io.tidemark.sample.ColumnType.STRING;
import static io.tidemark.sample.ColumnType.TIMESTAMP;

import java.util.List;
import java.util.stream.Stream;

/** The catalogue of the sample table's columns. The table's schema and the README's list are derived from it. */
public final class SampleColumns {
    /** The columns of every table; a challenger's score and extra features come after them. */
    static final List<SampleColumn> USUAL = List.of(
            column("application_id", STRING, "identifier", "names the application; unique"),
            column("application_date", DATE, "day", "when the applicant applied: the time column"),
            column("channel", STRING, "code", "how the application came: branch, online, broker or partner"),
            column("region", STRING, "code", "where the applicant lives, R01 to R12"),
            column("postal_area", STRING, "code", "the part of the region, P00 to P95, eight to a region"),
            column("purpose", STRING, "code", "what the money is for: holiday, car, debt_consolidation and the like"),
            column("loan_amount", DECIMAL, "currency", "the amount applied for, in steps of 50"),
            column("term_months", INTEGER, "months", "the time to pay back: 12, 24, 36, 48 or 60"),
            column("device", STRING, "code", "what the form was filled in on; missing unless the channel is online"),
            column(
                    "document_type",
                    STRING,
                    "code",
                    "the document that proved who the applicant is: id_card, passport, driving_licence and the like"),
            column("age", INTEGER, "years", "age at the application"),
            column("housing", STRING, "code", "own, rent, mortgage or family"),
            column(
                    "employment_type",
                    STRING,
                    "code",
                    "employed, public_sector, self_employed, retired, student or unemployed; missing for 1 in 100"),
            column(
                    "employment_months",
                    INTEGER,
                    "months",
                    "time in the present job, 0 without one; missing where not asked or not answered"),
            column("income", DECIMAL, "currency a year", "gross income; missing where it was not proved"),
            column(
                    "dti",
                    DOUBLE,
                    "share",
                    "yearly payments on existing debt over income; missing with the income and for a few more"),
            column(
                    "savings_balance",
                    DECIMAL,
                    "currency",
                    "savings seen, with many zeros and a few fortunes; missing where not asked"),
            column("total_debt_cents", LONG, "cents", "all debt at the bureau before this loan"),
            column(
                    "bureau_score",
                    INTEGER,
                    "points",
                    "the credit bureau's score, higher is safer; -999: the bureau has no file, -998: too thin a file"),
            column(
                    "utilisation",
                    DOUBLE,
                    "share",
                    "card balance over card limit, above 1 when overdrawn; missing without a card"),
            column("card_limit", INTEGER, "currency", "limit of all cards together; missing without a card"),
            column("open_accounts", INTEGER, "accounts", "credit accounts open at the bureau"),
            column("inquiries_6m", INTEGER, "inquiries", "how often lenders asked the bureau in the last six months"),
            column("delinquencies_2y", INTEGER, "delinquencies", "payments 30 days late or more in the last two years"),
            column(
                    "months_since_delinquency",
                    INTEGER,
                    "months",
                    "time since the last late payment; missing where there never was one"),
            column("has_phone_verified", BOOLEAN, "yes or no", "the applicant's telephone number was confirmed"),
            column("existing_customer", BOOLEAN, "yes or no", "the applicant had an account with the lender before"),
            column("account_opened", DATE, "day", "when that account was opened; missing for new customers"),
            column(
                    "last_payment_at",
                    TIMESTAMP,
                    "instant, UTC",
                    "the last payment on an earlier loan; missing for new customers and those who never borrowed"),
            column("stable_index", DOUBLE, "points", "a number that says nothing and never moves"),
            column("stable_code", STRING, "code", "a code that says nothing and never moves"),
            column("stable_flag", BOOLEAN, "yes or no", "a yes or no that says nothing and never moves"),
            column(
                    "pd_score",
                    DOUBLE,
                    "probability",
                    "the champion model's probability of default, from the values as recorded, defects included"),
            column(
                    "defaulted",
                    INTEGER,
                    "1 or 0",
                    "whether the loan went bad within " + SamplePlan.MATURITY_MONTHS
                            + " months: the outcome; missing until those have passed"));

    private SampleColumns() {}

    /** Every column of the table of this plan, in the order of the values of {@link Applicants#row}. */
    public static List<SampleColumn> of(SamplePlan plan) {
        return Stream.of(USUAL, plan.scores().further(), plan.extra().columns())
                .flatMap(List::stream)
                .toList();
    }

    private static SampleColumn column(String name, ColumnType type, String unit, String meaning) {
        return new SampleColumn(name, type, unit, meaning);
    }
}
