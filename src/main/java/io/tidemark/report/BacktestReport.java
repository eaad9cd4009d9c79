package io.tidemark.report;

import io.tidemark.backtest.Backtest;
import io.tidemark.backtest.Policies;
import io.tidemark.backtest.ReplayResult;
import io.tidemark.backtest.Tuning;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A backtest in print: a line for every policy, and one for the oracle. */
public final class BacktestReport {
    private static final double LEAST_PERCENT = 0.05;

    private BacktestReport() {}

    /**
     * As {@code csv}, all digits, policies in their order; else as a table, the cheapest first. Recalibrations are counted where it is known what
     * they do.
     */
    public static String of(Backtest backtest, String format) {
        return format.equals("csv") ? csv(backtest) : table(backtest);
    }

    private static String csv(Backtest backtest) {
        boolean refits = backtest.hasRecalibrated();
        String lines = Stream.concat(backtest.results().stream(), Stream.of(backtest.oracle()))
                .map(result -> String.format(
                        Locale.ROOT,
                        "%s,%s,%d,%d,%s,%s%s\n",
                        result.policy(),
                        result.total(),
                        result.retrains().size(),
                        result.restores().size(),
                        backtest.oracle().total(),
                        spaced(result.retrains()),
                        refits ? "," + result.recalibrations().size() : ""))
                .collect(Collectors.joining());
        return "policy,total,retrains,restores,oracle,times" + (refits ? ",recalibrations" : "") + "\n" + lines;
    }

    private static String table(Backtest backtest) {
        boolean refits = backtest.hasRecalibrated();
        String head = String.format(
                Locale.ROOT,
                "cohorts %d to %d, labels %d late; a retrain costs %s, a restore %s%s\n\n%s%12s%13s%10s%10s%s  %s\n",
                backtest.firstServed(),
                backtest.lastServed(),
                backtest.labelLag(),
                shortened(backtest.prices().retrain()),
                shortened(backtest.prices().restore()),
                refits ? ", a recalibration " + shortened(backtest.prices().recalibrate()) : "",
                padded("policy", refits),
                "total",
                "over oracle",
                "retrains",
                "restores",
                refits ? String.format(Locale.ROOT, "%16s", "recalibrations") : "",
                "after cohorts");
        String rows = Stream.concat(Stream.of(backtest.oracle()), backtest.results().stream())
                .sorted(Comparator.comparingDouble(ReplayResult::total))
                .map(result -> row(backtest, result))
                .collect(Collectors.joining());
        String kept = backtest.tuning().kept().policy();
        return head + rows + "\nThe oracle knew everything and could retrain, but "
                + (refits ? "neither restore nor recalibrate" : "not restore") + ". The default is "
                + Policies.DEFAULT.name()
                + (kept.equals(Policies.DEFAULT.name()) ? "" : "; a run recalibrates as well, as " + kept)
                + ".\nAfter cohorts: of retrains; those of restores in brackets.\n\n"
                + tuning(backtest);
    }

    private static String tuning(Backtest backtest) {
        Tuning tuning = backtest.tuning();
        return String.format(
                Locale.ROOT,
                """
                Tuned on this history at a third to three times the price, labels a cohort earlier to a cohort later: %s is proposed.
                Cheapest of %d on all that is known: %s. Whoever had followed the cheapest so far from the start would have paid
                %.6g (%.1f %% over the oracle); whoever had kept %s, %.6g (%.1f %%). This rests on %d cohorts and %d decisions,
                of which %d share neither evidence nor outcomes; the lead changed %d times.
                """,
                tuning.proposed(),
                tuning.candidates(),
                tuning.leader(),
                tuning.followed().total(),
                overOracle(backtest, tuning.followed()),
                tuning.kept().policy(),
                tuning.kept().total(),
                overOracle(backtest, tuning.kept()),
                tuning.cohorts(),
                tuning.decisions(),
                tuning.independent(),
                tuning.changes());
    }

    private static String row(Backtest backtest, ReplayResult result) {
        boolean refits = backtest.hasRecalibrated();
        return String.format(
                                Locale.ROOT,
                                "%s%12.6g%11.1f %%%10d%10d%s  %s",
                                padded(result.policy(), refits),
                                result.total(),
                                overOracle(backtest, result),
                                result.retrains().size(),
                                result.restores().size(),
                                refits
                                        ? String.format(
                                                Locale.ROOT,
                                                "%16d",
                                                result.recalibrations().size())
                                        : "",
                                times(result))
                        .stripTrailing()
                + "\n";
    }

    /** In percent; what is not told from 0 in print is not negative there. */
    private static double overOracle(Backtest backtest, ReplayResult result) {
        double percent = 100 * backtest.overOracle(result);
        return Math.abs(percent) < LEAST_PERCENT ? 0 : percent;
    }

    /** Names are longer where policies recalibrate. */
    private static String padded(String policy, boolean refits) {
        return String.format(Locale.ROOT, refits ? "%-28s" : "%-22s", policy);
    }

    private static String times(ReplayResult result) {
        return spaced(result.retrains()) + (result.restores().isEmpty() ? "" : " (" + spaced(result.restores()) + ")");
    }

    private static String spaced(List<Integer> cohorts) {
        return cohorts.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    private static String shortened(double price) {
        return String.format(Locale.ROOT, "%.4g", price);
    }
}
