package io.tidemark.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidemark.Said;
import io.tidemark.profile.Distribution;
import io.tidemark.profile.NumericProfile;
import io.tidemark.profile.ProfileCodec;
import io.tidemark.spark.output.Tables;
import io.tidemark.spark.table.Sessions;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.stat.KolmogorovSmirnovTest;
import org.apache.spark.ml.stat.Summarizer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the pass accumulates equals what MLlib computes in passes of its own, on the same rows. */
@Tag("spark")
class MllibParityTest {
    private static final List<String> FEATURES = List.of("stable_index", "age", "utilisation", "loan_amount");

    @TempDir
    static Path folder;

    private static Output output;
    private static Dataset<Row> reference;

    @BeforeAll
    static void run() {
        output = new Output(folder.resolve("tables"));
        Said said = Said.by(
                "run",
                "--config",
                "data-sample/monitor.yaml",
                "--output",
                output.directory().toString());
        assertEquals(0, said.code(), said.err());
        reference = Sessions.open()
                .read()
                .option("header", "true")
                .option("inferSchema", "true")
                .csv("data-sample/applicants.csv.gz")
                .where("application_date < DATE '2023-07-01'");
    }

    private static NumericProfile profile(String feature) {
        byte[] bytes = (byte[]) output.rows(
                        Tables.COHORT_PROFILES,
                        "SELECT profile FROM t WHERE log_type = 'BASELINE' AND column_name = '" + feature + "'")
                .get(0)
                .get(0);
        return (NumericProfile) ProfileCodec.decode(bytes);
    }

    @Test
    void momentsEqualThoseOfTheSummarizer() {
        for (String feature : FEATURES) {
            Row summary = new VectorAssembler()
                    .setInputCols(new String[] {feature})
                    .setOutputCol("v")
                    .transform(reference.where(reference.col(feature).isNotNull()))
                    .select(Summarizer.metrics("count", "mean", "std", "min", "max", "numNonZeros")
                            .summary(functions.col("v"))
                            .as("s"))
                    .select("s.*")
                    .first();
            NumericProfile profile = profile(feature);
            assertEquals(summary.getLong(0), profile.amounts(), feature);
            close(figure(summary, 1), profile.mean().orElseThrow());
            close(figure(summary, 2), profile.standardDeviation().orElseThrow());
            assertEquals(figure(summary, 3), profile.min().orElseThrow());
            assertEquals(figure(summary, 4), profile.max().orElseThrow());
            assertEquals(figure(summary, 5), (double) (profile.amounts() - profile.zeros()));
        }
    }

    private static double figure(Row summary, int i) {
        return ((Vector) summary.get(i)).apply(0);
    }

    private static void close(double expected, double actual) {
        assertEquals(expected, actual, 1e-12 * Math.abs(expected));
    }

    /** MLlib's test is of one sample against a law; the profile's distribution function gives the same statistic. */
    @Test
    void theKolmogorovSmirnovStatisticEqualsMllibs() {
        NumericProfile profile = profile("stable_index");
        double mean = profile.mean().orElseThrow();
        double deviation = profile.standardDeviation().orElseThrow();
        double mllib = KolmogorovSmirnovTest.test(
                        reference.select(
                                reference.col("stable_index").cast("double").as("x")),
                        "x",
                        "norm",
                        mean,
                        deviation)
                .first()
                .getDouble(1);
        NormalDistribution law = NormalDistribution.of(mean, deviation);
        Distribution amounts = profile.distribution();
        double widest = 0;
        for (int i = 0; i < amounts.size(); i++) {
            double expected = law.cumulativeProbability(amounts.value(i));
            double below = i == 0 ? 0 : (double) amounts.cumulative(i - 1) / amounts.total();
            double upTo = (double) amounts.cumulative(i) / amounts.total();
            widest = Math.max(widest, Math.max(expected - below, upTo - expected));
        }
        assertEquals(mllib, widest, 1e-9);
    }
}
