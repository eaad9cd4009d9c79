package io.tidemark.measure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The catalogue of the measures, in the order of their columns. */
public final class Measures {
    public static final List<Measure> ALL = List.of(
            new PopulationStabilityIndex(),
            new JensenShannonDistance(),
            new HellingerDistance(),
            new TotalVariationDistance(),
            new LInfinityDistance(),
            new KolmogorovSmirnovTest(),
            new MannWhitneyTest(),
            new ChiSquaredTest(),
            new CramersV(),
            new WassersteinDistance(),
            new NormalizedWassersteinDistance());

    private Measures() {}

    /** Every measure of the catalogue, by its id. */
    public static Map<String, MeasureResult> of(Comparison comparison) {
        Map<String, MeasureResult> results = new LinkedHashMap<>();
        for (Measure measure : ALL) {
            results.put(measure.card().id(), measure.of(comparison));
        }
        return results;
    }
}
