package io.tidemark.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.cohort.Granularity;
import io.tidemark.model.Recipe;
import io.tidemark.policy.Action;
import io.tidemark.problem.Problem;
import io.tidemark.problem.UserMistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MonitorReaderTest {
    private static final List<String> COLUMNS = List.of("day", "income", "age", "channel", "bad", "term");
    private static final Map<String, String> NEEDED =
            Map.of("input", "/data/a.csv", "time", "day", "reference", "2023-01-01..2023-06-30", "output", "/out");

    @TempDir
    Path folder;

    private static MonitorReading flags(Map<String, List<String>> options) {
        return MonitorReader.read(new Request(Command.RUN, options, List.of(), List.of()));
    }

    /** What is needed, with more options or others in their place. */
    private static MonitorReading with(Map<String, List<String>> more) {
        Map<String, List<String>> options = new LinkedHashMap<>();
        NEEDED.forEach((key, value) -> options.put(key, List.of(value)));
        options.putAll(more);
        return flags(options);
    }

    private static MonitorReading with(String key, String... values) {
        return with(Map.of(key, List.of(values)));
    }

    private MonitorReading yaml(String text, Map<String, List<String>> more) throws IOException {
        Path file = Files.writeString(folder.resolve("monitor.yaml"), text);
        Map<String, List<String>> options = new LinkedHashMap<>(more);
        options.put("config", List.of(file.toString()));
        return flags(options);
    }

    private static MonitorConfig good(MonitorReading reading) {
        return reading.checkedAgainst(COLUMNS);
    }

    private static List<Problem> problems(MonitorReading reading) {
        return problems(reading, COLUMNS);
    }

    private static List<Problem> problems(MonitorReading reading, Collection<String> columns) {
        return assertThrows(UserMistake.class, () -> reading.checkedAgainst(columns))
                .problems();
    }

    private static void assertOnly(String expected, MonitorReading reading) {
        assertEquals(
                List.of(expected), problems(reading).stream().map(Problem::what).toList());
    }

    @Test
    void yamlAndFlagsGiveTheSameConfig() throws IOException {
        MonitorConfig fromYaml = good(yaml("""
                monitor: m
                input: /data/a.parquet
                format: parquet
                option: {mergeSchema: "true"}
                time: day
                cohort: quarter
                reference: 2023-01-01..2023-06-30
                label: bad
                exclude: [channel]
                kind: {term: categorical}
                special: {income: [-999, -998]}
                edges: {age: [0, 30, 60, inf]}
                bins: 5
                smoothing: floor:1e-4
                moderate: 0.05
                major: 0.3
                effects: {age: [0.2, 0.4]}
                importance: {age: 0.7, income: 0.3}
                accepted: {age: 2024-03-31, ":table": 2024-04-30}
                significance: 0.01
                together: trees
                privacy-floor: 20
                as-of: 2024-05-31
                output: /out
                fail-on: WATCH
                """, Map.of()));
        Map<String, List<String>> options = new LinkedHashMap<>();
        options.put("monitor", List.of("m"));
        options.put("input", List.of("/data/a.parquet"));
        options.put("format", List.of("parquet"));
        options.put("option", List.of("mergeSchema=true"));
        options.put("time", List.of("day"));
        options.put("cohort", List.of("quarter"));
        options.put("reference", List.of("2023-01-01..2023-06-30"));
        options.put("label", List.of("bad"));
        options.put("exclude", List.of("channel"));
        options.put("kind", List.of("term=categorical"));
        options.put("special", List.of("income=-999,-998"));
        options.put("edges", List.of("age=0,30,60,inf"));
        options.put("bins", List.of("5"));
        options.put("smoothing", List.of("floor:1e-4"));
        options.put("moderate", List.of("0.05"));
        options.put("major", List.of("0.3"));
        options.put("effects", List.of("age=0.2,0.4"));
        options.put("importance", List.of("age=0.7", "income=0.3"));
        options.put("accepted", List.of("age=2024-03-31", ":table= 2024-04-30"));
        options.put("significance", List.of("0.01"));
        options.put("together", List.of("trees"));
        options.put("privacy-floor", List.of("20"));
        options.put("as-of", List.of("2024-05-31"));
        options.put("output", List.of("/out"));
        options.put("fail-on", List.of("WATCH"));
        MonitorConfig fromFlags = good(flags(options));
        assertEquals(withoutDocument(fromFlags), withoutDocument(fromYaml));
        assertEquals(Granularity.QUARTER, fromYaml.granularity());
        assertEquals(Optional.of(Action.WATCH), fromYaml.failOn());
    }

    /** The document keeps the way in which a value was written: a number in YAML, a text on the command line. */
    private static MonitorConfig withoutDocument(MonitorConfig config) {
        return new MonitorConfig(
                config.monitor(),
                config.source(),
                config.columns(),
                config.outcomes(),
                config.granularity(),
                config.references(),
                config.referenceSources(),
                config.quarantine(),
                config.binRule(),
                config.smoothing(),
                config.thresholds(),
                config.alarms(),
                config.importance(),
                config.together(),
                config.decision(),
                config.privacyFloor(),
                config.asOf(),
                config.output(),
                config.failOn(),
                "");
    }

    @Test
    void weightsOfFeaturesAreNumbersFromZeroUpAndNotAllZero() {
        assertOnly("--importance 'none' is not a number", with("importance", "age=none"));
        assertOnly("--importance '-1' is no weight", with("importance", "age=-1"));
        assertOnly("--importance '{age=0.0}' has no weight above 0", with("importance", "age=0"));
    }

    @Test
    void theFirstScoreIsTheChampionWhereNoneIsCalledSo() {
        assertEquals(
                List.of("channel CHAMPION PROBABILITY NaN", "age CHALLENGER HIGH_GOOD 600.0"),
                models(Map.of(
                        "score",
                        List.of("channel,age"),
                        "points",
                        List.of("age=high_good"),
                        "cutoff",
                        List.of("age=600"))));
        assertEquals(
                List.of("age CHAMPION PROBABILITY NaN", "channel CHALLENGER PROBABILITY NaN"),
                models(Map.of("score", List.of("channel", "age:champion"))));
    }

    private static List<String> models(Map<String, List<String>> options) {
        return good(with(options)).outcomes().models().stream()
                .map(model -> model.name() + " " + model.role() + " " + model.scale() + " " + model.cutoff())
                .toList();
    }

    @Test
    void aScoreTooManyOrUnknownAndAMaturityWithoutALabelAreTold() {
        assertEquals(
                List.of(
                        "--score 'age:champion, channel:champion' has several champions",
                        "--points 'pd' is not known",
                        "--maturity '12m' has no label to go with"),
                problems(with(Map.of(
                                "score", List.of("age:champion", "channel:champion"),
                                "points", List.of("pd=high_good"),
                                "maturity", List.of("12m"))))
                        .stream()
                        .map(Problem::what)
                        .sorted(Comparator.comparing(what -> what.startsWith("--maturity")))
                        .toList());
    }

    @Test
    void modelsAreTrainedUnaskedOnlyWhereItIsSaidWhenOutcomesAreFinal() {
        assertEquals(List.of(), recipes(Map.of("label", List.of("bad"))));
        assertEquals(List.of(Recipe.LOGISTIC), recipes(Map.of("label", List.of("bad"), "maturity", List.of("12m"))));
        assertEquals(
                List.of(),
                recipes(Map.of("label", List.of("bad"), "maturity", List.of("12m"), "recipe", List.of("none"))));
        assertEquals(List.of(Recipe.TREES), recipes(Map.of("label", List.of("bad"), "recipe", List.of("trees"))));
    }

    private static List<Recipe> recipes(Map<String, List<String>> options) {
        return good(with(options)).outcomes().recipes();
    }

    private static final String SMALL =
            "input: in/a.csv\ntime: day\nreference: 2023-01-01..2023-06-30\noutput: ../out\ncohort: month\n";

    @Test
    void aFlagWinsOverYaml() throws IOException {
        MonitorConfig config = good(yaml(
                SMALL + "exclude: [age]\n",
                Map.of("cohort", List.of("week"), "exclude", List.of("channel"), "output", List.of("here"))));
        assertEquals(Granularity.WEEK, config.granularity());
        assertEquals(List.of("channel"), config.columns().exclude());
        assertEquals("here", config.output());
    }

    @Test
    void relativePathsInYamlAreRelativeToTheFile() throws IOException {
        MonitorConfig config = good(yaml(SMALL.replace("2023-01-01..2023-06-30", "'table:old/b.csv'"), Map.of()));
        assertEquals(folder.resolve("in/a.csv").toString(), config.source().location());
        assertEquals(folder.getParent().resolve("out").toString(), config.output());
        assertEquals(
                folder.resolve("old/b.csv").toString(),
                config.referenceSources().get(config.references().get(0)).location());
    }

    @Test
    void namesOfTablesAndAddressesAreNoRelativePaths() throws IOException {
        assertEquals(
                "s3://bucket/a.csv",
                good(yaml(SMALL.replace("in/a.csv", "s3://bucket/a.csv"), Map.of()))
                        .source()
                        .location());
        assertEquals(
                "lake.applicants",
                good(yaml(SMALL.replace("in/a.csv", "lake.applicants") + "format: table\n", Map.of()))
                        .source()
                        .location());
    }

    @Test
    void theFormatOfACommandLineDecidesWhetherTheInputOfTheFileIsAPath() throws IOException {
        MonitorConfig config =
                good(yaml(SMALL.replace("in/a.csv", "lake.applicants"), Map.of("format", List.of("table"))));
        assertEquals("lake.applicants", config.source().location());
    }

    @Test
    void anUnknownKeyIsToldWithTheOneThatWasMeant() throws IOException {
        List<Problem> problems = problems(yaml(SMALL + "smoothin: half\n", Map.of()));
        assertEquals(1, problems.size());
        assertTrue(problems.get(0).what().startsWith("unknown key 'smoothin' in "));
        assertEquals("Did you mean 'smoothing'?", problems.get(0).how());
    }

    @Test
    void yamlThatIsNoneOrNotThereIsTold() throws IOException {
        assertTrue(problems(yaml("input: [a\n", Map.of())).get(0).what().contains("cannot be read"));
        assertTrue(problems(yaml("just words\n", Map.of())).get(0).why().contains("keys with values"));
        assertTrue(problems(flags(Map.of("config", List.of(folder + "/none.yaml"))))
                .get(0)
                .why()
                .contains("no such file"));
    }

    @Test
    void mistakesInOptionsAndColumnsAreToldTogether() {
        MonitorReading reading = with(Map.of(
                "cohort", List.of("fortnight"),
                "bins", List.of("ten"),
                "as-of", List.of("2024-02-30"),
                "label", List.of("bda"),
                "exclude", List.of("chanel")));
        List<Problem> problems = problems(reading);
        assertEquals(
                List.of(
                        "--cohort 'fortnight' is not known",
                        "--bins 'ten' is not a number",
                        "--as-of '2024-02-30' is not a day of the calendar",
                        "--label names the column 'bda', which the input does not have",
                        "--exclude names the column 'chanel', which the input does not have"),
                problems.stream().map(Problem::what).toList());
        assertEquals("Did you mean 'channel'?", problems.get(4).how());
    }

    @Test
    void everythingThatIsMissingIsToldAtOnce() {
        List<Problem> problems =
                assertThrows(UserMistake.class, () -> flags(Map.of()).source()).problems();
        assertEquals(
                List.of("--time is missing", "--input is missing", "--reference is missing", "--output is missing"),
                problems.stream().map(Problem::what).toList());
    }

    @Test
    void anOptionOfOneValueIsNotGivenTwice() {
        assertOnly("--bins is given 2 times: 5, 6", with("bins", "5", "6"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            reference    | 2023-01-01..2023-06-31 | has the date '2023-06-31', which is not a day of the calendar
            reference    | 2023-06-30             | is none of FROM..TO, table:SOURCE, previous
            reference    | table:                 | names no table
            edges        | age=1,3,2              | age=[1.0, 3.0, 2.0] does not ascend
            edges        | age=1,1                | age=[1.0, 1.0] does not ascend
            edges        | age=1                  | age=[1.0] does not ascend
            edges        | age                    | is not a pair
            effects      | age=0.1                | age=[0.1] is not a pair
            special      | age=NaN                | age=[NaN] is not finite
            special      | age=-999,inf           | age=[-999.0, Infinity] is not finite
            special      | age=many               | many is not a number
            kind         | age=number             | number is not known
            bins         | 1                      | is too small
            moderate     | 0                      | is not above 0
            major        | 0.01                   | major
            significance | 1                      | does not lie between 0 and 1
            smoothing    | wholly                 | wholly
            privacy-floor| 0                      | is too small
            fail-on      | REPLACE                | is not known
            """)
    void aBadValueIsToldWithItsOption(String key, String value, String complaint) {
        List<Problem> problems = problems(with(key, value));
        assertEquals(1, problems.size(), problems.toString());
        String what = problems.get(0).what();
        assertTrue(what.startsWith("--" + key), what);
        assertTrue(what.replace("'", "").contains(complaint.replace("'", "")), what);
        assertFalse(problems.get(0).how().isEmpty());
    }

    @Test
    void aWindowThatEndsBeforeItBeginsIsTold() {
        assertTrue(problems(with("reference", "2023-06-30..2023-01-01"))
                .get(0)
                .what()
                .contains("ends on 2023-01-01, before it begins on 2023-06-30"));
    }

    @Test
    void edgesThatAreNoNumbersAreTold() {
        assertTrue(problems(with("edges", "age=0,NaN,2")).get(0).what().contains("does not ascend"));
    }

    @Test
    void aColumnHasOnePartOnly() {
        assertOnly("'day' is named by both --time and --label", with("label", "day"));
        assertOnly(
                "'bad' is named by both --label and --features",
                with(Map.of("label", List.of("bad"), "features", List.of("age,bad"))));
        assertOnly(
                "'age' is named by both --features and --exclude",
                with(Map.of("exclude", List.of("age"), "features", List.of("age,income"))));
    }

    @Test
    void secretsAreNotKept() {
        String document = good(with(
                        Map.of(
                                "input", List.of("applicants"),
                                "format", List.of("jdbc"),
                                "option",
                                        List.of(
                                                "password=hunter2",
                                                "user=reader",
                                                "fs.s3a.secret.key=hunter2",
                                                "url=jdbc:postgresql://reader:hunter2@host/db?user=x&password=hunter2&ssl=true"))))
                .document();
        assertFalse(document.contains("hunter2"), document);
        assertTrue(document.contains("reader") && document.contains("ssl=true"), document);
    }

    @Test
    void theUserInfoOfAnInputIsNotKept() {
        String document = good(with("input", "https://me:hunter2@host/a.csv")).document();
        assertTrue(document.contains("https://me:***@host/a.csv"), document);
    }

    @Test
    void passwordsOfJdbcUrlsWithSemicolonsAreNotKept() {
        String document = good(with("option", "url=jdbc:sqlserver://host;Password=hunter2;encrypt=true"))
                .document();
        assertTrue(document.contains("Password=***;encrypt=true"), document);
    }

    @Test
    void aSlashOrAnAtSignInAPasswordDoesNotUncoverIt() {
        String document =
                good(with("input", "https://me:hun/ter@2two@host/a.csv")).document();
        assertFalse(document.contains("hun/ter") || document.contains("2two"), document);
    }

    @Test
    void theMonitorIsCalledAfterItsInput() {
        assertEquals("a", good(with(Map.of())).monitor());
        assertEquals("b", good(with("input", "/data/b.csv.gz")).monitor());
        assertEquals("c", good(with("input", "/data/c/")).monitor());
    }

    @Test
    void whatIsNotSaidIsTheDefaultThatTheHelpStates() {
        MonitorConfig config = good(with(Map.of()));
        assertEquals(Granularity.MONTH, config.granularity());
        assertEquals("csv", config.source().format());
        assertEquals("half", config.smoothing().id());
        assertEquals(10, config.privacyFloor());
        assertEquals(10, config.binRule().count());
        assertEquals(0.10, config.thresholds().psi("any").moderate());
        assertEquals(0.25, config.thresholds().psi("any").major());
        assertEquals(0.05, config.thresholds().significance());
    }

    @Test
    void onlyTheActionThatWasNamedFailsARun() {
        assertTrue(with("fail-on", "WATCH").failsOn(Action.WATCH));
        assertFalse(with("fail-on", "WATCH").failsOn(Action.KEEP));
        assertFalse(with(Map.of()).failsOn(Action.WATCH));
    }

    @Test
    void modelsAreReadWithTheirFeaturesAndByPathsRelativeToTheFile() throws IOException {
        MonitorReading reading = yaml("""
                input: a.csv
                time: day
                reference: 2023-01-01..2023-06-30
                output: out
                score: [pd_new, pd_old]
                model: {pd_new: models/new.ONNX, pd_old: "s3a://models/old"}
                model-features: {pd_new: [income, age]}
                """, Map.of());
        assertEquals(
                List.of(
                        new ModelConfig(
                                "pd_new", folder.resolve("models/new.ONNX").toString(), List.of("income", "age")),
                        new ModelConfig("pd_old", "s3a://models/old", List.of())),
                reading.models());
        assertEquals(
                List.of(true, false),
                reading.models().stream().map(ModelConfig::isOnnx).toList());
        assertOnly(
                "--model-features 'pd_mew' is not known",
                with(Map.of(
                        "score", List.of("pd_new"),
                        "model", List.of("pd_new=a.onnx"),
                        "model-features", List.of("pd_mew=income"))));
        assertOnly(
                "--model 'pd_old' is not among the scores: pd_new",
                with(Map.of("score", List.of("pd_new"), "model", List.of("pd_new=a.onnx", "pd_old=b"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[\"income\", \"age\"]", "['income', 'age']", "income, age", "income,age"})
    void aModelsOwnNoteOfItsFeaturesIsReadAsJsonAsPythonOrWithCommas(String note) {
        assertEquals(List.of("income", "age"), ModelConfig.names(note));
    }
}
