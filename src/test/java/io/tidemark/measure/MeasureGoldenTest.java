package io.tidemark.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tidemark.measure.MeasureResult.Test;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every measure of the catalogue against numbers from outside: {@code golden/measure/<id>.json}, which names its source. */
class MeasureGoldenTest {
    static Stream<Arguments> cases() throws IOException {
        List<Arguments> cases = new ArrayList<>();
        for (Measure measure : Measures.ALL) {
            String file = "/golden/measure/" + measure.card().id() + ".json";
            try (InputStream in = MeasureGoldenTest.class.getResourceAsStream(file)) {
                assertNotNull(in, measure.card().id() + " has no golden numbers: " + file);
                for (JsonNode golden : new ObjectMapper().readTree(in).get("cases")) {
                    String name = measure.card().id() + ", "
                            + golden.path("smoothing").asText("") + " "
                            + golden.get("name").asText();
                    cases.add(Arguments.of(name, measure, golden));
                }
            }
        }
        return cases.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void theMeasureAgreesWithTheNumbersFromOutside(String name, Measure measure, JsonNode golden) {
        MeasureResult result = measure.of(comparison(golden));
        double expected = golden.get("value").asDouble();
        assertEquals(expected, Comparisons.number(result), 1e-12 * Math.max(1, expected), name);
        if (golden.has("p_value")) {
            double pValue = assertInstanceOf(Test.class, result).pValue();
            assertEquals(golden.get("p_value").asDouble(), pValue, 1e-12, name);
        }
    }

    private static Comparison comparison(JsonNode golden) {
        if (golden.has("values")) {
            return Comparisons.ofAmounts(
                    numbers(golden.get("values").get(0)),
                    numbers(golden.get("values").get(1)));
        }
        Smoothing smoothing = Smoothing.parse(golden.path("smoothing").asText("none"));
        return Comparisons.ofCounts(
                counts(golden.get("counts").get(0)), counts(golden.get("counts").get(1)), smoothing);
    }

    private static double[] numbers(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }

    private static long[] counts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToLong(JsonNode::asLong)
                .toArray();
    }
}
