package dev.schemalatch.source;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * One hash over all paths and contents: what {@code find . -type f | cut -c3- | LC_ALL=C sort | xargs sha256sum | sha256sum}
 * prints inside a folder. A folder that holds nothing adds a line {@code empty  <path>/}, since tools may count it.
 */
final class ContentDigest {

    private ContentDigest() {}

    /** {@code sha256:} and the hash in hex. */
    static String of(SortedMap<String, byte[]> files, SortedSet<String> directories) {
        var lines = new ArrayList<byte[]>();
        files.entrySet().stream()
                // by the bytes of the path, as sort does, not by Java's UTF-16
                .sorted(Comparator.comparing(
                        file -> file.getKey().getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned))
                .forEach(file -> lines.add(line(hex(sha256().digest(file.getValue())), file.getKey())));
        directories.stream()
                .filter(directory ->
                        files.subMap(directory + "/", directory + "0").isEmpty())
                .forEach(directory -> lines.add(line("empty", directory + "/")));
        var all = sha256();
        lines.forEach(all::update);
        return "sha256:" + hex(all.digest());
    }

    private static byte[] line(String content, String path) {
        return (content + "  " + path + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java has SHA-256", absent);
        }
    }
}
