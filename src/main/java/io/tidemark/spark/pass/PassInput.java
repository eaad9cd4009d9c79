package io.tidemark.spark.pass;

import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.lit;

import io.tidemark.config.ColumnsConfig;
import io.tidemark.feature.Feature;
import io.tidemark.feature.FeatureKind;
import io.tidemark.spark.pass.VectorScan.Filters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RuntimeConfig;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** A table as the pass reads it: by vectors where Spark gives them and each column is read as it is, else by rows. */
public final class PassInput {
    private static final String MOST_FIELDS = "spark.sql.codegen.maxFields";
    private static final Column NO_TEXT = lit(null).cast("string");

    private final Dataset<Row> table;
    private final StructType schema;
    private final Map<String, DataType> types;
    private final PassPlan plan;
    private final ColumnsConfig columns;
    private final boolean hasTime;

    /** @param hasTime whether the table has the time column; a reference table need not */
    public PassInput(Dataset<Row> table, PassPlan plan, ColumnsConfig columns, boolean hasTime) {
        this.table = table;
        this.schema = table.schema();
        this.types = ColumnPaths.leaves(schema).stream()
                .collect(Collectors.toMap(StructField::name, StructField::dataType, (first, second) -> first));
        this.plan = plan;
        this.columns = columns;
        this.hasTime = hasTime;
    }

    public Column column(String name) {
        return ColumnPaths.column(schema, name);
    }

    private DataType type(String name) {
        return types.get(name);
    }

    /** The rows in the form that {@link RowBlocks} reads. */
    Dataset<Row> rows() {
        List<Column> selected = new ArrayList<>(List.of(day()));
        plan.features().forEach(feature -> selected.add(value(feature)));
        selected.add(columns.label() == null ? NO_TEXT : text(columns.label()));
        selected.add(isTimeText() ? time() : NO_TEXT);
        selected.add(NO_TEXT);
        plan.segmentColumns().forEach(column -> selected.add(text(column)));
        return select(selected);
    }

    private boolean isTimeText() {
        return hasTime && type(columns.time()) instanceof StringType;
    }

    /** When an applicant applied, as the table has it. */
    Column time() {
        return hasTime ? column(columns.time()) : lit(null).cast("date");
    }

    /** The day on which an applicant applied. */
    public Column day() {
        return isTimeText() ? time().try_cast("timestamp").cast("date") : time().cast("date");
    }

    public Column text(String name) {
        return column(name).cast(DataTypes.StringType);
    }

    /** The value of a feature: a number or, of a category, a text. */
    Column value(Feature feature) {
        return switch (feature.kind()) {
            case NUMERIC ->
                ShortDecimals.is(type(feature.name()))
                        ? column(feature.name())
                        : column(feature.name()).cast(DataTypes.DoubleType);
            case CATEGORICAL -> text(feature.name());
            case DATE ->
                datediff(day(), column(feature.name()).cast(DataTypes.DateType)).cast(DataTypes.DoubleType);
        };
    }

    /** Which of the numbers in {@link #rows} are short decimals: their types, by column. */
    DecimalType[] decimals() {
        DecimalType[] decimals = new DecimalType[plan.columns()];
        for (int column = 0; column < plan.features().size(); column++) {
            DataType type = type(plan.features().get(column).name());
            if (plan.features().get(column).kind() == FeatureKind.NUMERIC && ShortDecimals.is(type)) {
                decimals[column] = (DecimalType) type;
            }
        }
        return decimals;
    }

    private Dataset<Row> select(List<Column> selected) {
        Column[] named = new Column[selected.size()];
        for (int i = 0; i < named.length; i++) {
            named[i] = selected.get(i).as("c" + i);
        }
        return table.select(named);
    }

    /** The columns as they are in the table, with their layout; empty where they have to be read row by row. */
    Optional<VectorScan> vectors(Filters filters) {
        // Vectors hold instants, and their days are cut in UTC here.
        if (!table.sparkSession().conf().get("spark.sql.session.timeZone").equals("UTC")) {
            return Optional.empty();
        }
        List<String> names = names();
        for (int i = 0; i < names.size(); i++) {
            if (!isReadAsItIs(i, type(names.get(i)))) {
                return Optional.empty();
            }
        }
        return vectorsOf(select(names.stream().map(this::column).toList()), filters);
    }

    /**
     * Of a table with more fields than it would make code for, Spark gives no vectors, though no code is made for them here: it is planned
     * without that limit. For rows the limit stays, since code for very many fields takes longer to make than it saves.
     */
    private Optional<VectorScan> vectorsOf(Dataset<Row> selected, Filters filters) {
        RuntimeConfig settings = selected.sparkSession().conf();
        String most = settings.get(MOST_FIELDS);
        settings.set(MOST_FIELDS, String.valueOf(Integer.MAX_VALUE));
        try {
            return VectorScan.of(selected, filters);
        } finally {
            settings.set(MOST_FIELDS, most);
        }
    }

    /** Columns that are read: time, features, label, segments. */
    private List<String> names() {
        List<String> names = new ArrayList<>();
        if (hasTime) {
            names.add(columns.time());
        }
        plan.features().forEach(feature -> names.add(feature.name()));
        if (columns.label() != null) {
            names.add(columns.label());
        }
        names.addAll(plan.segmentColumns());
        return names;
    }

    private boolean isReadAsItIs(int name, DataType type) {
        int feature = name - (hasTime ? 1 : 0);
        boolean isTime = feature < 0;
        boolean isDate = feature >= 0
                && plan.isFeature(feature)
                && plan.features().get(feature).kind() == FeatureKind.DATE;
        if (isTime || isDate) {
            return FeatureSelection.isTime(type);
        }
        return plan.isNumeric(feature)
                ? VectorNumbers.of(type) != null
                : type instanceof StringType || VectorCodes.reads(type);
    }

    /** Where the columns of the pass are among {@link #names}. */
    VectorLayout layout(VectorScan scan) {
        int next = 0;
        VectorPath time = hasTime ? scan.columns().get(next++) : null;
        VectorPath[] paths = new VectorPath[plan.columns()];
        for (int column = 0; column < plan.features().size(); column++) {
            paths[column] = scan.columns().get(next++);
        }
        if (columns.label() != null) {
            paths[plan.label()] = scan.columns().get(next++);
        }
        for (String column : plan.segmentColumns()) {
            paths[plan.segmentColumn(column)] = scan.columns().get(next++);
        }
        return new VectorLayout(time, paths);
    }
}
