package io.tidemark.feature;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.IntStream;

/**
 * Stands in for a category that too few applicants carry to store it by name: {@code masked:} and 64 bits of its SHA-256.
 *
 * <p>A mask can be matched with the same category elsewhere, so that a category that is rare in one cohort and frequent in another is not
 * taken for two, but it cannot be read. It does not hide a value from somebody who can list the candidates.
 */
public final class CategoryMask {
    private static final String PREFIX = "masked:";
    private static final int BYTES = 8;

    private CategoryMask() {}

    /** The category's mask; a mask is its own mask. */
    public static String of(String category) {
        if (isMask(category)) {
            return category;
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(category.getBytes(StandardCharsets.UTF_8));
            return PREFIX + HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    public static boolean isMask(String category) {
        return category.startsWith(PREFIX)
                && category.length() == PREFIX.length() + 2 * BYTES
                && IntStream.range(PREFIX.length(), category.length())
                        .allMatch(i -> HexFormat.isHexDigit(category.charAt(i)));
    }
}
