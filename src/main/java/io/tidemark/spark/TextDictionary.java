package io.tidemark.spark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.unsafe.types.UTF8String;

/** Gives each different text of a column a number, from 0, so that texts are counted without being looked at again. */
final class TextDictionary {
    private final Map<UTF8String, Integer> ids = new HashMap<>();
    private final List<UTF8String> texts = new ArrayList<>();
    private final int most;

    /** @param most how many texts are told apart; all others are given this number */
    TextDictionary(int most) {
        this.most = most;
    }

    int id(UTF8String text) {
        Integer known = ids.get(text);
        if (known != null) {
            return known;
        }
        if (texts.size() == most) {
            return most;
        }
        // The text may point into memory that is used again.
        UTF8String own = text.copy();
        int id = texts.size();
        ids.put(own, id);
        texts.add(own);
        return id;
    }

    int size() {
        return texts.size();
    }

    String text(int id) {
        return texts.get(id).toString();
    }

    void clear() {
        ids.clear();
        texts.clear();
    }
}
