package dev.schemalatch.tool;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * Flyway's checksum: CRC32 of the lines without what ends them, and without a byte order mark ({@code
 * internal/resolver/ChecksumCalculator.java}). So neither the kind of line ends nor blank lines count; blanks in a line do.
 */
final class FlywayChecksum {

    private FlywayChecksum() {}

    static String of(String text) {
        var crc = new CRC32();
        (text.startsWith("\ufeff") ? text.substring(1) : text)
                .lines()
                .forEach(line -> crc.update(line.getBytes(StandardCharsets.UTF_8)));
        return Integer.toString((int) crc.getValue());
    }
}
