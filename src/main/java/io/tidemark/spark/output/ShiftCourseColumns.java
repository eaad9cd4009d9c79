package io.tidemark.spark.output;

import static io.tidemark.spark.table.Types.TEXT;
import static io.tidemark.spark.table.Types.WINDOW;

import io.tidemark.shift.Departure;
import io.tidemark.shift.JudgedShift;
import io.tidemark.spark.table.Getter;
import io.tidemark.spark.table.OutputTable;
import io.tidemark.spark.table.Types;

/** Columns of {@code feature_shifts}: where a cohort is in the course of a feature. */
final class ShiftCourseColumns {
    private ShiftCourseColumns() {}

    static void addTo(OutputTable<JudgedShift> shifts) {
        shifts.nullable(
                        "onset_window",
                        WINDOW,
                        "the cohort in which the departure from the reference began that the cohort belongs to; null where it is at the reference, and where that goes along",
                        s -> departure(s, d -> d.onset() == null ? null : Types.window(d.onset())))
                .nullable(
                        "onset_form",
                        TEXT,
                        "JUMP, or RAMP for equal steps over three cohorts or more",
                        s -> departure(
                                s, d -> d.form() == null ? null : d.form().name()))
                .nullable(
                        "pattern",
                        TEXT,
                        "what the references say together: STABLE, BREAK, DRIFT, SEASONAL, or SPELL for left and came back",
                        s -> s.pattern() == null ? null : s.pattern().name());
    }

    private static Object departure(JudgedShift judged, Getter<Departure> getter) {
        Departure departure = judged.shift().departure();
        return departure == null ? null : getter.of(departure);
    }
}
