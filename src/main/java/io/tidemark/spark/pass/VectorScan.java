package io.tidemark.spark.pass;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.Alias;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.AttributeReference;
import org.apache.spark.sql.catalyst.expressions.ExprId;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.GetStructField;
import org.apache.spark.sql.execution.ColumnarToRowExec;
import org.apache.spark.sql.execution.FilterExec;
import org.apache.spark.sql.execution.InputAdapter;
import org.apache.spark.sql.execution.ProjectExec;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.WholeStageCodegenExec;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A table that Spark reads as batches of vectors, and where in them its columns are.
 *
 * @param columns the path of each column that was asked for, in that order
 */
record VectorScan(JavaRDD<ColumnarBatch> batches, List<VectorPath> columns) {
    /** What the filters of a plan are for. */
    enum Filters {
        MATTER,
        SPARE_ROWS
    }

    /**
     * The scan of some columns; empty where the plan computes anything between the files and them, or reads row by row.
     *
     * @param filters whether the plan's filters matter, or only spare rows that the pass does not count anyway
     */
    static Optional<VectorScan> of(Dataset<Row> selected, Filters filters) {
        var classic = (org.apache.spark.sql.classic.Dataset<Row>) selected;
        SparkPlan plan = classic.queryExecution().executedPlan();
        List<Expression> asked = new ArrayList<>(CollectionConverters.asJava(plan.output()));
        while (true) {
            if (plan instanceof WholeStageCodegenExec stage) {
                plan = stage.child();
            } else if (plan instanceof InputAdapter adapter) {
                plan = adapter.child();
            } else if (plan instanceof ColumnarToRowExec toRow) {
                plan = toRow.child();
            } else if (plan instanceof FilterExec filter && filters == Filters.SPARE_ROWS) {
                plan = filter.child();
            } else if (plan instanceof ProjectExec project) {
                asked = through(project, asked);
                plan = project.child();
            } else {
                break;
            }
        }
        return plan.supportsColumnar() ? scan(plan, asked) : Optional.empty();
    }

    /** What was asked of a projection, in terms of what goes into it. */
    private static List<Expression> through(ProjectExec project, List<Expression> asked) {
        Map<ExprId, Expression> computed = new LinkedHashMap<>();
        CollectionConverters.asJava(project.projectList()).forEach(named -> {
            Expression expression = (Expression) named;
            computed.put(named.exprId(), expression instanceof Alias alias ? alias.child() : expression);
        });
        return asked.stream()
                .map(expression -> substitute(expression, computed))
                .toList();
    }

    private static Expression substitute(Expression expression, Map<ExprId, Expression> computed) {
        if (expression instanceof AttributeReference attribute) {
            return computed.getOrDefault(attribute.exprId(), attribute);
        }
        if (expression instanceof GetStructField field) {
            return new GetStructField(substitute(field.child(), computed), field.ordinal(), field.name());
        }
        return expression;
    }

    private static Optional<VectorScan> scan(SparkPlan plan, List<Expression> asked) {
        List<ExprId> output = CollectionConverters.asJava(plan.output()).stream()
                .map(Attribute::exprId)
                .toList();
        List<VectorPath> paths = new ArrayList<>();
        for (Expression expression : asked) {
            List<Integer> ordinals = new ArrayList<>();
            if (!findOrdinals(expression, output, ordinals)) {
                return Optional.empty();
            }
            paths.add(new VectorPath(ordinals, expression.dataType()));
        }
        return Optional.of(new VectorScan(plan.executeColumnar().toJavaRDD(), paths));
    }

    private static boolean findOrdinals(Expression expression, List<ExprId> output, List<Integer> ordinals) {
        if (expression instanceof AttributeReference attribute) {
            ordinals.add(output.indexOf(attribute.exprId()));
            return ordinals.get(0) >= 0;
        }
        if (expression instanceof GetStructField field && findOrdinals(field.child(), output, ordinals)) {
            ordinals.add(field.ordinal());
            return true;
        }
        return false;
    }
}
