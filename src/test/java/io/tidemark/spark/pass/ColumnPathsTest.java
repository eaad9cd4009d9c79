package io.tidemark.spark.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidemark.config.ColumnsConfig;
import io.tidemark.feature.Feature;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

/** Names with dots, whether a dot leads into a struct or is a part of a name. */
class ColumnPathsTest {
    private static final StructType SCHEMA = StructType.fromDDL("`bureau.flag` INT, day DATE, `day.of.week` INT,"
            + " bureau STRUCT<score: INT, `a.b`: INT, file: STRUCT<age: INT>>, `bureau.score` STRING, `tick``ed` INT");

    private static String column(String name) {
        return ColumnPaths.column(SCHEMA, name).toString();
    }

    @Test
    void fieldsGoByTheirPaths() {
        assertEquals("bureau.file.age", column("bureau.file.age"));
        assertEquals("bureau.`a.b`", column("bureau.a.b"));
    }

    @Test
    void aColumnWhoseNameBeginsLikeAStructIsFound() {
        assertEquals("`bureau.flag`", column("bureau.flag"));
    }

    @Test
    void aColumnGoesBeforeAFieldWhosePathReadsTheSame() {
        assertEquals("`bureau.score`", column("bureau.score"));
        assertEquals("string", ColumnPaths.type(SCHEMA, "bureau.score").simpleString());
        assertEquals(
                List.of(
                        "bureau.flag",
                        "day",
                        "day.of.week",
                        "bureau.a.b",
                        "bureau.file.age",
                        "bureau.score",
                        "tick`ed"),
                ColumnPaths.leaves(SCHEMA).stream().map(StructField::name).toList());
    }

    @Test
    void aColumnIsNotTakenBecauseItsNameBeginsLikeOneThatIs() {
        ColumnsConfig columns = new ColumnsConfig(
                "day",
                null,
                null,
                List.of(),
                null,
                List.of(),
                List.of("bureau"),
                List.of(),
                Map.of(),
                Map.of(),
                Map.of());
        FeatureSelection selection = FeatureSelection.of(SCHEMA, columns, new ArrayList<>());
        assertEquals(
                List.of("bureau.flag", "day.of.week", "bureau.score", "tick`ed"),
                selection.features().stream().map(Feature::name).toList());
    }
}
