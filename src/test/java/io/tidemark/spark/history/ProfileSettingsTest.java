package io.tidemark.spark.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.tidemark.config.Command;
import io.tidemark.config.MonitorReader;
import io.tidemark.config.Request;
import io.tidemark.spark.Output;
import io.tidemark.spark.source.MonitoredTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a run counts the same as an earlier one, of an input whose types are inferred. */
@Tag("spark")
class ProfileSettingsTest {
    @TempDir
    Path folder;

    private String hashWith(String... rows) throws IOException {
        Path input =
                Files.writeString(folder.resolve("a.csv"), "day,income,area,bad\n" + String.join("\n", rows) + "\n");
        Map<String, List<String>> options = Map.of(
                "input", List.of(input.toString()),
                "time", List.of("day"),
                "reference", List.of("2023-01-01..2023-01-31"),
                "segment", List.of("area"),
                "features", List.of("income"),
                "label", List.of("bad"),
                "output", List.of(folder.resolve("out").toString()));
        return ProfileSettings.hash(MonitoredTable.open(
                Output.session(), MonitorReader.read(new Request(Command.RUN, options, List.of(), List.of()))));
    }

    @Test
    void moreRowsAreCountedTheSame() throws IOException {
        assertEquals(hashWith("2023-01-01,1,01,0"), hashWith("2023-01-01,1,01,0", "2023-02-01,2,02,1"));
    }

    @Test
    void aSegmentReadAsAnotherTypeIsAnotherSegment() throws IOException {
        assertNotEquals(hashWith("2023-01-01,1,01,0"), hashWith("2023-01-01,1,01,0", "2023-02-01,2,2A,1"));
    }

    @Test
    void aLabelReadAsAnotherTypeIsAnotherLabel() throws IOException {
        assertNotEquals(hashWith("2023-01-01,1,01,0"), hashWith("2023-01-01,1,01,0", "2023-02-01,2,02,yes"));
    }
}
