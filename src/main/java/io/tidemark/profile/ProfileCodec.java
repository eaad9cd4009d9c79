package io.tidemark.profile;

import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
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

    private ProfileCodec() {}

    public static byte[] encode(Profile profile) {
        GrowingBytes out = new GrowingBytes();
        out.put(VERSION);
        if (profile instanceof NumericProfile numeric) {
            out.put(NUMERIC);
            write(out, numeric);
        } else if (profile instanceof CategoricalProfile categorical) {
            out.put(CATEGORICAL);
            write(out, categorical);
        }
        return out.toArray();
    }

    /**
     * The profile that {@link #encode} wrote.
     *
     * @throws IllegalArgumentException if the bytes are of another version, or no profile at all
     */
    public static Profile decode(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            int version = in.get();
            int kind = in.get();
            if (version != VERSION || (kind != NUMERIC && kind != CATEGORICAL)) {
                throw new IllegalArgumentException("not a profile of version " + VERSION);
            }
            return kind == NUMERIC ? readNumeric(in) : readCategorical(in);
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("the profile is cut short", e);
        }
    }

    private static void write(GrowingBytes out, NumericProfile profile) {
        out.putCount(profile.rows());
        out.putCount(profile.missing());
        out.putCount(profile.nan());
        out.putCount(profile.negativeInfinity());
        out.putCount(profile.positiveInfinity());
        out.putCount(profile.zeros());
        out.putCount(profile.specials().size());
        for (Map.Entry<Double, Long> special : profile.specials().entrySet()) {
            out.putDouble(special.getKey());
            out.putCount(special.getValue());
        }
        ValueCounts counts = profile.counts();
        out.putCount(counts.size());
        out.putCount(counts.shift());
        if (counts.size() == 0) {
            return;
        }
        out.putLong(counts.key(0));
        for (int i = 0; i < counts.size(); i++) {
            if (i > 0) {
                out.putCount(counts.key(i) - counts.key(i - 1));
            }
            out.putCount(counts.count(i));
        }
        if (!counts.isExact()) {
            out.putDouble(profile.nonZeroMin());
            out.putDouble(profile.nonZeroMax());
            writeSum(out, profile.nonZeroMoments().sum());
            writeSum(out, profile.nonZeroMoments().squares());
        }
    }

    private static NumericProfile readNumeric(ByteBuffer in) {
        long rows = GrowingBytes.getCount(in);
        long missing = GrowingBytes.getCount(in);
        long nan = GrowingBytes.getCount(in);
        long negativeInfinity = GrowingBytes.getCount(in);
        long positiveInfinity = GrowingBytes.getCount(in);
        long zeros = GrowingBytes.getCount(in);
        Map<Double, Long> specials = new TreeMap<>();
        for (long left = GrowingBytes.getCount(in); left > 0; left--) {
            specials.put(in.getDouble(), GrowingBytes.getCount(in));
        }
        int size = (int) GrowingBytes.getCount(in);
        int shift = (int) GrowingBytes.getCount(in);
        long[] keys = new long[size];
        long[] values = new long[size];
        for (int i = 0; i < size; i++) {
            keys[i] = i == 0 ? in.getLong() : keys[i - 1] + GrowingBytes.getCount(in);
            values[i] = GrowingBytes.getCount(in);
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
            min = in.getDouble();
            max = in.getDouble();
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

    private static void write(GrowingBytes out, CategoricalProfile profile) {
        out.putCount(profile.rows());
        out.putCount(profile.missing());
        Rest rest = profile.rest();
        out.putCount(rest.rows());
        out.putCount(rest.categories());
        out.putCount(rest.most());
        out.putCount(profile.counts().size());
        for (Map.Entry<String, Long> category : profile.counts().entrySet()) {
            byte[] name = category.getKey().getBytes(StandardCharsets.UTF_8);
            out.putCount(name.length);
            out.put(name);
            out.putCount(category.getValue());
        }
    }

    private static CategoricalProfile readCategorical(ByteBuffer in) {
        long rows = GrowingBytes.getCount(in);
        long missing = GrowingBytes.getCount(in);
        Rest rest = new Rest(GrowingBytes.getCount(in), GrowingBytes.getCount(in), GrowingBytes.getCount(in));
        Map<String, Long> counts = new TreeMap<>();
        for (long left = GrowingBytes.getCount(in); left > 0; left--) {
            byte[] name = new byte[(int) GrowingBytes.getCount(in)];
            in.get(name);
            counts.put(new String(name, StandardCharsets.UTF_8), GrowingBytes.getCount(in));
        }
        return new CategoricalProfile(rows, missing, counts, rest);
    }

    private static void writeSum(GrowingBytes out, ExactSum sum) {
        byte[] mantissa = sum.mantissa().toByteArray();
        out.putCount(mantissa.length);
        out.put(mantissa);
        out.putInt(sum.exponent());
    }

    private static ExactSum readSum(ByteBuffer in) {
        byte[] mantissa = new byte[(int) GrowingBytes.getCount(in)];
        in.get(mantissa);
        return new ExactSum(new BigInteger(mantissa), in.getInt());
    }
}
