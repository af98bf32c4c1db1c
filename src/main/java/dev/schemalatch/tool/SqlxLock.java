package dev.schemalatch.tool;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** The key of the advisory lock that sqlx's migrator takes: one for each name of a database. */
final class SqlxLock {

    private static final long FACTOR = 0x3d32ad9eL;

    private SqlxLock() {}

    static long key(String database) {
        var crc = new CRC32();
        crc.update(database.getBytes(StandardCharsets.UTF_8));
        return FACTOR * crc.getValue();
    }
}
