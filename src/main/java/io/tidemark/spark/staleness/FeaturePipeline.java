package io.tidemark.spark.staleness;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import io.tidemark.feature.Feature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.feature.Imputer;
import org.apache.spark.ml.feature.OneHotEncoder;
import org.apache.spark.ml.feature.SQLTransformer;
import org.apache.spark.ml.feature.StandardScaler;
import org.apache.spark.ml.feature.StringIndexerModel;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Makes vectors of the features of an {@link OutcomeSample} by MLlib's own stages, learned from those who are trained on.
 *
 * <ul>
 *   <li>A number that is missing, infinite or a special code becomes the median of the others; that it is missing, and each code, is a column of
 *       its own. Of a number that nobody has, only these columns are left.
 *   <li>A category is one of the {@value #MOST_CATEGORIES} most frequent, if enough applicants carry it to be named, or another one: whatever was
 *       not seen, or seldom, counts as that. That it is missing is a column of its own.
 *   <li>Columns are divided by their standard deviation. One with a single value becomes 0.
 * </ul>
 */
final class FeaturePipeline {
    /** The column that vectors are in. */
    static final String VECTOR = "features";

    private static final int MOST_CATEGORIES = 20;

    private final long leastOfCategory;
    private final int[] numbers;
    private final int[] categories;
    private final SQLTransformer marks;
    private final List<String> marked = new ArrayList<>();

    /** @param leastOfCategory how many of those who are trained on have to carry a category */
    FeaturePipeline(List<Feature> features, long leastOfCategory) {
        this.leastOfCategory = leastOfCategory;
        this.numbers = IntStream.range(0, features.size())
                .filter(i -> features.get(i).kind().isNumeric())
                .toArray();
        this.categories = IntStream.range(0, features.size())
                .filter(i -> !features.get(i).kind().isNumeric())
                .toArray();
        List<String> selected = new ArrayList<>(List.of("*"));
        for (int number : numbers) {
            String name = OutcomeSample.column(number);
            String missing = "(isnan(" + name + ") OR abs(" + name + ") = double('Infinity'))";
            mark(selected, missing, "missing" + number);
            List<Double> codes = features.get(number).specialValues();
            String none = missing;
            for (int code = 0; code < codes.size(); code++) {
                String isCode = name + " = " + codes.get(code) + "D";
                mark(selected, isCode, "code" + number + "_" + code);
                none += " OR " + isCode;
            }
            selected.add("IF(" + none + ", double('NaN'), " + name + ") AS amount" + number);
        }
        for (int category : categories) {
            mark(selected, OutcomeSample.column(category) + " IS NULL", "missing" + category);
        }
        this.marks = new SQLTransformer().setStatement("SELECT " + String.join(", ", selected) + " FROM __THIS__");
    }

    private void mark(List<String> selected, String condition, String name) {
        selected.add("double(" + condition + ") AS " + name);
        marked.add(name);
    }

    /** How wide the vectors are at most. */
    int width() {
        return numbers.length + marked.size() + categories.length * MOST_CATEGORIES;
    }

    /** Learns from those who are trained on. */
    PipelineModel fit(Dataset<Row> training) {
        List<PipelineStage> stages = new ArrayList<>(List.of(marks));
        List<String> assembled = new ArrayList<>(marked);
        int[] known = known(training);
        if (known.length > 0) {
            stages.add(new Imputer()
                    .setStrategy("median")
                    .setInputCols(names("amount", known))
                    .setOutputCols(names("imputed", known)));
            assembled.addAll(List.of(names("imputed", known)));
        }
        SortedMap<Integer, String[]> frequent = frequent(training);
        if (!frequent.isEmpty()) {
            int[] indexed =
                    frequent.keySet().stream().mapToInt(Integer::intValue).toArray();
            stages.add(new StringIndexerModel(frequent.values().toArray(String[][]::new))
                    .setInputCols(Arrays.stream(indexed)
                            .mapToObj(OutcomeSample::column)
                            .toArray(String[]::new))
                    .setOutputCols(names("index", indexed))
                    .setHandleInvalid("keep"));
            stages.add(
                    new OneHotEncoder().setInputCols(names("index", indexed)).setOutputCols(names("encoded", indexed)));
            assembled.addAll(List.of(names("encoded", indexed)));
        }
        stages.add(new VectorAssembler()
                .setInputCols(assembled.toArray(String[]::new))
                .setOutputCol("assembled"));
        stages.add(new StandardScaler().setInputCol("assembled").setOutputCol(VECTOR));
        return new Pipeline().setStages(stages.toArray(PipelineStage[]::new)).fit(training);
    }

    /** Numbers that somebody has: MLlib's imputer refuses the others. */
    private int[] known(Dataset<Row> training) {
        if (numbers.length == 0) {
            return numbers;
        }
        Column[] counts = Arrays.stream(names("amount", numbers))
                .map(name -> count(when(not(col(name).isNaN()), lit(1))))
                .toArray(Column[]::new);
        Row found = marks.transform(training).select(counts).first();
        return IntStream.range(0, numbers.length)
                .filter(i -> found.getLong(i) > 0)
                .map(i -> numbers[i])
                .toArray();
    }

    /**
     * The categories that the indexer is to know, of features that have any. One that is fitted by MLlib knows all of them, however many there are and
     * however few applicants carry them.
     */
    private SortedMap<Integer, String[]> frequent(Dataset<Row> training) {
        List<Map<String, Integer>> counts = new ArrayList<>();
        Arrays.stream(categories).forEach(any -> counts.add(new HashMap<>()));
        Column[] columns = Arrays.stream(categories)
                .mapToObj(category -> col(OutcomeSample.column(category)))
                .toArray(Column[]::new);
        for (Row row :
                columns.length == 0 ? List.<Row>of() : training.select(columns).collectAsList()) {
            for (int i = 0; i < columns.length; i++) {
                if (!row.isNullAt(i)) {
                    counts.get(i).merge(row.getString(i), 1, Integer::sum);
                }
            }
        }
        SortedMap<Integer, String[]> frequent = new TreeMap<>();
        for (int i = 0; i < columns.length; i++) {
            Map<String, Integer> of = counts.get(i);
            String[] names = of.keySet().stream()
                    .filter(name -> of.get(name) >= leastOfCategory)
                    .sorted(Comparator.comparing((String name) -> -of.get(name))
                            .thenComparing(Comparator.naturalOrder()))
                    .limit(MOST_CATEGORIES)
                    .toArray(String[]::new);
            if (names.length > 0) {
                frequent.put(categories[i], names);
            }
        }
        return frequent;
    }

    private static String[] names(String prefix, int[] features) {
        return Arrays.stream(features).mapToObj(i -> prefix + i).toArray(String[]::new);
    }
}
