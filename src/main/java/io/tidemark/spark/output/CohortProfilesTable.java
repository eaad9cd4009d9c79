package io.tidemark.spark.output;

import static io.tidemark.spark.table.Types.COUNT;
import static io.tidemark.spark.table.Types.NUMBER;
import static io.tidemark.spark.table.Types.NUMBERS;
import static io.tidemark.spark.table.Types.TEXT;
import static io.tidemark.spark.table.Types.WINDOW;

import io.tidemark.spark.shift.StoredProfile;
import io.tidemark.spark.table.OutputTable;
import io.tidemark.spark.table.Types;
import org.apache.spark.sql.types.DataTypes;

/** The table {@code cohort_profiles}. */
final class CohortProfilesTable {
    static final OutputTable<StoredProfile.Open> TABLE = OutputTable.<StoredProfile.Open>of(
                    "cohort_profiles",
                    "What was counted of each feature in each cohort, and in the reference. Shares are 0..1.")
            .column(
                    "log_type",
                    TEXT,
                    "INPUT for a cohort, BASELINE for a reference, REFERENCE_PART for what belongs to a reference of a cohort that it is cut from",
                    p -> p.stored().part().name())
            .nullable(
                    "window",
                    WINDOW,
                    "the days, end not included; null for a reference that is another table",
                    p -> Types.window(p.stored().span()))
            .nullable(
                    "reference_id",
                    TEXT,
                    "the reference, where it is one",
                    p -> p.stored().reference())
            .nullable(
                    "granularity",
                    TEXT,
                    "length of the cohort, such as 1 month",
                    p -> p.stored().granularity())
            .nullable(
                    "slice_key", TEXT, Tables.SLICE_KEY, p -> p.stored().slice().key())
            .nullable(
                    "slice_value",
                    TEXT,
                    Tables.SLICE_VALUE,
                    p -> p.stored().slice().value())
            .column(
                    "column_name",
                    TEXT,
                    "the feature",
                    p -> p.stored().feature().name())
            .column(
                    "data_type",
                    TEXT,
                    "the column's type; dates are counted in days before the application",
                    p -> p.stored().feature().dataType())
            .column("count", COUNT, "applicants", p -> p.profile().rows())
            .column(
                    "num_nulls",
                    COUNT,
                    "applicants without a value",
                    p -> p.profile().missing())
            .nullable(
                    "num_nan", COUNT, "applicants with NaN; null for categories", p -> ProfileFigures.nan(p.profile()))
            .nullable(
                    "num_infinite",
                    COUNT,
                    "applicants with an infinity; null for categories",
                    p -> ProfileFigures.infinite(p.profile()))
            .nullable(
                    "num_special",
                    COUNT,
                    "applicants with a special code; null for categories",
                    p -> ProfileFigures.special(p.profile()))
            .nullable(
                    "num_zeros",
                    COUNT,
                    "applicants with zero; null for categories",
                    p -> ProfileFigures.zeros(p.profile()))
            .nullable(
                    "distinct_count",
                    COUNT,
                    "different values; null where more than are told apart",
                    p -> ProfileFigures.distinct(p.profile()))
            .nullable("min", NUMBER, "least amount", p -> ProfileFigures.min(p.profile()))
            .nullable("max", NUMBER, "greatest amount", p -> ProfileFigures.max(p.profile()))
            .nullable("avg", NUMBER, "mean of the amounts", p -> ProfileFigures.mean(p.profile()))
            .nullable(
                    "stddev",
                    NUMBER,
                    "standard deviation of the amounts (n - 1)",
                    p -> ProfileFigures.deviation(p.profile()))
            .nullable(
                    "quantiles",
                    NUMBERS,
                    "21 quantiles of the amounts: 0, 0.05, ... 1",
                    p -> ProfileFigures.quantiles(p.profile()))
            .nullable(
                    "frequent_items",
                    ProfileFigures.ITEMS,
                    "most frequent categories above the privacy floor",
                    p -> ProfileFigures.frequent(p.profile(), p.stored().privacyFloor()))
            .nullable(
                    "num_beyond_kept",
                    COUNT,
                    "applicants whose category is not among the 10,000 most frequent, which are kept; null for numbers",
                    p -> ProfileFigures.beyondKept(p.profile()))
            .nullable(
                    "kept_count_error",
                    COUNT,
                    "applicants of the most frequent category that is not kept: where cohorts were merged, the count of a kept one may be short by as many; null for numbers",
                    p -> ProfileFigures.countError(p.profile()))
            .column(
                    "percent_null",
                    NUMBER,
                    "share without a value, 0..1",
                    p -> p.profile().missingShare())
            .nullable(
                    "percent_zeros",
                    NUMBER,
                    "share with zero, 0..1; null for categories",
                    p -> ProfileFigures.zeroShare(p.profile()))
            .nullable(
                    "percent_distinct",
                    NUMBER,
                    "different values per applicant, 0..1",
                    p -> ProfileFigures.distinctShare(p.profile()))
            .column(
                    "profile",
                    DataTypes.BinaryType,
                    "the counts from which all else is derived, versioned",
                    p -> p.stored().encoded())
            .check("log_type_known", "log_type IN ('INPUT', 'BASELINE', 'REFERENCE_PART')")
            .check("cohort_has_window", "log_type = 'BASELINE' OR window IS NOT NULL")
            .check("null_share", "percent_null BETWEEN 0 AND 1");

    private CohortProfilesTable() {}
}
