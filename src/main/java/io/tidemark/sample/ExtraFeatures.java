package io.tidemark.sample;

import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How many features a sample has beyond the usual ones. They say nothing and never move: they make a table as wide as a
 * bureau's file. One is the same whatever comes after it, so a wider table begins with the narrower one.
 *
 * @param numbers how many of them are numbers, in differing shapes by turns
 * @param codes how many are texts
 */
public record ExtraFeatures(int numbers, int codes) implements Serializable {
    /** None: the usual table. */
    public static final ExtraFeatures NONE = new ExtraFeatures(0, 0);

    /** As many of a sort as three digits of a name tell apart. */
    public static final int MOST = 999;

    public ExtraFeatures {
        if (Math.min(numbers, codes) < 0 || Math.max(numbers, codes) > MOST) {
            throw new IllegalArgumentException("extra features must be 0 to " + MOST + ", but are " + numbers
                    + " numbers and " + codes + " codes");
        }
    }

    /** How many there are of both sorts. */
    int count() {
        return numbers + codes;
    }

    ExtraNumber[] numberFeatures() {
        return IntStream.range(0, numbers).mapToObj(ExtraNumber::of).toArray(ExtraNumber[]::new);
    }

    ExtraCode[] codeFeatures() {
        return IntStream.range(0, codes).mapToObj(ExtraCode::of).toArray(ExtraCode[]::new);
    }

    /** Their columns: numbers first, as in the values of {@link Applicants#row}. */
    List<SampleColumn> columns() {
        return IntStream.range(0, count())
                .mapToObj(place -> place < numbers
                        ? ExtraNumber.of(place).column()
                        : ExtraCode.of(place - numbers).column())
                .toList();
    }
}
