package dev.schemalatch.tool;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * The key of golang-migrate's advisory lock ({@code database/util.go}): one for each table of each database. The database's name
 * is that of the URL's path, slash and all; a program that hands golang-migrate an open connection leaves out the slash, and has
 * another key, which is not looked at.
 */
final class GolangMigrateLock {

    private static final long SALT = 1486364155L;

    private GolangMigrateLock() {}

    static long key(HistoryTable table, String database) {
        var crc = new CRC32();
        var named = String.join("\0", table.schema(), table.name(), "/" + database);
        crc.update(named.getBytes(StandardCharsets.UTF_8));
        return crc.getValue() * SALT & 0xffffffffL;
    }
}
