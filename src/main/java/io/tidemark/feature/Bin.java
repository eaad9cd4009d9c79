package io.tidemark.feature;

import java.io.Serializable;
import java.util.Objects;

/**
 * One bin of a feature.
 *
 * @param label the name under which tables and sentences speak of it; unique within the feature
 * @param lower the lowest number of a RANGE, else null
 * @param upper the upper edge of a RANGE, else null
 * @param value the value of a VALUE or SPECIAL bin as text, else null
 */
public record Bin(String label, BinKind kind, Double lower, Double upper, String value) implements Serializable {
    private static final String APART = "value:";

    public Bin {
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(kind, "kind");
    }

    static Bin range(double lower, double upper, boolean closed) {
        String label = "[" + Numbers.text(lower) + ", " + Numbers.text(upper) + (closed ? "]" : ")");
        return new Bin(label, BinKind.RANGE, lower, upper, null);
    }

    /** A category that looks like one of our own labels, or like a category so set apart, is set apart from it. */
    static Bin value(String value) {
        boolean looksLikeOurs = value.startsWith("__") || value.startsWith(APART);
        return new Bin(looksLikeOurs ? APART + value : value, BinKind.VALUE, null, null, value);
    }

    static Bin special(double value) {
        String text = Numbers.text(value);
        return new Bin("__SPECIAL__:" + text, BinKind.SPECIAL, null, null, text);
    }

    /** A bin of which a feature has one: missing, below, above, new, rare. */
    static Bin only(BinKind kind) {
        return new Bin("__" + kind + "__", kind, null, null, null);
    }

    /** What falls into the bin, in words. */
    public String words() {
        return switch (kind) {
            case RANGE, VALUE -> label;
            case MISSING -> "missing values";
            case SPECIAL -> "the code " + value;
            case BELOW -> "values below the reference's range";
            case ABOVE -> "values above the reference's range";
            case NEW -> "values that the reference has never seen";
            case RARE -> "rare values";
        };
    }

    /** Whether what falls into the bin is a value of the feature: neither missing nor a special code. */
    public boolean holdsValues() {
        return kind != BinKind.MISSING && kind != BinKind.SPECIAL;
    }
}
