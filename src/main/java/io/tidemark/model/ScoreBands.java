package io.tidemark.model;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Ranges of a model's scores, frozen with the reference: below the first edge, between one and the next (an edge belongs to the range above it),
 * and from the last edge on.
 */
public final class ScoreBands implements Serializable {
    private static final int DECILES = 10;

    private final double[] edges;

    private ScoreBands(double[] edges) {
        this.edges = edges;
    }

    /** Bands with these edges between them, strictly ascending; none makes one band. */
    public static ScoreBands of(double... edges) {
        for (int i = 1; i < edges.length; i++) {
            if (!(edges[i - 1] < edges[i])) {
                throw new IllegalArgumentException("edges must ascend: " + edges[i - 1] + " is not below " + edges[i]);
            }
        }
        return new ScoreBands(edges.clone());
    }

    /** Bands of a tenth of the reference's scores each; fewer where scores are tied, so that none is empty there. */
    public static ScoreBands deciles(double[] scores) {
        double[] sorted = Arrays.stream(scores).sorted().toArray();
        return new ScoreBands(IntStream.range(1, DECILES)
                .filter(tenth -> sorted.length > 0)
                // Zeros of either sign are one edge.
                .mapToDouble(tenth -> sorted[(int) ((long) tenth * sorted.length / DECILES)] + 0.0)
                .filter(edge -> edge > sorted[0])
                .distinct()
                .toArray());
    }

    /** The edges between them, ascending. */
    public double[] edges() {
        return edges.clone();
    }

    /** Every band, empty ones too. */
    List<ScoreBand> of(ScoredOutcomes outcomes, Figure<double[]> probabilities) {
        int bands = edges.length + 1;
        int[] applicants = new int[bands];
        int[] bads = new int[bands];
        int[] places = new int[outcomes.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = place(outcomes.scores()[i]);
            applicants[places[i]]++;
            bads[places[i]] += outcomes.bad()[i] ? 1 : 0;
        }
        Figure<double[]> expected = probabilities.map(p -> sums(p, places, bands));
        List<ScoreBand> found = new ArrayList<>();
        for (int band = 0; band < bands; band++) {
            int place = band;
            Figure<BadRate> observedRate = BadRate.of(bads[band], applicants[band]);
            found.add(new ScoreBand(
                    band == 0 ? Double.NEGATIVE_INFINITY : edges[band - 1],
                    band == edges.length ? Double.POSITIVE_INFINITY : edges[band],
                    applicants[band],
                    bads[band],
                    observedRate.then(some -> expected.map(sums -> sums[place] / applicants[place])),
                    observedRate));
        }
        return found;
    }

    private int place(double score) {
        int found = Arrays.binarySearch(edges, score);
        return found >= 0 ? found + 1 : -found - 1;
    }

    private static double[] sums(double[] values, int[] places, int bands) {
        double[] sums = new double[bands];
        for (int i = 0; i < values.length; i++) {
            sums[places[i]] += values[i];
        }
        return sums;
    }
}
