package dev.schemalatch.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** Unpacks {@code .tgz}. */
record TarGzip(Archive archive, Expansion expansion) {

    private static final Set<Byte> PLAIN = Set.of(TarConstants.LF_NORMAL, TarConstants.LF_OLDNORM, TarConstants.LF_DIR);

    void unpack(FileTree tree) throws IOException {
        var gzip = GzipCompressorInputStream.builder()
                .setInputStream(new ByteArrayInputStream(archive.content()))
                .setDecompressConcatenated(true)
                .get();
        try (var counted = expansion.counted(gzip);
                var tar = new TarArchiveInputStream(counted, StandardCharsets.UTF_8.name())) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, tree);
            }
            // to the end, so that a checksum that does not fit or a cut trailer is noticed
            counted.transferTo(OutputStream.nullOutputStream());
        }
    }

    private void unpack(TarArchiveEntry entry, TarArchiveInputStream tar, FileTree tree) throws IOException {
        var name = entry.getName();
        if (!entry.isCheckSumOK()) {
            throw archive.invalid("is broken");
        }
        if (entry.isSymbolicLink() || entry.isLink()) {
            throw archive.refused(name, "a link");
        }
        if (entry.isSparse()) {
            throw archive.refused(name, "a sparse file");
        }
        if (!PLAIN.contains(entry.getLinkFlag())) {
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
        if (entry.getSize() > tree.room()) {
            throw tree.tooLarge(path.get());
        }
        var content = tar.readAllBytes();
        if (content.length != entry.getSize()) {
            throw archive.invalid("is cut short");
        }
        tree.file(path.get(), content);
    }
}
