package io.tidemark.model;

import java.io.Serializable;
import java.util.Locale;

/**
 * A challenger against the champion, on the same applicants.
 *
 * @param areas the champion's first
 */
public record ModelComparison(String champion, String challenger, Figure<PairedAuc> areas) implements Serializable {
    /** The level at which a difference is one. */
    private static final double LEVEL = 0.05;

    /** What can be said of the challenger. */
    public enum Verdict {
        BETTER,
        WORSE,
        NO_VISIBLE_DIFFERENCE,
        CANNOT_TELL
    }

    /** Better or worse where the difference of the areas is significant at the level of 5 %, on both sides. */
    public Verdict verdict() {
        return areas.known().map(ModelComparison::verdict).orElse(Verdict.CANNOT_TELL);
    }

    private static Verdict verdict(PairedAuc areas) {
        if (areas.pValue().isEmpty()) {
            return Verdict.CANNOT_TELL;
        }
        if (areas.pValue().getAsDouble() >= LEVEL) {
            return Verdict.NO_VISIBLE_DIFFERENCE;
        }
        return areas.difference() > 0 ? Verdict.BETTER : Verdict.WORSE;
    }

    /** The verdict in words, with what it rests on. */
    public String sentence() {
        return areas.known()
                .map(this::sentence)
                .orElseGet(() -> "cannot tell " + challenger + " from " + champion + ": a comparison "
                        + areas.whyNot().orElseThrow());
    }

    private String sentence(PairedAuc areas) {
        String figures = format(
                "AUC %.3f against %.3f, difference %+.3f",
                areas.second().value(), areas.first().value(), areas.difference());
        String interval = areas.pValue().isEmpty()
                ? ""
                : format(
                        " (95 %% interval %+.3f … %+.3f, p %s)",
                        areas.low(), areas.high(), pValue(areas.pValue().getAsDouble()));
        String size = format("%,d applicants, %,d of them bad", areas.bads() + areas.goods(), areas.bads());
        return switch (verdict(areas)) {
            case BETTER -> challenger + " is better than " + champion + ": " + figures + interval + ", on " + size;
            case WORSE -> challenger + " is worse than " + champion + ": " + figures + interval + ", on " + size;
            case NO_VISIBLE_DIFFERENCE ->
                "no difference between " + challenger + " and " + champion + " that could be seen: " + figures
                        + interval
                        + format("; one of %.3f is seen four times in five on ", areas.smallestVisible()) + size;
            case CANNOT_TELL ->
                "cannot tell " + challenger + " from " + champion + ": " + figures
                        + ", but it does not vary among these applicants: " + size;
        };
    }

    private static String pValue(double p) {
        return p < 0.001 ? "below 0.001" : format("%.3f", p);
    }

    private static String format(String text, Object... values) {
        return String.format(Locale.ROOT, text, values);
    }
}
