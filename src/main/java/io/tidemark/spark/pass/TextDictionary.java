package io.tidemark.spark.pass;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.unsafe.Platform;
import org.apache.spark.unsafe.types.UTF8String;

/** Gives each different text of a column a number, from 0, so that texts are counted without being looked at again. */
final class TextDictionary {
    private static final int FIRST_CAPACITY = 64;
    private static final long GOLDEN_RATIO = 0x9E37_79B9_7F4A_7C15L;
    /** Texts of so many bytes are told apart by the first and the last eight of them. */
    private static final int SHORT = 2 * Long.BYTES;

    private final int most;
    private final List<UTF8String> texts = new ArrayList<>();
    /** A hash table: at each place the id of a text, or −1, and what its hash is made of. */
    private int[] ids;

    private long[] hashes;
    private UTF8String last;
    private int lastId;

    /** @param most how many texts are told apart; all others are given this number */
    TextDictionary(int most) {
        this.most = most;
        clear();
    }

    int id(UTF8String text) {
        if (text.equals(last)) {
            return lastId;
        }
        long hash = hash(text);
        int place = place(hash);
        while (ids[place] >= 0) {
            if (hashes[place] == hash && texts.get(ids[place]).equals(text)) {
                last = texts.get(ids[place]);
                lastId = ids[place];
                return lastId;
            }
            place = (place + 1) & (ids.length - 1);
        }
        return texts.size() == most ? most : add(text, hash, place);
    }

    private static long hash(UTF8String text) {
        int bytes = text.numBytes();
        if (bytes > SHORT) {
            return text.hashCode() * GOLDEN_RATIO;
        }
        long hash = (text.getPrefix() + bytes) * GOLDEN_RATIO;
        if (bytes > Long.BYTES) {
            long end = Platform.getLong(text.getBaseObject(), text.getBaseOffset() + bytes - Long.BYTES);
            hash = (hash ^ (hash >>> 32) ^ end) * GOLDEN_RATIO;
        }
        return hash;
    }

    private int place(long hash) {
        return (int) (hash >>> (Long.numberOfLeadingZeros(ids.length) + 1));
    }

    private int add(UTF8String text, long hash, int place) {
        int id = texts.size();
        // The text may point into memory that is used again.
        texts.add(text.copy());
        ids[place] = id;
        hashes[place] = hash;
        if (2 * texts.size() > ids.length) {
            grow();
        }
        return id;
    }

    private void grow() {
        int[] oldIds = ids;
        long[] oldHashes = hashes;
        makeRoom(2 * oldIds.length);
        for (int old = 0; old < oldIds.length; old++) {
            if (oldIds[old] >= 0) {
                int place = place(oldHashes[old]);
                while (ids[place] >= 0) {
                    place = (place + 1) & (ids.length - 1);
                }
                ids[place] = oldIds[old];
                hashes[place] = oldHashes[old];
            }
        }
    }

    private void makeRoom(int capacity) {
        ids = new int[capacity];
        Arrays.fill(ids, -1);
        hashes = new long[capacity];
    }

    int size() {
        return texts.size();
    }

    String text(int id) {
        return texts.get(id).toString();
    }

    void clear() {
        texts.clear();
        last = null;
        makeRoom(FIRST_CAPACITY);
    }
}
