package io.tidemark.profile;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * Profiles as bytes. The first byte is the version of the format, the second the kind of profile; numbers are variable-length, sorted keys
 * are stored as differences. Equal profiles have equal bytes.
 */
public final class ProfileCodec {
    /** The version of the format, written before everything else. */
    public static final int VERSION = 2;

    private static final int NUMERIC = 1;
    private static final int CATEGORICAL = 2;
    private static final int SEVEN_BITS = 0x7F;
    private static final int MORE = 0x80;

    private ProfileCodec() {}

    public static byte[] encode(Profile profile) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            if (profile instanceof NumericProfile numeric) {
                out.writeByte(NUMERIC);
                write(out, numeric);
            } else if (profile instanceof CategoricalProfile categorical) {
                out.writeByte(CATEGORICAL);
                write(out, categorical);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail to be written", e);
        }
        return bytes.toByteArray();
    }

    /**
     * The profile that {@link #encode} wrote.
     *
     * @throws IllegalArgumentException if the bytes are of another version, or no profile at all
     */
    public static Profile decode(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int version = in.readUnsignedByte();
            int kind = in.readUnsignedByte();
            if (version != VERSION || (kind != NUMERIC && kind != CATEGORICAL)) {
                throw new IllegalArgumentException("not a profile of version " + VERSION);
            }
            return kind == NUMERIC ? readNumeric(in) : readCategorical(in);
        } catch (IOException e) {
            throw new IllegalArgumentException("the profile is cut short", e);
        }
    }

    private static void write(DataOutputStream out, NumericProfile profile) throws IOException {
        writeCount(out, profile.rows());
        writeCount(out, profile.missing());
        writeCount(out, profile.nan());
        writeCount(out, profile.negativeInfinity());
        writeCount(out, profile.positiveInfinity());
        writeCount(out, profile.zeros());
        writeCount(out, profile.specials().size());
        for (Map.Entry<Double, Long> special : profile.specials().entrySet()) {
            out.writeDouble(special.getKey());
            writeCount(out, special.getValue());
        }
        ValueCounts counts = profile.counts();
        writeCount(out, counts.size());
        writeCount(out, counts.shift());
        if (counts.size() == 0) {
            return;
        }
        out.writeLong(counts.key(0));
        for (int i = 0; i < counts.size(); i++) {
            if (i > 0) {
                writeCount(out, counts.key(i) - counts.key(i - 1));
            }
            writeCount(out, counts.count(i));
        }
        if (!counts.isExact()) {
            out.writeDouble(profile.nonZeroMin());
            out.writeDouble(profile.nonZeroMax());
            writeSum(out, profile.nonZeroMoments().sum());
            writeSum(out, profile.nonZeroMoments().squares());
        }
    }

    private static NumericProfile readNumeric(DataInputStream in) throws IOException {
        long rows = readCount(in);
        long missing = readCount(in);
        long nan = readCount(in);
        long negativeInfinity = readCount(in);
        long positiveInfinity = readCount(in);
        long zeros = readCount(in);
        Map<Double, Long> specials = new TreeMap<>();
        for (long left = readCount(in); left > 0; left--) {
            specials.put(in.readDouble(), readCount(in));
        }
        int size = (int) readCount(in);
        int shift = (int) readCount(in);
        long[] keys = new long[size];
        long[] values = new long[size];
        for (int i = 0; i < size; i++) {
            keys[i] = i == 0 ? in.readLong() : keys[i - 1] + readCount(in);
            values[i] = readCount(in);
        }
        ValueCounts counts = new ValueCounts(shift, keys, values);
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        ExactSum sum = null;
        ExactSum squares = null;
        if (size > 0 && counts.isExact()) {
            min = counts.lower(0);
            max = counts.lower(size - 1);
        } else if (size > 0) {
            min = in.readDouble();
            max = in.readDouble();
            sum = readSum(in);
            squares = readSum(in);
        }
        return new NumericProfile(
                rows,
                missing,
                nan,
                negativeInfinity,
                positiveInfinity,
                zeros,
                specials,
                counts,
                min,
                max,
                sum,
                squares);
    }

    private static void write(DataOutputStream out, CategoricalProfile profile) throws IOException {
        writeCount(out, profile.rows());
        writeCount(out, profile.missing());
        Rest rest = profile.rest();
        writeCount(out, rest.rows());
        writeCount(out, rest.categories());
        writeCount(out, rest.most());
        writeCount(out, profile.counts().size());
        for (Map.Entry<String, Long> category : profile.counts().entrySet()) {
            byte[] name = category.getKey().getBytes(StandardCharsets.UTF_8);
            writeCount(out, name.length);
            out.write(name);
            writeCount(out, category.getValue());
        }
    }

    private static CategoricalProfile readCategorical(DataInputStream in) throws IOException {
        long rows = readCount(in);
        long missing = readCount(in);
        Rest rest = new Rest(readCount(in), readCount(in), readCount(in));
        Map<String, Long> counts = new TreeMap<>();
        for (long left = readCount(in); left > 0; left--) {
            byte[] name = new byte[(int) readCount(in)];
            in.readFully(name);
            counts.put(new String(name, StandardCharsets.UTF_8), readCount(in));
        }
        return new CategoricalProfile(rows, missing, counts, rest);
    }

    private static void writeSum(DataOutputStream out, ExactSum sum) throws IOException {
        byte[] mantissa = sum.mantissa().toByteArray();
        writeCount(out, mantissa.length);
        out.write(mantissa);
        out.writeInt(sum.exponent());
    }

    private static ExactSum readSum(DataInputStream in) throws IOException {
        byte[] mantissa = new byte[(int) readCount(in)];
        in.readFully(mantissa);
        return new ExactSum(new BigInteger(mantissa), in.readInt());
    }

    /** A count that is never negative, seven bits a byte, the lowest first. */
    private static void writeCount(DataOutputStream out, long count) throws IOException {
        long rest = count;
        while ((rest & ~SEVEN_BITS) != 0) {
            out.writeByte((int) (rest & SEVEN_BITS) | MORE);
            rest >>>= 7;
        }
        out.writeByte((int) rest);
    }

    private static long readCount(DataInputStream in) throws IOException {
        long count = 0;
        int shift = 0;
        int next;
        do {
            next = in.readUnsignedByte();
            count |= (long) (next & SEVEN_BITS) << shift;
            shift += 7;
        } while ((next & MORE) != 0);
        return count;
    }
}
