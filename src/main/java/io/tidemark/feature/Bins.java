package io.tidemark.feature;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A feature's bins: every value, and the lack of one, falls into exactly one of them.
 *
 * <p>The first bins hold values, in order (ranges by their edges, categories by their names); after them come NEW, or BELOW and ABOVE, RARE,
 * one bin per special code, NaN and the infinities, and MISSING. Bins are frozen with the reference.
 */
public final class Bins implements Serializable {
    /** Numbers that are no amounts whatever the feature; each is a SPECIAL bin. */
    private static final List<Double> NEVER_AMOUNTS =
            List.of(Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    private enum Form {
        RANGES,
        NUMBERS,
        CATEGORIES
    }

    private final Form form;
    private final List<Bin> bins;
    /** Edges of ranges, or the numbers of value bins, ascending; empty for categories. */
    private final double[] numbers;

    /** From a category's mask to its bin, so that masked and named categories meet. */
    private final Map<String, Integer> categories;

    private final Map<String, Integer> byLabel;

    private Bins(Form form, List<Bin> bins, double[] numbers, Map<String, Integer> categories) {
        this.form = form;
        this.bins = List.copyOf(bins);
        this.numbers = numbers;
        this.categories = categories;
        this.byLabel = new HashMap<>();
        for (Bin bin : bins) {
            if (byLabel.put(bin.label(), byLabel.size()) != null) {
                throw new IllegalArgumentException("two bins are called " + bin.label());
            }
        }
    }

    /**
     * Ranges [e0, e1), [e1, e2) … [e(n−1), e(n)], with BELOW for what is less than e0 and ABOVE for what is more than e(n).
     *
     * @param edges n + 1 strictly ascending numbers, n at least 1; the outermost may be infinite
     */
    public static Bins ofRanges(double[] edges, Collection<Double> specialValues) {
        if (edges.length < 2) {
            throw new IllegalArgumentException("ranges need at least two edges, not " + edges.length);
        }
        List<Bin> bins = new ArrayList<>();
        for (int i = 0; i + 1 < edges.length; i++) {
            if (!(edges[i] < edges[i + 1])) {
                throw new IllegalArgumentException("edges must ascend: " + edges[i] + " is not below " + edges[i + 1]);
            }
            bins.add(Bin.range(edges[i], edges[i + 1], i + 2 == edges.length));
        }
        bins.add(Bin.only(BinKind.BELOW));
        bins.add(Bin.only(BinKind.ABOVE));
        addSpecialsAndMissing(bins, specialValues);
        return new Bins(Form.RANGES, bins, edges.clone(), Map.of());
    }

    /** One bin per number, with NEW for every other number. */
    public static Bins ofNumbers(double[] values, Collection<Double> specialValues) {
        double[] sorted =
                Arrays.stream(values).map(Bins::oneZero).distinct().sorted().toArray();
        List<Bin> bins = new ArrayList<>();
        for (double value : sorted) {
            bins.add(Bin.value(Numbers.text(value)));
        }
        bins.add(Bin.only(BinKind.NEW));
        addSpecialsAndMissing(bins, specialValues);
        return new Bins(Form.NUMBERS, bins, sorted, Map.of());
    }

    /**
     * One bin per frequent category, RARE for the others that the reference knows, NEW for those that it has never seen.
     *
     * @param frequent categories with a bin of their own
     * @param rare categories counted together
     */
    public static Bins ofCategories(Collection<String> frequent, Collection<String> rare) {
        List<Bin> bins = new ArrayList<>();
        Map<String, Integer> index = new HashMap<>();
        for (String category : new TreeSet<>(frequent)) {
            index.put(CategoryMask.of(category), bins.size());
            bins.add(Bin.value(category));
        }
        bins.add(Bin.only(BinKind.NEW));
        rare.forEach(category -> index.put(CategoryMask.of(category), bins.size()));
        bins.add(Bin.only(BinKind.RARE));
        bins.add(Bin.only(BinKind.MISSING));
        return new Bins(Form.CATEGORIES, bins, new double[0], index);
    }

    private static void addSpecialsAndMissing(List<Bin> bins, Collection<Double> specialValues) {
        specialValues.stream().map(Bins::oneZero).distinct().sorted().forEach(value -> bins.add(Bin.special(value)));
        NEVER_AMOUNTS.forEach(value -> bins.add(Bin.special(value)));
        bins.add(Bin.only(BinKind.MISSING));
    }

    /** The bins, in order; a bin is known by its index in this list. */
    public List<Bin> list() {
        return bins;
    }

    public int size() {
        return bins.size();
    }

    /** The bin of an amount (neither special, nor NaN, nor infinite). */
    public int indexOf(double amount) {
        double number = oneZero(amount);
        if (form == Form.NUMBERS) {
            int found = Arrays.binarySearch(numbers, number);
            return found >= 0 ? found : indexOf(BinKind.NEW);
        }
        int last = numbers.length - 1;
        if (number < numbers[0]) {
            return indexOf(BinKind.BELOW);
        }
        if (number >= numbers[last]) {
            return number == numbers[last] ? last - 1 : indexOf(BinKind.ABOVE);
        }
        int found = Arrays.binarySearch(numbers, number);
        return found >= 0 ? found : -found - 2;
    }

    /** Zero without its sign: sorting and searching tell the two zeros apart, applicants do not. */
    private static double oneZero(double number) {
        return number == 0 ? 0.0 : number;
    }

    /** The bin of a category, named or masked. */
    public int indexOf(String category) {
        Integer found = categories.get(CategoryMask.of(category));
        return found != null ? found : indexOf(BinKind.NEW);
    }

    /** The bin of a special code, NaN or an infinity. */
    public int indexOfSpecial(double value) {
        return labelled("__SPECIAL__:" + Numbers.text(value));
    }

    /** The only bin of a kind: missing, below, above, new, rare. */
    public int indexOf(BinKind kind) {
        return labelled("__" + kind + "__");
    }

    private int labelled(String label) {
        Integer found = byLabel.get(label);
        if (found == null) {
            throw new IllegalArgumentException("there is no bin " + label);
        }
        return found;
    }
}
