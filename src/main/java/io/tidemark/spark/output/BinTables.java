package io.tidemark.spark.output;

import static io.tidemark.spark.table.Types.COUNT;
import static io.tidemark.spark.table.Types.NUMBER;
import static io.tidemark.spark.table.Types.TEXT;
import static io.tidemark.spark.table.Types.WINDOW;

import io.tidemark.cohort.DriftType;
import io.tidemark.feature.BinKind;
import io.tidemark.shift.BinShift;
import io.tidemark.spark.shift.StoredBin;
import io.tidemark.spark.table.OutputTable;
import io.tidemark.spark.table.Types;
import org.apache.spark.sql.types.DataTypes;

/** The tables {@code bins} and {@code bin_shifts}. */
final class BinTables {
    static final OutputTable<StoredBin> BINS = OutputTable.<StoredBin>of(
                    "bins", "The bins of each feature, frozen with the reference.")
            .column("reference_id", TEXT, "the reference", b -> b.reference().id())
            .column("column_name", TEXT, "the feature", b -> b.feature().name())
            .column("bin", TEXT, "label of the bin", b -> b.bin().label())
            .column(
                    "position",
                    DataTypes.IntegerType,
                    "order of the bin within the feature, from 0",
                    StoredBin::position)
            .column(
                    "kind",
                    TEXT,
                    "RANGE, VALUE, MISSING, SPECIAL, BELOW, ABOVE, NEW or RARE",
                    b -> b.bin().kind().name())
            .nullable(
                    "lower",
                    NUMBER,
                    "lower edge of a RANGE, included",
                    b -> b.bin().lower())
            .nullable(
                    "upper",
                    NUMBER,
                    "upper edge of a RANGE, included in the last one only",
                    b -> b.bin().upper())
            .nullable(
                    "value",
                    TEXT,
                    "value of a VALUE or SPECIAL bin",
                    b -> b.bin().value())
            .column("reference_count", COUNT, "applicants of the reference in the bin", StoredBin::count)
            .column("reference_share", NUMBER, "their share, 0..1", StoredBin::share)
            .nullable(
                    "reference_bad_rate",
                    NUMBER,
                    "share of bad outcomes among those who have one, 0..1; null where nobody has",
                    StoredBin::badRate)
            .nullable(
                    "woe",
                    NUMBER,
                    "weight of evidence, ln of the share of good over that of bad applicants: below 0 where the bin is riskier than all; half an applicant more in each bin",
                    StoredBin::woe)
            .check("kind_known", "kind IN " + Types.names(BinKind.values()))
            .check("share_range", "reference_share BETWEEN 0 AND 1");

    static final OutputTable<BinShift> BIN_SHIFTS = OutputTable.<BinShift>of(
                    "bin_shifts", "How each bin of each feature differs from the reference, cohort by cohort.")
            .column("window", WINDOW, "the cohort, end not included", s -> Types.window(s.cohort()))
            .column(
                    "drift_type",
                    TEXT,
                    DriftType.legend(),
                    s -> s.reference().driftType().name())
            .column("reference_id", TEXT, "the reference", s -> s.reference().id())
            .nullable("slice_key", TEXT, Tables.SLICE_KEY, s -> s.slice().key())
            .nullable("slice_value", TEXT, Tables.SLICE_VALUE, s -> s.slice().value())
            .column("column_name", TEXT, "the feature", s -> s.feature().name())
            .column("bin", TEXT, "label of the bin; see bins", s -> s.bin().label())
            .column("reference_share", NUMBER, "share of the reference's applicants, 0..1", BinShift::referenceShare)
            .column("share", NUMBER, "share of the cohort's applicants, 0..1", BinShift::share)
            .nullable(
                    "psi_contribution",
                    NUMBER,
                    "what the bin adds to population_stability_index",
                    BinShift::psiContribution)
            .nullable(
                    "reference_bad_rate",
                    NUMBER,
                    "share of bad outcomes among the reference's applicants who have one, 0..1",
                    BinShift::referenceBadRate)
            .nullable(
                    "bad_rate",
                    NUMBER,
                    "the same of the cohort; null while its outcomes are not mature",
                    BinShift::badRate)
            .check("window_order", Tables.WINDOW_CHECK)
            .check("share_range", "share BETWEEN 0 AND 1 AND reference_share BETWEEN 0 AND 1");

    private BinTables() {}
}
