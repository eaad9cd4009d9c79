package io.tidemark.model;

import io.tidemark.feature.Feature;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Features as the columns that a model takes; learned from some applicants, used on everyone. */
public final class Encoding implements Serializable {
    /** What decides over the columns beside the applicants; another text where any of it is another. */
    public static final String SETTINGS = NumberEncoding.TAIL + " " + CategoryEncoding.MOST_CATEGORIES;

    private final List<Feature> features;
    private final List<FeatureEncoding> encodings;
    private final int[] firstColumns;
    private final int width;

    private Encoding(List<Feature> features, List<FeatureEncoding> encodings) {
        this.features = features;
        this.encodings = encodings;
        this.firstColumns = new int[features.size()];
        int next = 0;
        for (int i = 0; i < firstColumns.length; i++) {
            firstColumns[i] = next;
            next += encodings.get(i).width();
        }
        this.width = next;
    }

    /**
     * Learns from a sample, at least one applicant.
     *
     * @param leastOfCategory how many of them have to carry a category that gets a column of its own
     */
    public static Encoding of(List<Feature> features, List<Applicant> reference, long leastOfCategory) {
        List<Supplier<FeatureEncoding>> learning = new ArrayList<>();
        int numbers = 0;
        int categories = 0;
        for (Feature feature : features) {
            int place = feature.kind().isNumeric() ? numbers++ : categories++;
            learning.add(() -> feature.kind().isNumeric()
                    ? FeatureEncoding.ofNumbers(reference, place, feature.specialValues())
                    : FeatureEncoding.ofCategories(reference, place, leastOfCategory));
        }
        List<FeatureEncoding> encodings =
                learning.parallelStream().map(Supplier::get).toList();
        return new Encoding(List.copyOf(features), encodings);
    }

    /** How many columns features have at most. */
    public static int mostWidth(List<Feature> features) {
        return features.stream()
                .mapToInt(feature -> feature.kind().isNumeric()
                        ? NumberEncoding.width(feature.specialValues())
                        : CategoryEncoding.MOST_WIDTH)
                .sum();
    }

    /** How many columns of an applicant are not 0 at most: of a number its amount and one that says what else it is, of a category its own. */
    public static int mostFilled(List<Feature> features) {
        return features.stream()
                .mapToInt(feature -> feature.kind().isNumeric() ? 2 : 1)
                .sum();
    }

    /** Reads what was learned of the same features. */
    public static Encoding read(List<Feature> features, DataInput in) throws IOException {
        List<FeatureEncoding> encodings = new ArrayList<>();
        for (Feature feature : features) {
            encodings.add(feature.kind().isNumeric() ? NumberEncoding.read(in) : CategoryEncoding.read(in));
        }
        return new Encoding(List.copyOf(features), encodings);
    }

    /** Writes what was learned. */
    public void write(DataOutput out) throws IOException {
        for (FeatureEncoding encoding : encodings) {
            encoding.write(out);
        }
    }

    /** How many columns there are. */
    public int width() {
        return width;
    }

    /** The columns of each applicant, in their order. */
    public double[][] encode(List<Applicant> applicants) {
        double[][] rows = new double[applicants.size()][width];
        IntStream.range(0, rows.length).parallel().forEach(row -> encode(applicants.get(row), rows[row]));
        return rows;
    }

    /**
     * Fills the columns of an applicant.
     *
     * @param row of the {@link #width}, zeros
     */
    public void encode(Applicant applicant, double[] row) {
        for (int i = 0; i < firstColumns.length; i++) {
            encodings.get(i).encode(applicant, row, firstColumns[i]);
        }
    }

    /** The columns that hold the amounts of the numeric features, in the order of the features. */
    public int[] amounts() {
        return IntStream.range(0, firstColumns.length)
                .filter(i -> features.get(i).kind().isNumeric())
                .map(i -> firstColumns[i])
                .toArray();
    }

    /** The feature that a column is of. */
    public Feature feature(int column) {
        int i = Arrays.binarySearch(firstColumns, column);
        return features.get(i >= 0 ? i : -i - 2);
    }
}
