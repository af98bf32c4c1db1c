package dev.schemalatch.tool;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.CRC32;

/** Checksums of a file's bytes that programs of one's own store. */
public enum SqlChecksum {
    md5(16, "MD5"),
    sha1(20, "SHA-1"),
    sha256(32, "SHA-256"),
    sha384(48, "SHA-384"),
    sha512(64, "SHA-512"),
    crc32(4, "");

    private final int bytes;
    private final Optional<String> digest;

    SqlChecksum(int bytes, String digest) {
        this.bytes = bytes;
        this.digest = Optional.of(digest).filter(name -> !name.isEmpty());
    }

    /** Every way in which it is written: hexadecimal digits of either case, base64, and of CRC-32 the number, signed or not. */
    Set<String> spellings(byte[] content) {
        var spellings = new TreeSet<String>();
        var sum = digest.map(name -> digest(name, content)).orElseGet(() -> crc(content));
        if (digest.isEmpty()) {
            var crc = new CRC32();
            crc.update(content);
            spellings.add(Long.toString(crc.getValue()));
            spellings.add(Integer.toString((int) crc.getValue()));
        }
        spellings.add(HexFormat.of().formatHex(sum));
        spellings.add(HexFormat.of().withUpperCase().formatHex(sum));
        spellings.add(Base64.getEncoder().encodeToString(sum));
        spellings.add(Base64.getEncoder().withoutPadding().encodeToString(sum));
        return spellings;
    }

    /** Of these spellings the one that most programs write: hexadecimal digits. */
    Optional<String> usual(Set<String> spellings) {
        return spellings.stream()
                .filter(sum -> sum.length() == 2 * bytes && sum.matches("[0-9a-f]+"))
                .findFirst();
    }

    private static byte[] crc(byte[] content) {
        var crc = new CRC32();
        crc.update(content);
        return HexFormat.of().parseHex("%08x".formatted(crc.getValue()));
    }

    private static byte[] digest(String name, byte[] content) {
        try {
            return MessageDigest.getInstance(name).digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + name, e);
        }
    }
}
