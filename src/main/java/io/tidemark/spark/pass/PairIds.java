package io.tidemark.spark.pass;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Gives each pair of two numbers a number, from 0 in the order in which they come, so that the values of two columns are one. */
final class PairIds {
    /** Numbers run from that of a missing value to that which stands for all beyond the most that are told apart. */
    private static final int WIDTH = GroupIndex.MOST_VALUES + 1 - Block.NO_TEXT;

    /** A pair that has been seen. */
    record Pair(int left, int right) {}

    /** One more than the number of each pair; 0 for those that have not been seen. */
    private final int[] table = new int[WIDTH * WIDTH];

    private final List<Pair> pairs = new ArrayList<>();

    /** The number of a pair; {@link GroupIndex#MOST_VALUES} for all that come after so many others. */
    int id(int left, int right) {
        int place = (left - Block.NO_TEXT) * WIDTH + right - Block.NO_TEXT;
        if (table[place] == 0) {
            if (pairs.size() == GroupIndex.MOST_VALUES) {
                return GroupIndex.MOST_VALUES;
            }
            pairs.add(new Pair(left, right));
            table[place] = pairs.size();
        }
        return table[place] - 1;
    }

    Pair pair(int id) {
        return pairs.get(id);
    }

    void clear() {
        Arrays.fill(table, 0);
        pairs.clear();
    }
}
