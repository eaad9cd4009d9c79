package io.tidemark.profile;

import java.util.Arrays;

/** Counts of single cells: a hash table from a cell to how often it was seen, both beside each other in one array. */
final class ExactCounts {
    private static final int FIRST_CAPACITY = 16;
    private static final int LARGE = 2 * NumericAccumulator.EXACT_VALUES;
    private static final long GOLDEN_RATIO = 0x9E37_79B9_7F4A_7C15L;

    private final long[] codes;
    /** Cells at even places, {@link Cells#NONE} where free, and their counts after them. */
    private long[] table = free(FIRST_CAPACITY);

    private int size;
    private int amounts;

    /** @param codes the cells of special values, which are no amounts */
    ExactCounts(long[] codes) {
        this.codes = codes;
    }

    private static long[] free(int capacity) {
        long[] table = new long[2 * capacity];
        for (int place = 0; place < table.length; place += 2) {
            table[place] = Cells.NONE;
        }
        return table;
    }

    /** How many different cells were seen. */
    int size() {
        return size;
    }

    /** How many of them are amounts: finite, not zero, no special value. */
    int amounts() {
        return amounts;
    }

    boolean isAmount(long cell) {
        if (!Cells.isAmount(cell)) {
            return false;
        }
        for (long code : codes) {
            if (cell == code) {
                return false;
            }
        }
        return true;
    }

    void add(long cell, long times) {
        int place = place(cell);
        table[place + 1] += times;
    }

    /**
     * Counts cells one by one.
     *
     * @return how far it came: the end, or after the cell that was one amount too many
     */
    int addAll(long[] cells, int from, int to, int mostAmounts) {
        long[] places = table;
        for (int i = from; i < to; i++) {
            long cell = cells[i];
            int place = home(cell, places.length / 2) << 1;
            while (places[place] != cell && places[place] != Cells.NONE) {
                place = (place + 2) & (places.length - 1);
            }
            if (places[place] == cell) {
                places[place + 1]++;
                continue;
            }
            add(cell, 1);
            places = table;
            if (amounts > mostAmounts) {
                return i + 1;
            }
        }
        return to;
    }

    /** The place of a cell, which gets one if it has none. */
    private int place(long cell) {
        int mask = table.length - 1;
        int place = home(cell, table.length / 2) << 1;
        while (table[place] != cell) {
            if (table[place] == Cells.NONE) {
                return take(cell, place);
            }
            place = (place + 2) & mask;
        }
        return place;
    }

    private int take(long cell, int place) {
        table[place] = cell;
        if (isAmount(cell)) {
            amounts++;
        }
        if (++size > mostIn(table.length / 2)) {
            grow();
            return place(cell);
        }
        return place;
    }

    /**
     * How many cells a table may hold: half of it, for short searches; three quarters where that is as many as are told apart at all, since a
     * feature that needs a larger one is about to be counted in buckets.
     */
    private static int mostIn(int capacity) {
        return capacity < LARGE ? capacity / 2 : capacity / 4 * 3;
    }

    private void grow() {
        long[] old = table;
        table = free(old.length);
        int mask = table.length - 1;
        for (int from = 0; from < old.length; from += 2) {
            if (old[from] != Cells.NONE) {
                int place = home(old[from], table.length / 2) << 1;
                while (table[place] != Cells.NONE) {
                    place = (place + 2) & mask;
                }
                table[place] = old[from];
                table[place + 1] = old[from + 1];
            }
        }
    }

    /** How often a cell was seen. */
    long count(long cell) {
        int mask = table.length - 1;
        int place = home(cell, table.length / 2) << 1;
        while (table[place] != cell) {
            if (table[place] == Cells.NONE) {
                return 0;
            }
            place = (place + 2) & mask;
        }
        return table[place + 1];
    }

    void forEach(CellAndCount action) {
        for (int place = 0; place < table.length; place += 2) {
            if (table[place] != Cells.NONE) {
                action.accept(table[place], table[place + 1]);
            }
        }
    }

    /** The amounts with their counts in the order of their values, at full resolution. */
    ValueCounts sorted() {
        long[] keys = new long[amounts];
        int next = 0;
        for (int place = 0; place < table.length; place += 2) {
            if (table[place] != Cells.NONE && isAmount(table[place])) {
                keys[next++] = Doubles.key(table[place]);
            }
        }
        Arrays.sort(keys);
        long[] counts = new long[amounts];
        for (int i = 0; i < amounts; i++) {
            counts[i] = count(Double.doubleToRawLongBits(Doubles.fromKey(keys[i])));
        }
        return new ValueCounts(0, keys, counts);
    }

    /** Memory in use, about. */
    long heldBytes() {
        return (long) table.length * Long.BYTES;
    }

    /**
     * Where the search for a cell begins: the highest bits of the product, for only they depend on all bits of a double. Amounts have few
     * digits, so that the low half of their bits is zero, and the middle of the product with it.
     *
     * @param capacity a power of two
     */
    static int home(long cell, int capacity) {
        return (int) ((cell * GOLDEN_RATIO) >>> (Long.numberOfLeadingZeros(capacity) + 1));
    }

    /** Takes a cell and how often it was seen. */
    interface CellAndCount {
        void accept(long cell, long count);
    }
}
