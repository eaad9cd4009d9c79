package io.tidemark.spark;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.exp;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.when;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.config.ModelConfig;
import io.tidemark.model.BadOutcome;
import io.tidemark.problem.Problem;
import io.tidemark.problem.UserMistake;
import io.tidemark.spark.score.Scoring;
import io.tidemark.spark.table.Sessions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.classification.DecisionTreeClassifier;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.feature.Imputer;
import org.apache.spark.ml.feature.OneHotEncoder;
import org.apache.spark.ml.feature.RFormula;
import org.apache.spark.ml.feature.StringIndexer;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.functions$;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The committed sample through models in files: their scores are what the same models say elsewhere, and what does not fit is said. */
@Tag("spark")
class ScoringTest {
    private static final String ONNX = "src/test/resources/onnx/";
    private static final String TRAINING = "application_date < DATE '2023-03-01'";
    private static final String LABEL = "defaulted";
    private static final BadOutcome BAD = new BadOutcome(List.of("1"));

    @TempDir
    static Path folder;

    private static Dataset<Row> sample;
    private static PipelineModel logistic;

    @BeforeAll
    static void read() throws Exception {
        sample = Sessions.open()
                .read()
                .option("header", "true")
                .option("inferSchema", "true")
                .csv("data-sample/applicants.csv.gz")
                .coalesce(1)
                .cache();
        logistic = saved("logistic", logisticRegression());
    }

    private static Scoring scoring(ModelConfig... models) {
        return scoring(LABEL, BAD, models);
    }

    private static Scoring scoring(String label, BadOutcome bad, ModelConfig... models) {
        List<Problem> problems = new ArrayList<>();
        Scoring scoring = Scoring.open(Sessions.open(), List.of(models), label, bad, problems);
        if (!problems.isEmpty()) {
            throw new UserMistake(problems);
        }
        return scoring;
    }

    private static ModelConfig onnx(String name, String... features) {
        return new ModelConfig("pd_new", ONNX + name + ".onnx", List.of(features));
    }

    private static ModelConfig pipeline(String name) {
        return new ModelConfig("pd_new", folder.resolve(name).toString(), List.of());
    }

    private static List<String> mistakes(Dataset<Row> table, ModelConfig... models) {
        List<Problem> problems = new ArrayList<>();
        Scoring scoring = Scoring.open(Sessions.open(), List.of(models), LABEL, BAD, problems);
        problems.addAll(scoring.problems(table.schema(), "the input"));
        return problems.stream().map(Problem::what).toList();
    }

    private static double largestDifference(Dataset<Row> table, Column one, Column other) {
        return table.select(max(coalesce(abs(one.minus(other)), lit(Double.MAX_VALUE))))
                .first()
                .getDouble(0);
    }

    private static PipelineModel saved(String name, PipelineStage... stages) throws Exception {
        PipelineModel model = new Pipeline().setStages(stages).fit(mature());
        model.write().overwrite().save(folder.resolve(name).toString());
        return model;
    }

    private static Dataset<Row> mature() {
        return sample.where(TRAINING).withColumn("outcome", col(LABEL).cast("string"));
    }

    static PipelineStage[] logisticRegression() {
        return new PipelineStage[] {
            new Imputer()
                    .setInputCols(new String[] {"income", "utilisation"})
                    .setOutputCols(new String[] {"income_known", "utilisation_known"}),
            new StringIndexer()
                    .setInputCol("housing")
                    .setOutputCol("housing_index")
                    .setHandleInvalid("keep"),
            new OneHotEncoder().setInputCol("housing_index").setOutputCol("housing_vector"),
            new VectorAssembler()
                    .setInputCols(new String[] {
                        "income_known", "utilisation_known", "bureau_score", "housing_vector", "inquiries_6m"
                    })
                    .setOutputCol("features"),
            new LogisticRegression().setLabelCol(LABEL).setMaxIter(5)
        };
    }

    @Test
    void theChampionInOnnxReproducesTheColumnOfItsScores() {
        Dataset<Row> scored = scoring(onnx("champion")).scored(sample);
        List<String> columns = new ArrayList<>(Arrays.asList(sample.columns()));
        columns.add("pd_new");
        assertEquals(columns, Arrays.asList(scored.columns()));
        assertEquals(sample.count(), scored.where("pd_new > 0 AND pd_new < 1").count());
        assertTrue(largestDifference(scored, col("pd_new"), col("pd_score")) < 1e-6);
    }

    @Test
    void treesInOnnxSayWhatScikitLearnSays() {
        Dataset<Row> golden = Sessions.open()
                .read()
                .option("header", "true")
                .option("inferSchema", "true")
                .csv(ONNX + "trees.csv");
        Dataset<Row> both = scoring(onnx("trees")).scored(sample).join(golden, "application_id");
        assertEquals(golden.count(), both.count());
        assertTrue(largestDifference(both, col("pd_new"), col("probability")) < 1e-6);
    }

    @Test
    void aPipelineModelSaysWhatItSaysElsewhere() {
        Dataset<Row> elsewhere = logistic.transform(sample.drop(LABEL))
                .select(
                        col("application_id"),
                        functions$
                                .MODULE$
                                .vector_to_array(col("probability"), "float64")
                                .getItem(1)
                                .as("expected"));
        Dataset<Row> scored = scoring(pipeline("logistic")).scored(sample);
        assertEquals(sample.columns().length + 1, scored.columns().length);
        Dataset<Row> both = scored.join(elsewhere, "application_id");
        assertEquals(sample.count(), both.count());
        assertTrue(largestDifference(both, col("pd_new"), col("expected")) < 1e-6);
    }

    @Test
    void aPipelineThatIndexesItsLabelScoresThoseWithoutOutcomeAndTheOutcomeThatIsPositive() throws Exception {
        StringIndexer label = new StringIndexer().setInputCol("outcome").setOutputCol("outcome_index");
        VectorAssembler numbers = new VectorAssembler()
                .setInputCols(new String[] {"bureau_score", "inquiries_6m"})
                .setOutputCol("features");
        DecisionTreeClassifier tree =
                new DecisionTreeClassifier().setLabelCol("outcome_index").setMaxDepth(2);
        saved("tree", label, numbers, tree);
        Dataset<Row> table = sample.withColumn("outcome", col(LABEL).cast("string"));
        ModelConfig model = pipeline("tree");
        Dataset<Row> ofBad = scoring("outcome", BAD, model).scored(table).withColumnRenamed("pd_new", "bad");
        Dataset<Row> both =
                scoring("outcome", new BadOutcome(List.of("0")), model).scored(ofBad);
        assertEquals(sample.count(), both.where("bad > 0").count());
        assertTrue(largestDifference(both, col("bad"), lit(1).minus(col("pd_new"))) < 1e-12);
        // Where a tree was trained, its leaves' shares come to the share of all.
        Row means = both.where(TRAINING).agg(avg("bad"), avg(LABEL)).first();
        assertEquals(means.getDouble(1), means.getDouble(0), 1e-9);
    }

    @Test
    void aFormulaIsAPipelineToo() throws Exception {
        saved(
                "formula",
                new RFormula().setFormula("defaulted ~ bureau_score + housing"),
                new LogisticRegression().setMaxIter(5));
        Dataset<Row> scored = scoring(pipeline("formula")).scored(sample);
        assertEquals(sample.count(), scored.where("pd_new > 0 AND pd_new < 1").count());
        assertEquals(
                List.of("the model 'pd_new' takes a column 'housing', which the input does not have"),
                mistakes(sample.drop("housing"), pipeline("formula")));
    }

    @Test
    void columnsThatAreCalledLikeThePipelinesOwnStay() {
        Dataset<Row> table = sample.withColumn("features", lit("mine")).withColumn("prediction", lit("too"));
        Dataset<Row> scored = scoring(pipeline("logistic")).scored(table);
        assertEquals(
                sample.count(),
                scored.where("features = 'mine' AND prediction = 'too'").count());
    }

    @Test
    void everythingThatIsMissingIsNamedAtOnce() {
        Dataset<Row> table = sample.drop("housing").withColumnRenamed("utilisation", "utilization");
        ModelConfig other = new ModelConfig("pd_old", ONNX + "champion.onnx", List.of());
        assertEquals(
                List.of(
                        "the model 'pd_new' takes a column 'utilisation', which the input does not have",
                        "the model 'pd_new' takes a column 'housing', which the input does not have",
                        "the model 'pd_old' takes a column 'housing', which the input does not have",
                        "the model 'pd_old' takes a column 'utilisation', which the input does not have"),
                mistakes(table, pipeline("logistic"), other));
    }

    @Test
    void whatIsNoModelIsSaid() throws Exception {
        Path text = Files.writeString(folder.resolve("text.onnx"), "no model");
        List<String> mistakes = mistakes(
                sample,
                new ModelConfig("a", text.toString(), List.of()),
                new ModelConfig("b", folder.resolve("nowhere.onnx").toString(), List.of()),
                new ModelConfig("c", folder.resolve("nowhere").toString(), List.of()),
                new ModelConfig("d", "data-sample", List.of()));
        assertEquals(4, mistakes.size());
        for (int i = 0; i < 4; i++) {
            String start = "the model '" + "abcd".charAt(i) + "' cannot be read from ";
            assertTrue(mistakes.get(i).startsWith(start), mistakes.get(i));
        }
    }

    @Test
    void aModelThatDoesNotNameItsFeaturesTakesThemFromTheUserAndInThatOrder() {
        assertEquals(
                List.of("the model 'pd_new' does not say which columns it takes: 'X' has 2 columns of numbers"),
                mistakes(sample, onnx("line")));
        Dataset<Row> scored = scoring(onnx("line", "dti", "utilisation")).scored(sample);
        Column logit = col("dti").multiply(2).minus(col("utilisation"));
        Dataset<Row> known = scored.where("dti IS NOT NULL AND utilisation IS NOT NULL");
        Column expected = lit(1).divide(lit(1).plus(exp(logit.multiply(-1))));
        assertTrue(largestDifference(known, col("pd_new"), expected) < 1e-6);
        assertEquals(known.count(), scored.where("pd_new IS NOT NULL").count());
    }

    @Test
    void namesThatDoNotFitTheSignatureAreRefused() {
        assertEquals(
                List.of("the model 'pd_new' takes 2 columns, and 3 are named: dti, utilisation, income"),
                mistakes(sample, onnx("line", "dti", "utilisation", "income")));
        String[] other = {"utilisation", "bureau_score", "dti", "income", "employment_months", "loan_amount", "age"};
        assertEquals(
                List.of("--model-features of 'pd_new' are " + String.join(", ", other)),
                mistakes(sample, onnx("trees", other)));
        assertEquals(
                List.of("the model 'pd_new' takes numbers from 'housing', which is of type string in the input"),
                mistakes(sample, onnx("line", "dti", "housing")));
        assertEquals(
                List.of("the model 'pd_new' takes the column 'defaulted', which is the label"),
                mistakes(sample, onnx("line", "dti", LABEL)));
    }

    @Test
    void modelsThatGiveNoScoreAreRefused() throws Exception {
        assertEquals(
                List.of(
                        "the model 'pd_new' gives no score: it gives 3 numbers for an applicant, where 1 or 2 are expected"),
                mistakes(sample, onnx("three", "dti", "utilisation")));
        VectorAssembler skipping = new VectorAssembler()
                .setInputCols(new String[] {"dti"})
                .setOutputCol("features")
                .setHandleInvalid("skip");
        saved("skipping", skipping, new LogisticRegression().setLabelCol(LABEL));
        assertTrue(mistakes(sample, pipeline("skipping")).get(0).contains("leaves out applicants"));
        saved("numbers", skipping.setHandleInvalid("keep"));
        assertEquals(
                List.of("the model 'pd_new' gives no score: none of its stages is a classifier with probabilities"),
                mistakes(sample, pipeline("numbers")));
    }

    @Test
    void withoutItsRuntimeAModelInOnnxSaysHowToAddIt() {
        Thread thread = Thread.currentThread();
        ClassLoader usual = thread.getContextClassLoader();
        List<Problem> problems = new ArrayList<>();
        thread.setContextClassLoader(new ClassLoader(null) {});
        try {
            Scoring.open(Sessions.open(), List.of(onnx("champion")), LABEL, BAD, problems);
        } finally {
            thread.setContextClassLoader(usual);
        }
        assertEquals(1, problems.size());
        assertTrue(problems.get(0).what().contains("needs ONNX Runtime, which is not on the class path"));
        assertTrue(problems.get(0).how().contains("--packages com.microsoft.onnxruntime:onnxruntime:"));
    }

    @Test
    void classesThatDoNotTellWhichIsBadAreRefused() throws Exception {
        Dataset<Row> letters =
                mature().withColumn("grade", when(col(LABEL).equalTo(1), "B").otherwise("A"));
        PipelineStage[] stages = {
            new StringIndexer().setInputCol("grade").setOutputCol("grade_index"),
            new VectorAssembler().setInputCols(new String[] {"age"}).setOutputCol("features"),
            new LogisticRegression().setLabelCol("grade_index").setMaxIter(1)
        };
        new Pipeline()
                .setStages(stages)
                .fit(letters)
                .write()
                .overwrite()
                .save(folder.resolve("letters").toString());
        List<String> mistakes = mistakes(sample, pipeline("letters"));
        assertEquals(1, mistakes.size());
        assertTrue(mistakes.get(0).contains("its classes do not tell which of them is bad: "), mistakes.get(0));
    }

    @Test
    void aNameThatIsTakenIsRefused() {
        ModelConfig named = new ModelConfig("pd_score", ONNX + "champion.onnx", List.of());
        assertEquals(List.of("--model 'pd_score' has the name of a column of the input"), mistakes(sample, named));
    }

    @Test
    void theIdentityOfAModelIsThatOfItsFile() throws Exception {
        List<String> before = scoring(pipeline("logistic"), onnx("champion")).identity();
        assertEquals(before, scoring(pipeline("logistic"), onnx("champion")).identity());
        saved(
                "other",
                new VectorAssembler().setInputCols(new String[] {"age"}).setOutputCol("features"),
                new LogisticRegression().setLabelCol(LABEL).setMaxIter(1));
        List<String> after = scoring(pipeline("other"), onnx("champion")).identity();
        assertTrue(!before.get(0).equals(after.get(0)) && before.get(1).equals(after.get(1)));
    }
}
