package io.tidemark.measure;

import java.io.Serializable;
import java.util.List;

/** What becomes of empty bins where a logarithm is taken of their share. Other measures take the shares as counted. */
public sealed interface Smoothing extends Serializable {
    List<String> FORMS = List.of("half", "floor:EPSILON", "none");

    /** The share of a bin that holds {@code count} of {@code total} applicants, where there are {@code bins} bins. */
    double share(long count, long total, int bins);

    /** The name as written in configuration and in the output. */
    String id();

    /** Half an applicant more in every bin, on both sides: (c + ½) / (n + ½B). Shrinks as n grows; the default. */
    record HalfCount() implements Smoothing {
        @Override
        public double share(long count, long total, int bins) {
            return (count + 0.5) / (total + 0.5 * bins);
        }

        @Override
        public String id() {
            return "half";
        }
    }

    /** No share below epsilon, not renormalised: what many scorecard tools do. The value of an empty bin depends on epsilon alone. */
    record Floor(double epsilon) implements Smoothing {
        public Floor {
            if (!(epsilon > 0 && epsilon < 1)) {
                throw new IllegalArgumentException("needs an epsilon between 0 and 1");
            }
        }

        @Override
        public double share(long count, long total, int bins) {
            return Math.max((double) count / total, epsilon);
        }

        @Override
        public String id() {
            return "floor:" + epsilon;
        }
    }

    /** Shares as counted; where one of them is zero, no logarithm is taken. */
    record None() implements Smoothing {
        @Override
        public double share(long count, long total, int bins) {
            return (double) count / total;
        }

        @Override
        public String id() {
            return "none";
        }
    }

    /**
     * Reads {@code half}, {@code floor:1e-4} or {@code none}.
     *
     * @throws IllegalArgumentException if it is none of them, saying in which way
     */
    static Smoothing parse(String text) {
        if (text.equals("half")) {
            return new HalfCount();
        }
        if (text.equals("none")) {
            return new None();
        }
        if (text.startsWith("floor:")) {
            try {
                return new Floor(Double.parseDouble(text.substring("floor:".length())));
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("needs a number after floor:", e);
            }
        }
        throw new IllegalArgumentException("is none of " + String.join(", ", FORMS));
    }
}
