package dev.schemalatch.tool;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Atlas's {@code atlas.sum}: for each file the SHA-256 of the names and bytes of all files up to it, in their order ({@code
 * HashFile} in {@code sql/migrate/dir.go}).
 *
 * @param hashes file name to hash, in the order of the files
 */
record AtlasSum(SequencedMap<String, String> hashes) {

    static final String FILE = "atlas.sum";
    private static final String PREFIX = "h1:";

    /** Of files as they are now. */
    static AtlasSum of(SequencedMap<String, byte[]> files) {
        SequencedMap<String, String> hashes = new LinkedHashMap<>();
        var digest = sha256();
        files.forEach((name, content) -> {
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            if (!new AtlasDirectives(new String(content, StandardCharsets.UTF_8)).leftOutOfSum()) {
                digest.update(content);
                hashes.put(name, base64(copy(digest)));
            }
        });
        return new AtlasSum(hashes);
    }

    /** As written in a file; empty where Atlas could not read it. */
    static Optional<AtlasSum> read(String text) {
        var lines = GoText.lines(text);
        SequencedMap<String, String> hashes = new LinkedHashMap<>();
        for (var line : lines.subList(Math.min(1, lines.size()), lines.size())) {
            var prefix = line.indexOf(PREFIX);
            if (prefix < 0) {
                return Optional.empty();
            }
            hashes.put(GoText.trim(line.substring(0, prefix)), line.substring(prefix + PREFIX.length()));
        }
        var sum = new AtlasSum(hashes);
        var first = lines.isEmpty() ? "" : lines.get(0);
        return sum.total().equals(first.startsWith(PREFIX) ? first.substring(PREFIX.length()) : first)
                ? Optional.of(sum)
                : Optional.empty();
    }

    /** What is not as it was when this was written: the first file that Atlas would name, and what became of it. */
    Optional<String> staleFor(AtlasSum now) {
        List<Map.Entry<String, String>> then = new ArrayList<>(hashes.entrySet());
        List<Map.Entry<String, String>> current = new ArrayList<>(now.hashes.entrySet());
        for (var i = 0; i < then.size(); i++) {
            var name = then.get(i).getKey();
            if (i < current.size() && current.get(i).equals(then.get(i))) {
                continue;
            }
            if (!now.hashes.containsKey(name)) {
                return Optional.of(name + " was removed");
            }
            return Optional.of(
                    current.get(i).getKey().equals(name)
                            ? name + " was edited"
                            : current.get(i).getKey() + " was added");
        }
        return current.size() > then.size()
                ? Optional.of(current.get(then.size()).getKey() + " was added")
                : Optional.empty();
    }

    private String total() {
        var digest = sha256();
        hashes.forEach((name, hash) -> digest.update((name + hash).getBytes(StandardCharsets.UTF_8)));
        return base64(digest);
    }

    private static String base64(MessageDigest digest) {
        return Base64.getEncoder().encodeToString(digest.digest());
    }

    private static MessageDigest copy(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException refused) {
            throw new IllegalStateException("every Java's SHA-256 can be copied", refused);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java has SHA-256", absent);
        }
    }
}
