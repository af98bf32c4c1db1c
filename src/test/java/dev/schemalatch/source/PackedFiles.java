package dev.schemalatch.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Makes archives, also such as no honest program makes. */
final class PackedFiles {

    private record Entry(String name, byte type, byte[] content) {}

    private final List<Entry> entries = new ArrayList<>();

    static PackedFiles of(String... paths) {
        var packed = new PackedFiles();
        for (var path : paths) {
            packed.file(path, "-- " + path + "\n");
        }
        return packed;
    }

    PackedFiles file(String name, String content) {
        return file(name, content.getBytes(StandardCharsets.UTF_8));
    }

    PackedFiles file(String name, byte[] content) {
        entries.add(new Entry(name, TarArchiveEntry.LF_NORMAL, content));
        return this;
    }

    PackedFiles folder(String name) {
        return special(name + "/", TarArchiveEntry.LF_DIR);
    }

    /** An entry of one of tar's types; in a ZIP only links can be told apart. */
    PackedFiles special(String name, byte type) {
        entries.add(new Entry(name, type, new byte[0]));
        return this;
    }

    byte[] tgz() {
        var bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes), "UTF-8")) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            for (var entry : entries) {
                var header = new TarArchiveEntry(entry.name(), entry.type(), true);
                header.setSize(entry.content().length);
                if (entry.type() == TarArchiveEntry.LF_SYMLINK || entry.type() == TarArchiveEntry.LF_LINK) {
                    header.setLinkName("/etc/passwd");
                }
                tar.putArchiveEntry(header);
                tar.write(entry.content());
                tar.closeArchiveEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    byte[] zip() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipArchiveOutputStream(bytes)) {
            for (var entry : entries) {
                var header = new ZipArchiveEntry(entry.name());
                var link = entry.type() == TarArchiveEntry.LF_SYMLINK;
                header.setUnixMode(link ? 0120777 : entry.type() == TarArchiveEntry.LF_DIR ? 040755 : 0100644);
                zip.putArchiveEntry(header);
                zip.write(link ? "/etc/passwd".getBytes(StandardCharsets.UTF_8) : entry.content());
                zip.closeArchiveEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
