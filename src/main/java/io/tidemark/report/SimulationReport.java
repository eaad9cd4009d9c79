package io.tidemark.report;

import io.tidemark.simulation.SimulationPlan;
import io.tidemark.simulation.SimulationResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A simulation as a table: false alarms, and what is seen of shifts by their size. */
public final class SimulationReport {
    private final SimulationResult result;
    private final List<String> lines = new ArrayList<>();

    private SimulationReport(SimulationResult result) {
        this.result = result;
    }

    public static String of(SimulationResult result) {
        return new SimulationReport(result).text();
    }

    private String text() {
        SimulationPlan plan = result.plan();
        add(
                "%,d applicants a cohort, %d features, %d cohorts after a reference of %d, %d replays of each kind, seed %d",
                plan.applicants(),
                plan.features(),
                plan.cohorts(),
                plan.referenceCohorts(),
                plan.replays(),
                plan.seed());
        add("");
        StringBuilder head = new StringBuilder(row("nothing planted, a year", "alarms", "months"));
        plan.sizes().forEach(size -> head.append(String.format(Locale.ROOT, "%14s", "PSI " + size)));
        add("%s", head);
        for (String rule : result.rules()) {
            StringBuilder line = new StringBuilder(row(
                    rule,
                    String.format(Locale.ROOT, "%.2f", result.falseAlarmsPerYear(rule)),
                    String.format(Locale.ROOT, "%.2f", result.noisyCohortsPerYear(rule))));
            for (double size : plan.sizes()) {
                line.append(String.format(
                        Locale.ROOT,
                        "%14s",
                        String.format(
                                Locale.ROOT,
                                "%.2f  %.2f",
                                result.power(rule, size),
                                result.powerAtTheRateOf(rule, size))));
            }
            add("%s", line);
        }
        add("");
        add("alarms: of features without a shift, in twelve cohorts; months: cohorts of twelve with any such alarm.");
        add(
                "Under each size: the share of shifted features and cohorts with an alarm; and, at the same rate of false alarms,");
        add("that of Tidemark's p-value, which is the evidence that its rule goes by where an effect is large enough.");
        add("");
        StringBuilder soon = new StringBuilder(row("found within three cohorts", "", ""));
        plan.sizes().forEach(size -> soon.append(String.format(Locale.ROOT, "%14s", "PSI " + size)));
        add("%s", soon);
        for (String rule : result.rules()) {
            StringBuilder line = new StringBuilder(row(rule, "", ""));
            plan.sizes()
                    .forEach(
                            size -> line.append(String.format(Locale.ROOT, "%14.2f", result.foundInThree(rule, size))));
            add("%s", line);
        }
        return String.join("\n", lines) + "\n";
    }

    private static String row(String name, String first, String second) {
        return String.format(Locale.ROOT, "%-28s%8s%8s", name, first, second);
    }

    private void add(String format, Object... arguments) {
        lines.add(String.format(Locale.ROOT, format, arguments).stripTrailing());
    }
}
