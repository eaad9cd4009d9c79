package io.tidemark.profile;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ProfileCodecTest {
    private static byte[] numeric(int values) {
        NumericAccumulator accumulator = new NumericAccumulator(List.of(-999.0));
        Random random = new Random(1);
        for (int i = 0; i < values; i++) {
            accumulator.add(random.nextGaussian());
        }
        return ProfileCodec.encode(accumulator.profile());
    }

    private static byte[] categorical() {
        CategoricalAccumulator accumulator = new CategoricalAccumulator();
        accumulator.add("car", 3);
        accumulator.add("Zürich", 300);
        return ProfileCodec.encode(accumulator.profile());
    }

    @Test
    void aProfileCutShortIsRefusedWhereverItIsCut() {
        for (byte[] bytes : List.of(numeric(3), categorical())) {
            for (int length = 0; length < bytes.length; length++) {
                byte[] cut = Arrays.copyOf(bytes, length);
                assertThrows(IllegalArgumentException.class, () -> ProfileCodec.decode(cut));
            }
        }
    }

    @Test
    void anotherVersionOrKindIsRefused() {
        byte[] version = categorical();
        version[0]++;
        assertThrows(IllegalArgumentException.class, () -> ProfileCodec.decode(version));
        byte[] kind = categorical();
        kind[1] = 9;
        assertThrows(IllegalArgumentException.class, () -> ProfileCodec.decode(kind));
    }

    @Test
    void aBucketTakesLittleMoreThanTwoBytes() {
        byte[] bytes = numeric(200_000);
        NumericProfile profile = (NumericProfile) ProfileCodec.decode(bytes);
        assertTrue(bytes.length < 2.5 * profile.counts().size() + 200, bytes.length + " bytes");
    }
}
