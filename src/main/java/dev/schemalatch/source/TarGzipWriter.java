package dev.schemalatch.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;

/** Packs files so that the same files give the same bytes: sorted, without times, users or modes. */
final class TarGzipWriter {

    private static final int LONGEST_NAME = 100;

    private TarGzipWriter() {}

    static byte[] pack(Bundle bundle) {
        var bytes = new ByteArrayOutputStream();
        var parameters = new GzipParameters();
        parameters.setCompressionLevel(Deflater.BEST_COMPRESSION);
        try (var tar = tar(new GzipCompressorOutputStream(bytes, parameters))) {
            for (var directory : bundle.directories()) {
                if (bundle.files().subMap(directory + "/", directory + "0").isEmpty()) {
                    write(tar, directory + "/", TarConstants.LF_DIR, new byte[0]);
                }
            }
            for (var file : bundle.files().entrySet()) {
                write(tar, file.getKey(), TarConstants.LF_NORMAL, file.getValue());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory", impossible);
        }
        return bytes.toByteArray();
    }

    /** Writes one entry to what already is packed; a folder ends in a slash. */
    static void write(OutputStream out, String path, byte[] content) throws IOException {
        var tar = tar(out);
        write(tar, path, path.endsWith("/") ? TarConstants.LF_DIR : TarConstants.LF_NORMAL, content);
        tar.flush();
    }

    private static TarArchiveOutputStream tar(OutputStream out) {
        var tar = new TarArchiveOutputStream(out, "UTF-8");
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_TRUNCATE);
        return tar;
    }

    private static void write(TarArchiveOutputStream tar, String path, byte type, byte[] content) throws IOException {
        var bytes = path.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > LONGEST_NAME || bytes.length > path.length()) {
            // the library's own extended headers carry the name of the user who runs it
            put(tar, "pax", TarConstants.LF_PAX_EXTENDED_HEADER_LC, record("path=" + path));
        }
        put(tar, path, type, content);
    }

    private static void put(TarArchiveOutputStream tar, String name, byte type, byte[] content) throws IOException {
        var entry = new TarArchiveEntry(name, type);
        entry.setSize(content.length);
        entry.setModTime(0);
        entry.setIds(0, 0);
        entry.setNames("", "");
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }

    // a record begins with its own length, and that counts too
    private static byte[] record(String field) {
        var rest = (" " + field + "\n").getBytes(StandardCharsets.UTF_8).length;
        var length = rest + Integer.toString(rest).length();
        length = rest + Integer.toString(length).length();
        return (length + " " + field + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
