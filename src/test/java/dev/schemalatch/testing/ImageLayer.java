package dev.schemalatch.testing;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Makes layers of images, also such as no honest program makes. */
public final class ImageLayer {

    private record Entry(String name, byte type, String link, byte[] content) {}

    private final List<Entry> entries = new ArrayList<>();

    /** Files whose content says what they are called. */
    public static ImageLayer of(String... paths) {
        var layer = new ImageLayer();
        for (var path : paths) {
            layer.file(path, "-- " + path + "\n");
        }
        return layer;
    }

    public ImageLayer file(String name, String content) {
        return file(name, content.getBytes(StandardCharsets.UTF_8));
    }

    public ImageLayer file(String name, byte[] content) {
        return add(name, TarArchiveEntry.LF_NORMAL, "", content);
    }

    public ImageLayer folder(String name) {
        return special(name + "/", TarArchiveEntry.LF_DIR);
    }

    public ImageLayer link(String name, String target) {
        return add(name, TarArchiveEntry.LF_SYMLINK, target, new byte[0]);
    }

    public ImageLayer hardLink(String name, String target) {
        return add(name, TarArchiveEntry.LF_LINK, target, new byte[0]);
    }

    /** An entry of one of tar's types. */
    public ImageLayer special(String name, byte type) {
        return add(name, type, "", new byte[0]);
    }

    /** An entry of one of tar's types, with content. */
    public ImageLayer special(String name, byte type, byte[] content) {
        return add(name, type, "", content);
    }

    private ImageLayer add(String name, byte type, String link, byte[] content) {
        entries.add(new Entry(name, type, link, content));
        return this;
    }

    public byte[] tar() {
        return packed(out -> out);
    }

    public byte[] gzip() {
        return packed(out -> {
            try {
                return new GZIPOutputStream(out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    public byte[] zstd() {
        return packed(out -> {
            try {
                return new ZstdOutputStream(out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private byte[] packed(UnaryOperator<OutputStream> packing) {
        var bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(packing.apply(bytes), "UTF-8")) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
            for (var entry : entries) {
                var header = new TarArchiveEntry(entry.name(), entry.type(), true);
                header.setLinkName(entry.link());
                header.setSize(entry.content().length);
                tar.putArchiveEntry(header);
                tar.write(entry.content());
                tar.closeArchiveEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
