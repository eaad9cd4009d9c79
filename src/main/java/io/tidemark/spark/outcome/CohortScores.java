package io.tidemark.spark.outcome;

import io.tidemark.cohort.Slice;
import io.tidemark.model.Order;
import io.tidemark.model.ScoredApplicants;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The applicants of a cohort as columns: how they turned out, what models gave them, and which slices they are in. Grows row by row, and by the
 * rows of others.
 */
final class CohortScores implements Serializable {
    /** How an applicant turned out. */
    static final byte GOOD = 0;

    static final byte BAD = 1;
    /** There is no outcome, and there need not be one. */
    static final byte NONE = 2;
    /** There is an outcome, or may be one, that is not known yet. */
    static final byte LATER = 3;

    private static final int FIRST_ROOM = 64;

    private final int keys;
    private final Map<Slice, Integer> codes = new LinkedHashMap<>();
    private byte[] outcomes = new byte[FIRST_ROOM];
    private final double[][] scores;
    private final int[][] slices;
    private int size;

    /** @param keys by how many segments applicants are cut */
    CohortScores(int models, int keys) {
        this.keys = keys;
        this.scores = new double[models][FIRST_ROOM];
        this.slices = new int[keys][FIRST_ROOM];
    }

    /** The code of a slice, by which rows are added. */
    int code(Slice slice) {
        return codes.computeIfAbsent(slice, any -> codes.size());
    }

    /** Adds an applicant. The arrays are copied. */
    void add(byte outcome, double[] ofModels, int[] ofKeys) {
        makeRoom(size + 1);
        outcomes[size] = outcome;
        for (int model = 0; model < scores.length; model++) {
            scores[model][size] = ofModels[model];
        }
        for (int key = 0; key < keys; key++) {
            slices[key][size] = ofKeys[key];
        }
        size++;
    }

    /** Adds the applicants of another part of the cohort. */
    CohortScores plus(CohortScores other) {
        makeRoom(size + other.size);
        System.arraycopy(other.outcomes, 0, outcomes, size, other.size);
        for (int model = 0; model < scores.length; model++) {
            System.arraycopy(other.scores[model], 0, scores[model], size, other.size);
        }
        int[] mapped = new int[other.codes.size()];
        other.codes.forEach((slice, code) -> mapped[code] = code(slice));
        for (int key = 0; key < keys; key++) {
            for (int i = 0; i < other.size; i++) {
                slices[key][size + i] = mapped[other.slices[key][i]];
            }
        }
        size += other.size;
        return this;
    }

    /**
     * Puts the applicants in the order of their scores, those of the first model first, and then of how they turned out. Those of every slice are
     * in that order then, and what is found out about the first model need not sort them again.
     */
    CohortScores inOrder() {
        double[][] by = new double[scores.length + 1][];
        for (int model = 0; model < scores.length; model++) {
            by[model] = Arrays.copyOf(scores[model], size);
        }
        by[scores.length] = new double[size];
        Arrays.setAll(by[scores.length], i -> outcomes[i]);
        int[] order = Order.of(by);
        byte[] before = outcomes;
        outcomes = new byte[size];
        for (int i = 0; i < size; i++) {
            outcomes[i] = before[order[i]];
        }
        for (int model = 0; model < scores.length; model++) {
            double[] ofModel = by[model];
            scores[model] = Arrays.stream(order).mapToDouble(i -> ofModel[i]).toArray();
        }
        for (int key = 0; key < keys; key++) {
            int[] ofKey = slices[key];
            slices[key] = Arrays.stream(order).map(i -> ofKey[i]).toArray();
        }
        return this;
    }

    private void makeRoom(int wanted) {
        if (wanted <= outcomes.length) {
            return;
        }
        int room = Math.max(wanted, outcomes.length + outcomes.length / 2);
        outcomes = Arrays.copyOf(outcomes, room);
        Arrays.setAll(scores, model -> Arrays.copyOf(scores[model], room));
        Arrays.setAll(slices, key -> Arrays.copyOf(slices[key], room));
    }

    long count(byte outcome) {
        return count(everybody(), outcome);
    }

    /** The places of all applicants. */
    int[] everybody() {
        return IntStream.range(0, size).toArray();
    }

    /** The places of the applicants of each slice; those of all applicants too. */
    SortedMap<Slice, int[]> places() {
        SortedMap<Slice, int[]> places = new TreeMap<>();
        places.put(Slice.ALL, everybody());
        List<Slice> bySlice = new ArrayList<>(codes.keySet());
        for (int key = 0; key < keys; key++) {
            int[] ofKey = slices[key];
            int[] counts = new int[bySlice.size()];
            for (int i = 0; i < size; i++) {
                counts[ofKey[i]]++;
            }
            int[][] found = new int[counts.length][];
            Arrays.setAll(found, code -> new int[counts[code]]);
            for (int i = size - 1; i >= 0; i--) {
                found[ofKey[i]][--counts[ofKey[i]]] = i;
            }
            for (int code = 0; code < found.length; code++) {
                if (found[code].length > 0) {
                    places.put(bySlice.get(code), found[code]);
                }
            }
        }
        return places;
    }

    /** Those of some applicants who have an outcome. */
    ScoredApplicants labelled(int[] places) {
        int known = Math.toIntExact(count(places, GOOD) + count(places, BAD));
        boolean[] bad = new boolean[known];
        double[][] ofModels = new double[scores.length][known];
        int next = 0;
        for (int i : places) {
            if (outcomes[i] == GOOD || outcomes[i] == BAD) {
                bad[next] = outcomes[i] == BAD;
                for (int model = 0; model < scores.length; model++) {
                    ofModels[model][next] = scores[model][i];
                }
                next++;
            }
        }
        return ScoredApplicants.of(bad, ofModels);
    }

    /** How many of some applicants turned out in a way. */
    long count(int[] places, byte outcome) {
        long count = 0;
        for (int i : places) {
            count += outcomes[i] == outcome ? 1 : 0;
        }
        return count;
    }

    /** The scores that a model gave some applicants, ascending; without those that it did not score. */
    double[] scores(int model, int[] places) {
        double[] found = new double[places.length];
        int count = 0;
        for (int i : places) {
            if (!Double.isNaN(scores[model][i])) {
                found[count++] = scores[model][i];
            }
        }
        Arrays.sort(found, 0, count);
        return Arrays.copyOf(found, count);
    }
}
