package io.tidemark.profile;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * Exact Σ m and Σ m² over the 53-bit mantissas m of doubles that share sign and exponent, of many such octaves, each with a place.
 *
 * <p>The hot path adds into longs, which are beside each other in one array for all octaves; whoever calls it lets them be carried over
 * before they can overflow.
 */
final class OctaveSums {
    /** After so many additions the sums must be carried: so many mantissas fit into 64 bits. */
    static final int CARRY_EVERY = 1 << 11;

    /** What an octave has in {@link #pending}: Σ m since the last carry, unsigned, and Σ m² in 128 bits. */
    private static final int SUM = 0;

    private static final int SQUARE_LOW = 1;
    private static final int SQUARE_HIGH = 2;
    private static final int LOG_WIDTH = 2;

    private static final int CARRIED_BYTES = 120;
    private static final long LOW_32 = 0xFFFF_FFFFL;
    /** Between two carries of it the upper half of Σ m² grows by less than this. */
    private static final long ROOM = 1L << 62;

    private long[] pending = new long[0];
    private Carried[] carried = new Carried[0];

    /** Sums of an octave that no longer overflow. */
    private static final class Carried {
        private long sumLow;
        private long sumHigh;
        private BigInteger weighted = BigInteger.ZERO;
        private BigInteger squares = BigInteger.ZERO;
    }

    /** Makes room for so many octaves. */
    void makeRoom(int octaves) {
        int known = carried.length;
        if (octaves > known) {
            int room = Math.max(octaves, 2 * known);
            pending = Arrays.copyOf(pending, room << LOG_WIDTH);
            carried = Arrays.copyOf(carried, room);
            for (int place = known; place < room; place++) {
                carried[place] = new Carried();
            }
        }
    }

    /** What {@link #add(long[], int, long)} adds to, until room is made for more octaves. */
    long[] pending() {
        return pending;
    }

    static void add(long[] pending, int place, long mantissa) {
        int at = place << LOG_WIDTH;
        pending[at + SUM] += mantissa;
        addSquares(pending, at, Math.multiplyHigh(mantissa, mantissa), mantissa * mantissa);
    }

    /** Adds 128 bits. The carry is taken from the bits: it comes as good as at random, and a branch on it would be mispredicted. */
    private static void addSquares(long[] pending, int at, long high, long low) {
        long before = pending[at + SQUARE_LOW];
        long after = before + low;
        pending[at + SQUARE_HIGH] += high + (((before & low) | ((before | low) & ~after)) >>> 63);
        pending[at + SQUARE_LOW] = after;
    }

    /** Adds a mantissa several times; leaves as much room as there was. */
    void add(int place, long mantissa, long times) {
        if (times <= CARRY_EVERY) {
            int at = place << LOG_WIDTH;
            carry(place);
            pending[at + SUM] = mantissa * times;
            carry(place);
            long low = mantissa * mantissa;
            long lowOverflow = ((low >>> 32) * times + (((low & LOW_32) * times) >>> 32)) >>> 32;
            addSquares(pending, at, Math.multiplyHigh(mantissa, mantissa) * times + lowOverflow, low * times);
            return;
        }
        Carried sums = carried[place];
        BigInteger m = BigInteger.valueOf(mantissa);
        BigInteger all = m.multiply(BigInteger.valueOf(times));
        sums.weighted = sums.weighted.add(all);
        sums.squares = sums.squares.add(all.multiply(m));
    }

    /** Makes room for {@link #CARRY_EVERY} more in every octave. */
    void carry() {
        for (int place = 0; place < carried.length; place++) {
            carry(place);
        }
    }

    private void carry(int place) {
        int at = place << LOG_WIDTH;
        long sum = pending[at + SUM];
        carried[place].sumLow += sum & LOW_32;
        carried[place].sumHigh += sum >>> 32;
        pending[at + SUM] = 0;
        if (pending[at + SQUARE_HIGH] > ROOM) {
            carrySquares(place);
        }
    }

    private void carrySquares(int place) {
        int at = place << LOG_WIDTH;
        long low = pending[at + SQUARE_LOW];
        carried[place].squares = carried[place]
                .squares
                .add(BigInteger.valueOf(pending[at + SQUARE_HIGH]).shiftLeft(64))
                .add(BigInteger.valueOf(low >>> 32).shiftLeft(32))
                .add(BigInteger.valueOf(low & LOW_32));
        pending[at + SQUARE_LOW] = 0;
        pending[at + SQUARE_HIGH] = 0;
    }

    BigInteger sum(int place) {
        carry(place);
        Carried sums = carried[place];
        return sums.weighted.add(BigInteger.valueOf(sums.sumHigh).shiftLeft(32)).add(BigInteger.valueOf(sums.sumLow));
    }

    BigInteger squares(int place) {
        carrySquares(place);
        return carried[place].squares;
    }

    /** Memory in use, about. */
    long heldBytes() {
        return (long) pending.length * Long.BYTES + (long) carried.length * CARRIED_BYTES;
    }
}
