package io.tidemark.spark.pass;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.unsafe.Platform;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Gives each different text of a column a number, from 0, so that texts are counted without being looked at again.
 *
 * <p>Texts of up to {@value #SHORT} bytes, which nearly all categories are, are told apart by three numbers instead of byte by byte: their
 * length and their first and last eight bytes.
 */
final class TextDictionary {
    private static final int FIRST_CAPACITY = 64;
    private static final long GOLDEN_RATIO = 0x9E37_79B9_7F4A_7C15L;
    private static final int SHORT = 2 * Long.BYTES;

    private final int most;
    private final List<UTF8String> texts = new ArrayList<>();
    /** A hash table: at each place the id of a text, or −1, and its hash. */
    private int[] ids;

    private long[] hashes;
    /** What the text that was found last is told by, and its id. */
    private int lastBytes;

    private long lastHead;
    private long lastTail;
    private int lastId;

    /** @param most how many texts are told apart; all others are given this number */
    TextDictionary(int most) {
        this.most = most;
        clear();
    }

    int id(UTF8String text) {
        int bytes = text.numBytes();
        long head = text.getPrefix();
        long tail = tail(text, bytes);
        boolean isAsLast = bytes == lastBytes && head == lastHead && tail == lastTail;
        if (isAsLast && (bytes <= SHORT || text.equals(texts.get(lastId)))) {
            return lastId;
        }
        long hash = hash(text, bytes, head, tail);
        int place = place(hash);
        while (ids[place] >= 0) {
            if (hashes[place] == hash && isAt(ids[place], text, bytes, head, tail)) {
                return remembered(ids[place], bytes, head, tail);
            }
            place = (place + 1) & (ids.length - 1);
        }
        return texts.size() == most ? most : add(text, hash, place);
    }

    private boolean isAt(int id, UTF8String text, int bytes, long head, long tail) {
        UTF8String known = texts.get(id);
        if (bytes > SHORT) {
            return known.equals(text);
        }
        return known.numBytes() == bytes && known.getPrefix() == head && tail(known, bytes) == tail;
    }

    private int remembered(int id, int bytes, long head, long tail) {
        lastBytes = bytes;
        lastHead = head;
        lastTail = tail;
        lastId = id;
        return id;
    }

    /** The last eight bytes of a text that has more. */
    private static long tail(UTF8String text, int bytes) {
        return bytes > Long.BYTES
                ? Platform.getLong(text.getBaseObject(), text.getBaseOffset() + bytes - Long.BYTES)
                : 0;
    }

    private static long hash(UTF8String text, int bytes, long head, long tail) {
        if (bytes > SHORT) {
            return text.hashCode() * GOLDEN_RATIO;
        }
        long hash = (head + bytes) * GOLDEN_RATIO;
        return bytes > Long.BYTES ? (hash ^ (hash >>> 32) ^ tail) * GOLDEN_RATIO : hash;
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
        // As many as no text has.
        lastBytes = -1;
        makeRoom(FIRST_CAPACITY);
    }
}
