package dev.schemalatch.registry;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The hash that names a content.
 *
 * @param algorithm {@code sha256} or {@code sha512}
 * @see <a href="https://github.com/opencontainers/image-spec/blob/main/descriptor.md#digests">Digests</a>
 */
record Digest(String algorithm, String hex) {

    private static final Pattern FORM = Pattern.compile("(sha256):([0-9a-f]{64})|(sha512):([0-9a-f]{128})");

    static Optional<Digest> parse(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        var first = form.group(1) != null;
        return Optional.of(new Digest(form.group(first ? 1 : 3), form.group(first ? 2 : 4)));
    }

    static Digest sha256(byte[] content) {
        var hash = hash("SHA-256");
        return new Digest("sha256", HexFormat.of().formatHex(hash.digest(content)));
    }

    /** Computes the kind of hash that this is. */
    MessageDigest hash() {
        return hash(algorithm.equals("sha256") ? "SHA-256" : "SHA-512");
    }

    boolean is(byte[] computed) {
        return hex.equals(HexFormat.of().formatHex(computed));
    }

    boolean of(byte[] content) {
        return is(hash().digest(content));
    }

    private static MessageDigest hash(String name) {
        try {
            return MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java has " + name, absent);
        }
    }

    @Override
    public String toString() {
        return algorithm + ":" + hex;
    }
}
