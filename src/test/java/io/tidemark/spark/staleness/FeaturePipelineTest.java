package io.tidemark.spark.staleness;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidemark.feature.Feature;
import io.tidemark.feature.FeatureKind;
import io.tidemark.spark.Output;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What applicants look like to a model. */
@Tag("spark")
class FeaturePipelineTest {
    private static final double NONE = Double.NaN;
    private static final double CODE = -999;

    private static final List<Feature> FEATURES = List.of(
            new Feature("amount", FeatureKind.NUMERIC, "double", List.of(CODE)),
            new Feature("home", FeatureKind.CATEGORICAL, "string", List.of()),
            new Feature("nobody has it", FeatureKind.NUMERIC, "double", List.of()),
            new Feature("blank", FeatureKind.CATEGORICAL, "string", List.of()),
            new Feature("alike", FeatureKind.NUMERIC, "double", List.of()));

    /** The places of what varies in vectors; between them are marks of the other features, and what is alike. */
    private static final int AMOUNT_IS_MISSING = 0;

    private static final int AMOUNT_IS_CODE = 1;
    private static final int HOME_IS_MISSING = 4;
    private static final int AMOUNT = 6;
    private static final int RENT = 8;
    private static final int OWN = 9;

    private static final Dataset<Row> TRAINING = applicants(
            row(1, "rent"),
            row(2, "rent"),
            row(3, "own"),
            row(NONE, null),
            row(CODE, "rent"),
            row(30, "own"),
            row(2, "tent"));

    private static Row row(double amount, String home) {
        return RowFactory.create(amount, home, NONE, null, 7.0);
    }

    private static Dataset<Row> applicants(Row... rows) {
        StructType schema = new StructType();
        for (int i = 0; i < FEATURES.size(); i++) {
            schema = schema.add(
                    OutcomeSample.column(i),
                    FEATURES.get(i).kind().isNumeric() ? DataTypes.DoubleType : DataTypes.StringType);
        }
        return Output.session().createDataFrame(List.of(rows), schema);
    }

    private static final PipelineModel MODEL = new FeaturePipeline(FEATURES, 2).fit(TRAINING);

    private static double[] vector(Row applicant) {
        Vector vector = MODEL.transform(applicants(applicant)).first().getAs(FeaturePipeline.VECTOR);
        return vector.toArray();
    }

    /** The places that are not 0. */
    private static List<Integer> filled(Row applicant) {
        double[] vector = vector(applicant);
        return IntStream.range(0, vector.length)
                .filter(i -> vector[i] != 0)
                .boxed()
                .toList();
    }

    @Test
    void aKnownApplicantHasAnAmountAndACategory() {
        assertEquals(List.of(AMOUNT, RENT), filled(row(1, "rent")));
        assertEquals(List.of(AMOUNT, OWN), filled(row(3, "own")));
    }

    @Test
    void whatIsMissingOrACodeIsMarkedAndTakesTheMedian() {
        assertEquals(List.of(AMOUNT_IS_MISSING, HOME_IS_MISSING, AMOUNT), filled(row(NONE, null)));
        assertEquals(List.of(AMOUNT_IS_CODE, AMOUNT, RENT), filled(row(CODE, "rent")));
        assertEquals(List.of(AMOUNT_IS_MISSING, AMOUNT, OWN), filled(row(Double.POSITIVE_INFINITY, "own")));
        double median = vector(row(2, "own"))[AMOUNT];
        assertEquals(median, vector(row(NONE, "own"))[AMOUNT]);
        assertEquals(median, vector(row(CODE, "own"))[AMOUNT]);
        assertEquals(median, vector(row(Double.NEGATIVE_INFINITY, "own"))[AMOUNT]);
    }

    @Test
    void aCategoryThatWasNotSeenOrIsCarriedByTooFewIsAnotherOne() {
        assertEquals(List.of(AMOUNT), filled(row(1, "caravan")));
        assertEquals(List.of(AMOUNT), filled(row(1, "tent")));
    }

    @Test
    void whatNobodyHadOrEverybodyHadAlikeTellsNothing() {
        assertArrayEquals(vector(row(1, "rent")), vector(RowFactory.create(1.0, "rent", 5.0, "new", 8.0)));
    }

    /**
     * The amounts 1, 2, 3, 2, 2, 30, 2 divided by their standard deviation: python3 -c "import numpy as np;
     * print(1/np.std([1,2,3,2,2,30,2],ddof=1))".
     */
    @Test
    void amountsAreInStandardDeviations() {
        assertEquals(0.09435081955836584, vector(row(1, "rent"))[AMOUNT], 1e-12);
    }

    @Test
    void ofVeryManyCategoriesTheMostFrequentAreTold() {
        Feature code = new Feature("code", FeatureKind.CATEGORICAL, "string", List.of());
        Dataset<Row> many = Output.session()
                .range(0, 5_000, 1, 1)
                .selectExpr("'v' || lpad(CAST(floor(sqrt(2 * id)) AS STRING), 3, '0') AS " + OutcomeSample.column(0));
        PipelineModel model = new FeaturePipeline(List.of(code), 10).fit(many);
        Set<String> told = model.transform(many).collectAsList().stream()
                .filter(row -> row.<Vector>getAs(FeaturePipeline.VECTOR).numNonzeros() > 0)
                .map(row -> row.getString(0))
                .collect(Collectors.toSet());
        assertEquals(20, told.size());
        assertEquals("v080", Collections.min(told));
        assertEquals("v099", Collections.max(told));
    }
}
