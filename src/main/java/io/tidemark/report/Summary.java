package io.tidemark.report;

import io.tidemark.policy.Action;
import io.tidemark.policy.CohortSummary;
import io.tidemark.policy.Finding;
import io.tidemark.policy.Recommendation;
import io.tidemark.shift.Severity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A run in a screenful: what to do, why, what speaks against it, what was not looked at, where to look further. */
public final class Summary {
    private static final int WIDTH = 100;
    private static final int MOST_REASONS = 6;
    private static final int MOST_COHORTS = 12;
    private static final String INDENT = "    ";

    private final List<String> lines = new ArrayList<>();

    private Summary() {}

    public static String of(RunReport report) {
        return new Summary().text(report);
    }

    private String text(RunReport report) {
        Recommendation recommendation = report.recommendation();
        lines.add("");
        lines.add(report.monitor() + ", as of " + recommendation.asOf());
        lines.add("");
        wrapped("  ", recommendation.action() + ": " + recommendation.headline());
        deadline(recommendation);
        reasons(recommendation);
        bullets("all features at once", report.together());
        bullets("against it", recommendation.counterEvidence());
        bullets("how sure", recommendation.howSure());
        bullets("what would change it", recommendation.wouldChange());
        bullets("not looked at", recommendation.notLookedAt());
        cohorts(report);
        bullets("remarks", report.remarks());
        leftOut(report.leftOut());
        lines.add("");
        lines.add("  tables  " + report.output());
        lines.add("  next    ./tidemark query --output " + quotedIfNeeded(report.output()) + " \"" + nextQuery(report)
                + "\"");
        return String.join("\n", lines) + "\n";
    }

    /** What to train on, until when to wait, or by when to look again. */
    private void deadline(Recommendation recommendation) {
        if (recommendation.action() == Action.RETRAIN) {
            recommendation.trainingWindow().ifPresent(window -> wrapped("  ", "train on " + window.span()));
        }
        recommendation
                .blockedUntil()
                .map(day -> "outcomes suffice from " + day)
                .or(() -> recommendation.reviewBy().map(day -> "look again by " + day))
                .ifPresent(sentence -> wrapped("  ", sentence));
    }

    private void reasons(Recommendation recommendation) {
        List<String> sentences = new ArrayList<>();
        recommendation.reasons().stream()
                .limit(MOST_REASONS)
                .map(Finding::sentence)
                .forEach(sentences::add);
        int more = recommendation.reasons().size() - MOST_REASONS;
        if (more > 0) {
            sentences.add("and " + more + " more: see reasons in recommendations");
        }
        bullets("because", sentences);
    }

    private void bullets(String title, List<String> sentences) {
        if (!sentences.isEmpty()) {
            lines.add("");
            lines.add("  " + title);
            sentences.forEach(sentence -> wrapped(INDENT + "- ", sentence));
        }
    }

    private void cohorts(RunReport report) {
        List<CohortSummary> cohorts = report.cohorts();
        int first = Math.max(0, cohorts.size() - MOST_COHORTS);
        lines.add("");
        lines.add(String.format(
                Locale.ROOT,
                "  %-12s%12s%8s%10s%12s%8s%13s%11s",
                "cohort",
                "applicants",
                "major",
                "moderate",
                "negligible",
                "none",
                "cannot tell",
                "incidents"));
        lines.add(String.format(Locale.ROOT, "  %-12s%12d", "reference", report.referenceRows()));
        if (first > 0) {
            lines.add("  … " + first + " earlier cohorts");
        }
        for (CohortSummary cohort : cohorts.subList(first, cohorts.size())) {
            lines.add(String.format(
                    Locale.ROOT,
                    "  %-12s%12d%8d%10d%12d%8d%13d%11d",
                    cohort.cohort().label(),
                    cohort.rows(),
                    cohort.features(Severity.MAJOR),
                    cohort.features(Severity.MODERATE),
                    cohort.features(Severity.NEGLIGIBLE),
                    cohort.features(Severity.NONE),
                    cohort.features(Severity.CANNOT_TELL),
                    cohort.incidents()));
        }
    }

    /** Columns by the reason why they are no features. */
    private void leftOut(Map<String, String> leftOut) {
        Map<String, List<String>> byReason = new TreeMap<>();
        leftOut.forEach((column, reason) ->
                byReason.computeIfAbsent(reason, r -> new ArrayList<>()).add(column));
        List<String> sentences = new ArrayList<>();
        byReason.forEach((reason, columns) -> {
            Collections.sort(columns);
            sentences.add(String.join(", ", columns) + ": " + reason);
        });
        bullets("no features", sentences);
    }

    private static String nextQuery(RunReport report) {
        return "SELECT column_name, severity, population_stability_index, psi_critical FROM feature_shifts WHERE monitor = '"
                + report.monitor().replace("'", "\\'") + "' AND window.start = '"
                + report.recommendation().cohort().start()
                + "' AND slice_key IS NULL ORDER BY population_stability_index DESC";
    }

    /** A path as a shell takes it. */
    private static String quotedIfNeeded(String path) {
        return path.matches("[\\w./:=@%+,-]+") ? path : "'" + path.replace("'", "'\\''") + "'";
    }

    /** Breaks a sentence into lines, those after the first indented to where the text began. */
    private void wrapped(String lead, String sentence) {
        String hanging = " ".repeat(lead.length());
        StringBuilder line = new StringBuilder(lead);
        boolean isEmpty = true;
        for (String word : List.of(sentence.split(" ", -1))) {
            if (!isEmpty && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(hanging);
                isEmpty = true;
            }
            line.append(isEmpty ? "" : " ").append(word);
            isEmpty = false;
        }
        lines.add(line.toString());
    }
}
