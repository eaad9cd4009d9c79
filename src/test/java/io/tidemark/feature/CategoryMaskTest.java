package io.tidemark.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CategoryMaskTest {
    /** The digests are those of {@code printf %s … | sha256sum | cut -c1-16}. */
    @ParameterizedTest
    @CsvSource({"'', e3b0c44298fc1c14", "own, 5b3975651c3cab92", "Zürich, 4251685e06cab635"})
    void aMaskIsTheBeginningOfTheSha256(String category, String digest) {
        assertEquals("masked:" + digest, CategoryMask.of(category));
        assertTrue(CategoryMask.isMask(CategoryMask.of(category)));
    }

    @Test
    void aMaskIsItsOwnMask() {
        String mask = CategoryMask.of("own");
        assertEquals(mask, CategoryMask.of(mask));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "own", "masked:", "masked:0123", "masked:0123456789abcdef0", "masked:John Smith, Ohio"})
    void whatIsNoDigestIsNoMask(String category) {
        assertFalse(CategoryMask.isMask(category));
    }
}
