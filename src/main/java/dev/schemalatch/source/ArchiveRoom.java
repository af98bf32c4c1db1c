package dev.schemalatch.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** How far an archive is from what a ConfigMap holds: packs as {@link TarGzipWriter} does, and looks on the way. */
final class ArchiveRoom implements Parts.Room {

    /** Two tar headers, padding, and the end of the archive. */
    private static final int FRAME = 3072;

    private final ByteArrayOutputStream packed = new ByteArrayOutputStream();
    private final Flushed gzip = Flushed.into(packed);
    private long unseen;

    @Override
    public boolean take(String path, byte[] content) {
        try {
            // what is packed never grows much: nothing is flushed, which costs room, before it may matter
            unseen += content.length + content.length / 1000 + FRAME;
            TarGzipWriter.write(gzip, path, content);
            if (packed.size() + unseen > PackedConfigMap.MOST) {
                gzip.flush();
                unseen = FRAME;
            }
            return packed.size() + unseen <= PackedConfigMap.MOST;
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory", impossible);
        }
    }

    private static final class Flushed extends GZIPOutputStream {

        private Flushed(ByteArrayOutputStream out) throws IOException {
            super(out, 8192, true);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }

        static Flushed into(ByteArrayOutputStream out) {
            try {
                return new Flushed(out);
            } catch (IOException impossible) {
                throw new UncheckedIOException("writing to memory", impossible);
            }
        }
    }
}
