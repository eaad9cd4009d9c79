package io.tidemark.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeatureTest {
    @Test
    void numbersAndDatesAreCountedAsNumbers() {
        assertTrue(FeatureKind.NUMERIC.isNumeric() && FeatureKind.DATE.isNumeric());
        assertFalse(FeatureKind.CATEGORICAL.isNumeric());
        assertEquals(List.of("numeric", "categorical", "date"), FeatureKind.ids());
    }

    @Test
    void categoriesHaveNoSpecialNumbers() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Feature("purpose", FeatureKind.CATEGORICAL, "string", List.of(-999.0)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void whatIsAlwaysCountedApartIsNoSpecialValue(double value) {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Feature("income", FeatureKind.NUMERIC, "double", List.of(value)));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "36, 36",
        "-999, -999",
        "0.1, 0.1",
        "999999999999999, 999999999999999",
        "1e15, 1.0E15",
        "4.9e-324, 4.9E-324",
        "NaN, NaN",
        "-Infinity, -Infinity"
    })
    void wholeNumbersAreWrittenWithoutAFraction(double value, String text) {
        assertEquals(text, Numbers.text(value));
    }
}
