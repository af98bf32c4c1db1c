package dev.schemalatch.registry;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.registry.Entry.Type;
import dev.schemalatch.source.Shown;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * A layer on disk: a tar archive, plain or packed by gzip or Zstandard, which its first bytes tell.
 *
 * @param image as messages name it
 * @param layer what the manifest says of it
 */
record LayerFile(ImageReference image, Descriptor layer, Path file, PullLimits limits, Deadline deadline) {

    private static final int LONGEST_PATH = 4096;

    /** What archives are made of, down to their end. */
    private static final int RECORD = 512;

    /** What to do with an entry. */
    interface Visitor {
        /**
         * Sees one entry.
         *
         * @return whether to go on
         */
        boolean visit(Entry entry, InputStream content) throws IOException;
    }

    /**
     * Shows all entries, in their order.
     *
     * @throws NoSuchFileException where the file has made room for others
     * @throws FailedException {@code ImageUnsupported}, {@code ImageTooLarge}, {@code ImageRefused}
     */
    void each(Visitor visitor) throws NoSuchFileException {
        var most = limits.unpacked(layer.size());
        try (var packed = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
                var gauge = new Gauge(unpacked(packed), most, deadline, "Image " + image);
                var tar = new TarArchiveInputStream(gauge, StandardCharsets.UTF_8.name())) {
            walk(tar, gauge, visitor);
        } catch (NoSuchFileException gone) {
            throw gone;
        } catch (Gauge.Over over) {
            throw new FailedException(
                    FailedException.of(
                                    Reason.ImageTooLarge,
                                    "A layer of image " + image + " unpacks to more than " + Shown.bytes(most)
                                            + ", or has names that long. Keep the migrations in an image of their own.")
                            .failure(),
                    over);
        } catch (FailedException failed) {
            throw failed;
        } catch (IOException | RuntimeException broken) {
            // the library answers broken headers with many kinds of exceptions; none may pass for a fault of ours
            throw new FailedException(
                    Manifest.unsupported(
                                    image,
                                    "has a layer that is broken, or is no tar archive, plain or packed by gzip or zstd."
                                            + " Build and push it anew")
                            .failure(),
                    broken);
        }
    }

    private void walk(TarArchiveInputStream tar, Gauge gauge, Visitor visitor) throws IOException {
        var entryEnd = 0L;
        for (var place = 0; ; place++) {
            gauge.beginHeaders(entryEnd);
            var next = tar.getNextEntry();
            gauge.endHeaders();
            if (next == null ? gauge.position() % RECORD != 0 : !next.isCheckSumOK()) {
                throw new IOException("no archive");
            }
            if (next == null) {
                return;
            }
            if (place >= limits.layerEntries()) {
                throw FailedException.of(
                        Reason.ImageTooLarge,
                        "A layer of image " + image + " holds more than " + limits.layerEntries()
                                + " files and folders. Keep the migrations in an image of their own.");
            }
            entryEnd = gauge.position() + next.getSize();
            if (!visitor.visit(entry(place, next), tar)) {
                return;
            }
        }
    }

    private Entry entry(int place, TarArchiveEntry entry) {
        var type = type(entry);
        var link = entry.getLinkName() == null ? "" : entry.getLinkName();
        return new Entry(
                place,
                type,
                path(entry.getName()),
                entry.getSize(),
                type == Type.HARD_LINK ? path(link) : type == Type.SYMBOLIC_LINK ? checked(link) : "");
    }

    private String path(String name) {
        return Entry.path(checked(name)).orElseThrow(() -> refused(name));
    }

    private String checked(String name) {
        if (name.length() > LONGEST_PATH || name.indexOf('\0') >= 0) {
            throw refused(name);
        }
        return name;
    }

    private FailedException refused(String name) {
        return FailedException.of(
                Reason.ImageRefused,
                "Image " + image + " has a layer with the entry " + Shown.name(name)
                        + ", which leads out of the image or is no usable path. Build it anew.");
    }

    private static Type type(TarArchiveEntry entry) {
        if (entry.isLink()) {
            return Type.HARD_LINK;
        }
        if (entry.isSymbolicLink()) {
            return Type.SYMBOLIC_LINK;
        }
        if (entry.isDirectory()) {
            return Type.FOLDER;
        }
        if (entry.isCharacterDevice() || entry.isBlockDevice() || entry.isFIFO()) {
            return Type.DEVICE;
        }
        return entry.isSparse() ? Type.SPARSE : Type.FILE;
    }

    private static InputStream unpacked(BufferedInputStream packed) throws IOException {
        packed.mark(4);
        var magic = packed.readNBytes(4);
        packed.reset();
        if (magic.length == 4 && (magic[0] & 0xff) == 0x1f && (magic[1] & 0xff) == 0x8b) {
            return GzipCompressorInputStream.builder()
                    .setInputStream(packed)
                    .setDecompressConcatenated(true)
                    .get();
        }
        return isZstandard(magic) ? new ZstdInputStreamNoFinalizer(packed).setContinuous(false) : packed;
    }

    // a frame, or one that is to be skipped, as pzstd begins with
    private static boolean isZstandard(byte[] magic) {
        return magic.length == 4
                && ((magic[0] & 0xff) == 0x28
                                && (magic[1] & 0xff) == 0xb5
                                && magic[2] == 0x2f
                                && (magic[3] & 0xff) == 0xfd
                        || (magic[0] & 0xf0) == 0x50 && magic[1] == 0x2a && magic[2] == 0x4d && magic[3] == 0x18);
    }
}
