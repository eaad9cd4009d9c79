package io.tidemark.spark.output;

import static io.tidemark.spark.table.Types.COUNT;
import static io.tidemark.spark.table.Types.NUMBER;
import static io.tidemark.spark.table.Types.TEXT;
import static io.tidemark.spark.table.Types.TEXTS;

import io.tidemark.shift.JudgedShift;
import io.tidemark.shift.NaturalVariation;
import io.tidemark.shift.PsiNoise;
import io.tidemark.spark.table.Getter;
import io.tidemark.spark.table.OutputTable;
import io.tidemark.spark.table.Types;
import org.apache.spark.sql.types.DataTypes;

/** Columns of {@code feature_shifts}: how much of a shift is noise, and how grave it is. */
final class ShiftGradeColumns {
    private ShiftGradeColumns() {}

    static void addTo(OutputTable<JudgedShift> shifts) {
        shifts.column(
                        "l_infinity_bin",
                        TEXT,
                        "the bin whose share changed most",
                        s -> s.shift().widestBin().label())
                .column(
                        "smoothing",
                        TEXT,
                        "of empty bins in population_stability_index",
                        s -> s.shift().smoothing())
                .nullable(
                        "psi_expected",
                        NUMBER,
                        "what PSI is on average if nothing shifted",
                        s -> noise(s, PsiNoise::expected))
                .nullable(
                        "psi_critical",
                        NUMBER,
                        "what PSI exceeds in one case of twenty if nothing shifted",
                        s -> noise(s, PsiNoise::critical))
                .nullable(
                        "psi_pvalue",
                        NUMBER,
                        "probability of such a PSI or a larger one if nothing shifted",
                        s -> noise(s, PsiNoise::pValue))
                .nullable(
                        "psi_excess",
                        NUMBER,
                        "PSI minus psi_expected",
                        s -> noise(s, n -> n.excess(s.shift().psi().orElseThrow())))
                .nullable(
                        "psi_noise_law",
                        TEXT,
                        "CHI_SQUARED, or BOOTSTRAP where bins are sparse",
                        s -> noise(s, n -> n.law().name()))
                .nullable(
                        "shift_pvalue",
                        NUMBER,
                        "psi_pvalue together with those of ks_test and mann_whitney_test, by the Cauchy combination",
                        s -> Types.number(s.shift().pValue()))
                .nullable(
                        "q_value",
                        NUMBER,
                        "shift_pvalue corrected for the number of the cohort's features, by Benjamini-Hochberg or as configured",
                        JudgedShift::qValue)
                .column(
                        "new_categories",
                        TEXTS,
                        "values the reference has never seen, above the privacy floor",
                        s -> Types.array(s.shift().newValues()))
                .column(
                        "lost_categories",
                        TEXTS,
                        "values of the reference that nobody has, though five or more were expected",
                        s -> Types.array(s.shift().lostValues()))
                .column(
                        "severity",
                        TEXT,
                        "NONE, NEGLIGIBLE, MODERATE, MAJOR, or CANNOT_TELL for too few applicants",
                        s -> s.severity().name())
                .column(
                        "alarm",
                        DataTypes.BooleanType,
                        "whether the shift lasts, or is major, and is not held back by a cooldown or a quarantine",
                        JudgedShift::isAlarm)
                .nullable(
                        "count_needed",
                        COUNT,
                        "applicants that the cohort would need for a moderate shift to be seen; null where it has enough, or the reference has too few",
                        JudgedShift::rowsNeeded)
                .nullable(
                        "natural_psi",
                        NUMBER,
                        "the largest PSI of a cohort of the reference against the others of it; null where it has fewer than three",
                        s -> natural(s, NaturalVariation::psi))
                .nullable(
                        "natural_pvalue",
                        NUMBER,
                        "probability that the largest of them is as large if the reference is one population",
                        s -> natural(s, NaturalVariation::pValue));
    }

    private static Object noise(JudgedShift judged, Getter<PsiNoise> getter) {
        PsiNoise noise = judged.shift().noise();
        return noise == null ? null : getter.of(noise);
    }

    private static Object natural(JudgedShift judged, Getter<NaturalVariation> getter) {
        NaturalVariation natural = judged.shift().natural();
        return natural == null ? null : getter.of(natural);
    }
}
