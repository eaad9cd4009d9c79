package io.tidemark.spark.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;

/** The ids of texts, beside those that a map of strings would give. */
class TextDictionaryTest {
    private final TextDictionary dictionary = new TextDictionary(Integer.MAX_VALUE);
    private final Map<String, Integer> expected = new HashMap<>();
    private int asked;

    private void ask(String text) {
        int id = expected.computeIfAbsent(text, added -> expected.size());
        assertEquals(id, dictionary.id(UTF8String.fromString(text)), () -> "the id of '" + text + "'");
        assertEquals(id, dictionary.id(amongOthers(text)), () -> "the id of '" + text + "' among others");
        assertEquals(text, dictionary.text(id));
    }

    /** The text in the middle of memory that holds more, as in a vector or a row; what is around it is never the same twice. */
    private UTF8String amongOthers(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        byte[] memory = new byte[bytes.length + 24];
        new Random(asked++).nextBytes(memory);
        System.arraycopy(bytes, 0, memory, 8, bytes.length);
        return UTF8String.fromBytes(memory, 8, bytes.length);
    }

    private void askTwice(List<String> texts) {
        texts.forEach(this::ask);
        texts.forEach(this::ask);
        texts.forEach(text -> {
            ask(text);
            ask(text);
        });
        assertEquals(expected.size(), dictionary.size());
    }

    @Test
    void textsThatDifferInOneByteAreDifferentWhereverItIs() {
        List<String> texts = new ArrayList<>();
        for (int length = 0; length <= 40; length++) {
            texts.add("a".repeat(length));
            for (int place = 0; place < length; place++) {
                texts.add("a".repeat(place) + "b" + "a".repeat(length - place - 1));
            }
        }
        askTwice(texts);
    }

    @Test
    void zeroBytesAtTheEndCount() {
        for (String start : List.of("", "a", "abcdefgh", "abcdefghi")) {
            List<String> texts = new ArrayList<>();
            for (int zeros = 0; zeros <= 20; zeros++) {
                texts.add(start + "\0".repeat(zeros));
            }
            askTwice(texts);
        }
    }

    /** Each pair has one hash, by the formula of the class on a little-endian machine. */
    @Test
    void textsWithTheSameHashAreDifferent() {
        askTwice(List.of("category5aaawgap", "b0000133_06t__58", "categoryabape49a", "b00046313x01___3"));
    }

    @Test
    void longTextsWithTheSameEndsAreDifferent() {
        askTwice(List.of(
                "https://example.com/a/index.html",
                "https://example.com/b/index.html",
                "https://example.com/ab/index.html",
                "https://example.com/ba/index.html"));
    }

    @Test
    void manyTextsKeepTheirIds() {
        Random random = new Random(7);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(24); length > 0; length--) {
                text.append("äb\0c€".charAt(random.nextInt(5)));
            }
            texts.add(text.toString());
        }
        askTwice(texts);
    }

    @Test
    void aTextIsKeptThoughItsMemoryIsUsedAgain() {
        byte[] memory = "branch 12".getBytes(StandardCharsets.UTF_8);
        int first = dictionary.id(UTF8String.fromBytes(memory));
        Arrays.fill(memory, (byte) 'x');
        assertEquals("branch 12", dictionary.text(first));
        assertEquals(1, dictionary.id(UTF8String.fromBytes(memory)));
        assertEquals(first, dictionary.id(UTF8String.fromString("branch 12")));
    }

    @Test
    void textsBeyondTheMostShareANumberAndForgottenTextsStartAnew() {
        TextDictionary two = new TextDictionary(2);
        assertEquals(0, two.id(UTF8String.fromString("web")));
        assertEquals(1, two.id(UTF8String.fromString("branch")));
        assertEquals(2, two.id(UTF8String.fromString("phone")));
        assertEquals(2, two.id(UTF8String.fromString("broker")));
        assertEquals(1, two.id(UTF8String.fromString("branch")));
        two.clear();
        assertEquals(0, two.id(UTF8String.fromString("branch")));
        assertEquals(1, two.id(UTF8String.fromString("web")));
        two.clear();
        assertEquals(0, two.id(UTF8String.EMPTY_UTF8));
    }
}
