package dev.schemalatch.registry;

import dev.schemalatch.registry.Entry.Type;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The names in a layer, written beside it: enough to tell what a layer does to a folder, long after the layer itself has made room
 * for others.
 */
final class Listing {

    private static final int FORMAT = 1;
    private static final int END = 255;

    private Listing() {}

    /** Writes the entries of a layer to a file. */
    static void write(LayerFile layer, Path file) throws IOException {
        try (var out = new DataOutputStream(
                new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(file)), 1 << 16))) {
            out.writeByte(FORMAT);
            layer.each((entry, content) -> {
                out.writeByte(entry.type().ordinal());
                text(out, entry.path());
                out.writeLong(entry.size());
                text(out, entry.link());
                return true;
            });
            out.writeByte(END);
        }
    }

    /**
     * Reads the entries from such a file.
     *
     * @throws IOException where it is gone, or of another format
     */
    static void read(Path file, Consumer<Entry> each) throws IOException {
        try (var in = new DataInputStream(
                new BufferedInputStream(new GZIPInputStream(Files.newInputStream(file), 1 << 14), 1 << 16))) {
            if (in.readUnsignedByte() != FORMAT) {
                throw new IOException("of another format");
            }
            var types = Type.values();
            var place = 0;
            for (var type = in.readUnsignedByte(); type != END; type = in.readUnsignedByte()) {
                each.accept(new Entry(place++, types[type], text(in), in.readLong(), text(in)));
            }
        }
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        var bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
