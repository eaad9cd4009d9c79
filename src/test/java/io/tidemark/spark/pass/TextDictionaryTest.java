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

    private void ask(String text) {
        int id = expected.computeIfAbsent(text, added -> expected.size());
        assertEquals(id, dictionary.id(UTF8String.fromString(text)), () -> "the id of '" + text + "'");
        assertEquals(text, dictionary.text(id));
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
        List<String> texts = new ArrayList<>();
        for (int zeros = 0; zeros <= 20; zeros++) {
            texts.add("\0".repeat(zeros));
            texts.add("a" + "\0".repeat(zeros));
            texts.add("\0".repeat(zeros) + "a");
        }
        askTwice(texts.stream().distinct().toList());
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
