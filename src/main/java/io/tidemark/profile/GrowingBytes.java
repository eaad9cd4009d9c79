package io.tidemark.profile;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Bytes that are written one after another, numbers the highest byte first. */
final class GrowingBytes {
    private static final int FIRST_CAPACITY = 64;
    private static final int SEVEN_BITS = 0x7F;
    private static final int MORE = 0x80;

    private ByteBuffer bytes = ByteBuffer.allocate(FIRST_CAPACITY);

    private ByteBuffer room(int more) {
        if (bytes.remaining() < more) {
            byte[] grown = Arrays.copyOf(bytes.array(), Math.max(2 * bytes.capacity(), bytes.position() + more));
            bytes = ByteBuffer.wrap(grown).position(bytes.position());
        }
        return bytes;
    }

    void put(int value) {
        room(1).put((byte) value);
    }

    void putInt(int value) {
        room(Integer.BYTES).putInt(value);
    }

    void putLong(long value) {
        room(Long.BYTES).putLong(value);
    }

    void putDouble(double value) {
        room(Double.BYTES).putDouble(value);
    }

    void put(byte[] value) {
        room(value.length).put(value);
    }

    /** A count that is never negative, seven bits a byte, the lowest first. */
    void putCount(long count) {
        ByteBuffer to = room(Long.BYTES + 2);
        long rest = count;
        while ((rest & ~SEVEN_BITS) != 0) {
            to.put((byte) ((rest & SEVEN_BITS) | MORE));
            rest >>>= 7;
        }
        to.put((byte) rest);
    }

    /** Reads what {@link #putCount} wrote. */
    static long getCount(ByteBuffer from) {
        long count = 0;
        int shift = 0;
        int next;
        do {
            next = from.get();
            count |= (long) (next & SEVEN_BITS) << shift;
            shift += 7;
        } while ((next & MORE) != 0);
        return count;
    }

    byte[] toArray() {
        return Arrays.copyOf(bytes.array(), bytes.position());
    }
}
