package io.tidemark.model;

import io.tidemark.measure.SharedData;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The made-up applicants of {@code golden/model}, and the figures that R and Python gave of them. */
final class GoldenApplicants {
    static final List<String> SCORES = List.of("pd", "pd_new", "points");

    private GoldenApplicants() {}

    static ScoredApplicants all() throws IOException {
        return read(file("applicants.csv"), "bad", "1", SCORES);
    }

    /** Applicants of a file with an outcome and scores. */
    static ScoredApplicants read(Path file, String outcome, String isBad, List<String> names) throws IOException {
        List<Map<String, String>> rows = rows(file);
        boolean[] bad = new boolean[rows.size()];
        double[][] scores = new double[names.size()][rows.size()];
        for (int i = 0; i < bad.length; i++) {
            bad[i] = rows.get(i).get(outcome).equals(isBad);
            for (int model = 0; model < scores.length; model++) {
                scores[model][i] = Double.parseDouble(rows.get(i).get(names.get(model)));
            }
        }
        return ScoredApplicants.of(bad, scores);
    }

    static List<Map<String, String>> rows(String file) throws IOException {
        return rows(file(file));
    }

    private static List<Map<String, String>> rows(Path file) throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        SharedData.forEachRow(file, rows::add);
        return rows;
    }

    private static Path file(String name) {
        try {
            return Path.of(
                    GoldenApplicants.class.getResource("/golden/model/" + name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
