package dev.schemalatch.tool;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Prisma's checksum: SHA-256 of the text in lower-case hex, the same for either kind of line ends ({@code
 * schema-connector/src/checksum.rs}).
 */
final class PrismaChecksum {

    private static final int LENGTH = 64;

    private PrismaChecksum() {}

    static boolean matches(String text, String stored) {
        return Stream.of(text, text.replace("\r\n", "\n"), text.replace("\n", "\r\n"))
                .map(PrismaChecksum::sha256)
                .anyMatch(hash -> rendered(hash, stored.length()).equals(stored));
    }

    /** The checksum that Prisma stores now. */
    static String of(String text) {
        return HexFormat.of().formatHex(sha256(text));
    }

    // the first versions wrote bytes below 16 as one digit
    private static String rendered(byte[] hash, int length) {
        return length == LENGTH
                ? HexFormat.of().formatHex(hash)
                : IntStream.range(0, hash.length)
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
