package dev.schemalatch.tool;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Prisma's checksum: SHA-256 of the text in lower-case hex, the same for either kind of line ends ({@code
 * schema-connector/src/checksum.rs}).
 */
final class PrismaChecksum {

    private PrismaChecksum() {}

    /** Every value that Prisma, of any version, takes for this text's. */
    static Set<String> allOf(String text) {
        return Stream.of(text, text.replace("\r\n", "\n"), text.replace("\n", "\r\n"))
                .map(PrismaChecksum::sha256)
                .flatMap(hash -> Stream.of(HexFormat.of().formatHex(hash), unpadded(hash)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The checksum that Prisma stores now. */
    static String of(String text) {
        return HexFormat.of().formatHex(sha256(text));
    }

    // the first versions wrote bytes below 16 as one digit
    private static String unpadded(byte[] hash) {
        return IntStream.range(0, hash.length)
                .mapToObj(i -> Integer.toHexString(hash[i] & 0xff))
                .collect(Collectors.joining());
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java has SHA-256", absent);
        }
    }
}
