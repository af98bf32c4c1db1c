package dev.schemalatch.source;

import java.io.IOException;
import java.util.Collections;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Unpacks {@code .zip}, by its central directory: only there it says what is a link. */
record Zip(Archive archive, Expansion expansion) {

    private static final int TYPE = 0170000;
    private static final int REGULAR = 0100000;
    private static final int DIRECTORY = 0040000;

    private static final Set<Integer> METHODS = Set.of(ZipEntry.STORED, ZipEntry.DEFLATED);

    void unpack(FileTree tree) throws IOException {
        try (var zip = ZipFile.builder().setByteArray(archive.content()).get()) {
            for (var entry : Collections.list(zip.getEntries())) {
                unpack(entry, zip, tree);
            }
        }
    }

    private void unpack(ZipArchiveEntry entry, ZipFile zip, FileTree tree) throws IOException {
        var name = entry.getName();
        var type = entry.getUnixMode() & TYPE;
        if (entry.isUnixSymlink()) {
            throw archive.refused(name, "a link");
        }
        if (type != 0 && type != REGULAR && type != DIRECTORY) {
            throw archive.refused(name, "no plain file");
        }
        var path = EntryPath.of(archive.place(), name);
        if (path.isEmpty()) {
            return;
        }
        if (entry.isDirectory()) {
            tree.directory(path.get());
            return;
        }
        if (!METHODS.contains(entry.getMethod()) || !zip.canReadEntryData(entry)) {
            throw archive.invalid("is encrypted, or packed in a way that is not read");
        }
        if (entry.getSize() > tree.room()) {
            throw tree.tooLarge(path.get());
        }
        tree.file(path.get(), content(entry, zip, tree));
    }

    private byte[] content(ZipArchiveEntry entry, ZipFile zip, FileTree tree) throws IOException {
        try (var unpacked = expansion.counted(zip.getInputStream(entry))) {
            // one more than there is room for: what the header says of the size may be a lie
            var content = unpacked.readNBytes((int) tree.room() + 1);
            var checksum = new CRC32();
            checksum.update(content);
            if (content.length <= tree.room()
                    && (content.length != entry.getSize() || checksum.getValue() != entry.getCrc())) {
                throw archive.invalid("is broken");
            }
            return content;
        }
    }
}
