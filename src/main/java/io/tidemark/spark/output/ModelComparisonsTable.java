package io.tidemark.spark.output;

import static io.tidemark.spark.table.Types.COUNT;
import static io.tidemark.spark.table.Types.NUMBER;
import static io.tidemark.spark.table.Types.TEXT;
import static io.tidemark.spark.table.Types.WINDOW;

import io.tidemark.cohort.Maturity.Ripeness;
import io.tidemark.model.ModelComparison;
import io.tidemark.model.PairedAuc;
import io.tidemark.spark.outcome.ComparedModels;
import io.tidemark.spark.table.OutputTable;
import io.tidemark.spark.table.Types;
import java.util.OptionalDouble;
import java.util.function.Function;

/** The table {@code model_comparisons}. */
final class ModelComparisonsTable {
    static final OutputTable<ComparedModels> TABLE = OutputTable.<ComparedModels>of(
                    "model_comparisons",
                    "Challengers beside the champion, on the same applicants of a cohort: those with a known outcome whom both have scored.")
            .column("window", WINDOW, "the cohort, end not included", c -> Types.window(c.cohort()))
            .column(
                    "champion",
                    TEXT,
                    "the column of its scores",
                    c -> c.comparison().champion())
            .column(
                    "challenger",
                    TEXT,
                    "the column of its scores",
                    c -> c.comparison().challenger())
            .column(
                    "maturity",
                    TEXT,
                    "MATURE where all outcomes can be known, else PARTLY_MATURE or IMMATURE",
                    c -> c.ripeness().name())
            .nullable("labelled", COUNT, "applicants compared", c -> pair(c, p -> (long) p.bads() + p.goods()))
            .nullable("bads", COUNT, "those of them with the bad outcome", c -> pair(c, p -> (long) p.bads()))
            .nullable(
                    "champion_auc", NUMBER, "0..1", c -> pair(c, p -> p.first().value()))
            .nullable(
                    "challenger_auc",
                    NUMBER,
                    "0..1",
                    c -> pair(c, p -> p.second().value()))
            .nullable("auc_delta", NUMBER, "challenger minus champion", c -> pair(c, PairedAuc::difference))
            .nullable("auc_delta_low", NUMBER, "lower end of its 95 % interval", c -> pair(c, PairedAuc::low))
            .nullable("auc_delta_high", NUMBER, "upper end", c -> pair(c, PairedAuc::high))
            .nullable("delong_z", NUMBER, "the difference in its standard errors", c -> maybe(c, PairedAuc::z))
            .nullable("delong_pvalue", NUMBER, "of no difference, two-sided", c -> maybe(c, PairedAuc::pValue))
            .nullable(
                    "smallest_visible_delta",
                    NUMBER,
                    "the difference that would be seen in four of five such samples, at level 0.05",
                    c -> pair(c, PairedAuc::smallestVisible))
            .column(
                    "verdict",
                    TEXT,
                    "of the challenger: BETTER, WORSE, NO_VISIBLE_DIFFERENCE or CANNOT_TELL",
                    c -> c.comparison().verdict().name())
            .column(
                    "sentence",
                    TEXT,
                    "the verdict in words",
                    c -> c.comparison().sentence())
            .check("window_order", Tables.WINDOW_CHECK)
            .check("verdict_known", "verdict IN " + Types.names(ModelComparison.Verdict.values()))
            .check("maturity_known", "maturity IN " + Types.names(Ripeness.values()));

    private static Object pair(ComparedModels compared, Function<PairedAuc, Object> figure) {
        return compared.comparison().areas().known().map(figure).orElse(null);
    }

    private static Object maybe(ComparedModels compared, Function<PairedAuc, OptionalDouble> figure) {
        return pair(compared, areas -> {
            OptionalDouble value = figure.apply(areas);
            return value.isPresent() ? value.getAsDouble() : null;
        });
    }

    private ModelComparisonsTable() {}
}
