package io.tidemark.spark.shift;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * Many values as few bytes, for as long as nobody looks at them. A wide table's results as objects do not fit into an executor's memory, and Spark,
 * which follows every reference to tell how large they are, takes longer for that than it took to find them.
 *
 * @param bytes the values, written one after the other and compressed
 */
@SuppressWarnings("ArrayRecordComponent") // carried from a task to another, never compared
record Packed<T extends Serializable>(byte[] bytes) implements Serializable {
    static <T extends Serializable> Packed<T> of(List<T> values) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try (ObjectOutputStream objects = new ObjectOutputStream(new DeflaterOutputStream(packed, deflater))) {
            objects.writeObject(new ArrayList<>(values));
        } catch (IOException e) {
            throw new UncheckedIOException("results cannot be packed", e);
        } finally {
            deflater.end();
        }
        return new Packed<>(packed.toByteArray());
    }

    /** The values, in their order. */
    @SuppressWarnings("unchecked") // what was written is a list of these
    List<T> unpacked() {
        try (ObjectInputStream objects =
                new ObjectInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes)))) {
            return (List<T>) objects.readObject();
        } catch (IOException e) {
            throw new UncheckedIOException("results cannot be unpacked", e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("results cannot be unpacked here", e);
        }
    }
}
