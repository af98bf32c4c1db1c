package dev.schemalatch.tool;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Hashes of bytes in lower-case hex. */
final class Hash {

    private Hash() {}

    static String md5(byte[] bytes) {
        return of("MD5", bytes);
    }

    static String sha1(byte[] bytes) {
        return of("SHA-1", bytes);
    }

    static String sha256(byte[] bytes) {
        return of("SHA-256", bytes);
    }

    static String sha384(byte[] bytes) {
        return of("SHA-384", bytes);
    }

    private static String of(String algorithm, byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java has " + algorithm, absent);
        }
    }
}
