package io.tidemark.model;

import io.tidemark.feature.Feature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Features as the columns that a model takes; learned from the reference, used on everyone. */
public final class Encoding {
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

    /** Learns from a sample of the reference, at least one applicant. */
    public static Encoding of(List<Feature> features, List<Applicant> reference) {
        List<Supplier<FeatureEncoding>> learning = new ArrayList<>();
        int numbers = 0;
        int categories = 0;
        for (Feature feature : features) {
            int place = feature.kind().isNumeric() ? numbers++ : categories++;
            learning.add(() -> feature.kind().isNumeric()
                    ? FeatureEncoding.ofNumbers(reference, place, feature.specialValues())
                    : FeatureEncoding.ofCategories(reference, place));
        }
        List<FeatureEncoding> encodings =
                learning.parallelStream().map(Supplier::get).toList();
        return new Encoding(List.copyOf(features), encodings);
    }

    /** How many columns there are. */
    public int width() {
        return width;
    }

    /** The columns of each applicant, in their order. */
    public double[][] encode(List<Applicant> applicants) {
        double[][] rows = new double[applicants.size()][width];
        IntStream.range(0, rows.length).parallel().forEach(row -> {
            for (int i = 0; i < firstColumns.length; i++) {
                encodings.get(i).encode(applicants.get(row), rows[row], firstColumns[i]);
            }
        });
        return rows;
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
