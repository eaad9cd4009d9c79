package io.tidemark.spark.output;

import static io.tidemark.spark.table.Types.NUMBER;
import static io.tidemark.spark.table.Types.TEXT;
import static io.tidemark.spark.table.Types.WINDOW;

import io.tidemark.incident.DataIncident;
import io.tidemark.incident.IncidentKind;
import io.tidemark.spark.table.OutputTable;
import io.tidemark.spark.table.Types;
import org.apache.spark.sql.types.DataTypes;

/** The table {@code data_incidents}. */
final class DataIncidentsTable {
    static final OutputTable<DataIncident> TABLE = OutputTable.<DataIncident>of(
                    "data_incidents",
                    "What looks like a fault of the data, or a change of the business that shows in them.")
            .column("window", WINDOW, "the cohort, end not included", i -> Types.window(i.cohort()))
            .column("column_name", TEXT, "the feature, or :table", DataIncident::column)
            .column("kind", TEXT, "kind of incident", i -> i.kind().name())
            .column(
                    "nature",
                    TEXT,
                    "DEFECT: of the data; CHANGE: of the business",
                    i -> i.kind().nature().name())
            .column("value", NUMBER, "what was seen", DataIncident::value)
            .column("expected", NUMBER, "what was expected", DataIncident::expected)
            .column("since", WINDOW, "the first cohort of the unbroken row that has it", i -> Types.window(i.since()))
            .column("sentence", TEXT, "the incident in words", DataIncident::sentence)
            .nullable(
                    "is_accepted",
                    DataTypes.BooleanType,
                    "whether it was looked into and is as it should be (--accepted); null in rows of earlier versions",
                    DataIncident::isAccepted)
            .check("window_order", Tables.WINDOW_CHECK)
            .check("kind_known", "kind IN " + Types.names(IncidentKind.values()));

    private DataIncidentsTable() {}
}
