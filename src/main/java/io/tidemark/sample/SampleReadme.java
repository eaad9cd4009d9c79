package io.tidemark.sample;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The text that goes with a sample table: its columns, what moves in it and what a monitor should make of that. */
public final class SampleReadme {
    private SampleReadme() {}

    /** The README of the table of this plan, which lies in the file of this name beside it. */
    public static String markdown(SamplePlan plan, String fileName) {
        return String.join(
                "\n",
                intro(plan, fileName),
                "## What moves, and when\n",
                movingIntro(plan),
                shiftTable(plan),
                "## What never moves\n",
                steady(plan),
                "## Columns\n",
                columnTable(plan));
    }

    private static String intro(SamplePlan plan, String fileName) {
        return """
                # Sample applicants

                `%s` holds %s invented credit applications from %s to %s, one row each,
                in order of time. Nobody in it exists. What moves in it was planted on known dates, so that a monitor
                can be judged by what it finds and by what it leaves alone.

                Made by

                    ./tidemark sample --output data-sample --rows %s --seed %s --format csv%s

                which gives the same table again, to the last digit, whatever the machine.

                - **Time** is `application_date`, the **key** is `application_id`.
                - **Outcome** is `defaulted`, known %s months after the application: the table ends on %s, so
                  %s.
                - **Score** is `pd_score`, of a champion model that was fitted once and never changed. It reads the
                  values as recorded, so a defect in the data is a defect in the score.
                %s\
                """.formatted(
                        fileName,
                        String.format(Locale.ROOT, "%,d", plan.rows()),
                        plan.firstDay(),
                        plan.lastDay(),
                        plan.rows(),
                        plan.seed(),
                        furtherOptions(plan),
                        SamplePlan.MATURITY_MONTHS,
                        plan.lastDay(),
                        outcomesKnown(plan),
                        challenger(plan.scores()));
    }

    private static String challenger(ScoreColumns scores) {
        return scores == ScoreColumns.CHAMPION ? "" : """
                - **Challenger** is `pd_new`: the true risk with an error in its logit. It follows every change of behaviour
                  at once and reads no defect, as no real model would.
                """;
    }

    private static String furtherOptions(SamplePlan plan) {
        ExtraFeatures extra = plan.extra();
        return (plan.firstMonth().equals(SamplePlan.DEFAULT_FIRST_MONTH) ? "" : " --first-month " + plan.firstMonth())
                + (plan.months() == SamplePlan.DEFAULT_MONTHS ? "" : " --months " + plan.months())
                + (plan.shifts().equals(ShiftChoice.USUAL)
                        ? ""
                        : " --shifts " + plan.shifts().words())
                + (plan.scores() == ScoreColumns.CHAMPION ? "" : " --challenger")
                + (extra.numbers() == 0 ? "" : " --extra-numbers " + extra.numbers())
                + (extra.codes() == 0 ? "" : " --extra-codes " + extra.codes());
    }

    private static String outcomesKnown(SamplePlan plan) {
        int mature = plan.months() - SamplePlan.MATURITY_MONTHS;
        return mature <= 0
                ? "no outcome is known yet"
                : "only applications up to "
                        + plan.firstMonth().plusMonths(mature - 1L).atEndOfMonth() + " have one";
    }

    private static String movingIntro(SamplePlan plan) {
        int months = Math.min(PlantedShifts.REFERENCE_MONTHS, plan.months());
        SamplePlan reference = new SamplePlan(
                plan.rows(), plan.seed(), plan.firstMonth(), months, plan.shifts(), plan.scores(), plan.extra());
        return """
                Compare with the first %s months (%s to %s): %s is planted there.
                Where a shift has no last day it stays. `pd_score` is in no list of columns because it never moves by
                itself, only with what it reads.
                """.formatted(
                        reference.months(),
                        reference.firstDay(),
                        reference.lastDay(),
                        PlantedShifts.of(reference).isEmpty() ? "nothing" : "nothing but a season");
    }

    private static String shiftTable(SamplePlan plan) {
        if (PlantedShifts.of(plan).isEmpty()) {
            return "Nothing moves in this table: a monitor that raises anything is wrong.\n";
        }
        return PlantedShifts.of(plan).stream()
                .map(shift -> line(
                        "`" + shift.name() + "`",
                        shift.kind(),
                        shift.columns().stream().map(SampleReadme::code).collect(Collectors.joining(", ")),
                        shift.from().toString(),
                        shift.to() == null ? "" : shift.to().toString(),
                        shift.what(),
                        shift.expected()))
                .collect(Collectors.joining(
                        "",
                        line("shift", "kind", "columns", "from", "to", "what happens", "what a monitor should say")
                                + line("---", "---", "---", "---", "---", "---", "---"),
                        ""));
    }

    private static String steady(SamplePlan plan) {
        Stream<String> extra = plan.extra().columns().stream().map(SampleColumn::name);
        return Stream.concat(PlantedShifts.steadyColumns(plan).stream(), extra)
                .map(SampleReadme::code)
                .collect(Collectors.joining(
                        ", ",
                        "The distribution of these is the same in every month, and a monitor that raises one is wrong:"
                                + "\n\n",
                        ".\n\nOf `account_opened` and `last_payment_at` it is the time before the application that"
                                + " stays: as dates they move with the calendar.\n"));
    }

    private static String columnTable(SamplePlan plan) {
        return SampleColumns.of(plan).stream()
                .map(column -> line(
                        code(column.name()),
                        column.type().name().toLowerCase(Locale.ROOT),
                        column.unit(),
                        column.meaning()))
                .collect(Collectors.joining(
                        "", line("column", "type", "unit", "meaning") + line("---", "---", "---", "---"), ""));
    }

    private static String code(String name) {
        return "`" + name + "`";
    }

    private static String line(String... cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }
}
