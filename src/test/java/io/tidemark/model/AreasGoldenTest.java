package io.tidemark.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidemark.measure.SharedData;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Areas, their variances and covariances against pROC: {@code golden/model/areas.csv}, written by {@code areas.R}. */
class AreasGoldenTest {
    static Stream<Map<String, String>> figures() throws IOException {
        return GoldenApplicants.rows("areas.csv").stream();
    }

    @ParameterizedTest
    @MethodSource("figures")
    void theFigureIsThatOfProc(Map<String, String> golden) throws IOException {
        int first = GoldenApplicants.SCORES.indexOf(golden.get("first"));
        int second = GoldenApplicants.SCORES.indexOf(golden.get("second"));
        ScoredApplicants applicants = GoldenApplicants.all();
        double found = second < 0
                ? figure(applicants.by(first).auc().known().orElseThrow(), golden.get("figure"))
                : figure(applicants.paired(first, second).known().orElseThrow(), golden.get("figure"));
        assertEquals(Double.parseDouble(golden.get("value")), found, 1e-9);
    }

    private static double figure(Auc area, String name) {
        return switch (name) {
            case "auc" -> area.value();
            case "variance" -> area.variance();
            case "low" -> area.low();
            case "high" -> area.high();
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static double figure(PairedAuc areas, String name) {
        return switch (name) {
            case "covariance" -> areas.covariance();
            case "z" -> areas.z().orElseThrow();
            case "p" -> areas.pValue().orElseThrow();
            case "low" -> areas.low();
            case "high" -> areas.high();
            default -> throw new IllegalArgumentException(name);
        };
    }

    /**
     * The figures that pROC's own tests expect of its aSAH data. The data are pROC's, not ours:
     * {@code Rscript -e 'library(pROC); data(aSAH); write.csv(aSAH, "asah.csv", row.names = FALSE, quote = FALSE)'}.
     */
    @Test
    void publishedFiguresAreMetWhereTheDataAreAtHand() throws IOException {
        ScoredApplicants patients =
                GoldenApplicants.read(SharedData.path("asah.csv"), "outcome", "Poor", List.of("wfns", "s100b", "ndka"));
        double[] variances = {0.00146991470882363, 0.0031908105493913, 0.00266868245717244};
        List<Auc> areas = List.of(area(patients, 0), area(patients, 2), area(patients, 1));
        for (int i = 0; i < variances.length; i++) {
            assertEquals(variances[i], areas.get(i).variance(), 1e-9);
        }
        PairedAuc wfnsAndS100b = patients.paired(1, 0).known().orElseThrow();
        assertEquals(2.20898359144091, wfnsAndS100b.z().orElseThrow(), 1e-9);
        assertEquals(0.0271757822291882, wfnsAndS100b.pValue().orElseThrow(), 1e-9);
        assertEquals(
                2.79777591868904,
                patients.paired(2, 0).known().orElseThrow().z().orElseThrow(),
                1e-9);
        assertEquals(
                -1.39077002573558,
                patients.paired(1, 2).known().orElseThrow().z().orElseThrow(),
                1e-9);
    }

    private static Auc area(ScoredApplicants patients, int score) {
        return patients.by(score).auc().known().orElseThrow();
    }
}
