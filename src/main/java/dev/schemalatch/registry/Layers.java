package dev.schemalatch.registry;

import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.registry.Cache.Part;
import dev.schemalatch.registry.Entry.Type;
import dev.schemalatch.source.Shown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The layers of one image during one reading: out of the cache, or pulled into it and checked. */
final class Layers {

    /** Packings that stand between a layer and its archive, and that nothing here opens. */
    private static final String ENCRYPTED = "+encrypted";

    private final ImageReference image;
    private final List<Descriptor> layers;
    private final Dialogue dialogue;
    private final Cache cache;
    private final PullLimits limits;
    private long pulled;

    /** @param layers lowest first */
    Layers(ImageReference image, List<Descriptor> layers, Dialogue dialogue, Cache cache, PullLimits limits) {
        this.image = image;
        this.layers = layers;
        this.dialogue = dialogue;
        this.cache = cache;
        this.limits = limits;
    }

    /** Bytes that the migrations may have together. */
    long mostBytes() {
        return limits.migrations().totalBytes();
    }

    int count() {
        return layers.size();
    }

    /** The folder that an artifact consists of, where it was pushed as one. */
    Optional<String> packedFolder() {
        return layers.size() == 1 && !layers.get(0).isFile()
                ? layers.get(0).title().flatMap(Entry::path)
                : Optional.empty();
    }

    /** Shows the names in a layer, in their order. */
    void entries(int number, Consumer<Entry> each) {
        var layer = layers.get(number);
        if (layer.isFile()) {
            var title = layer.title().orElseThrow();
            var path = Entry.path(title)
                    .filter(text -> !text.isEmpty())
                    .orElseThrow(() -> FailedException.of(
                            Reason.ImageRefused,
                            "Image " + image + " holds the file " + Shown.name(title)
                                    + ", which leads out of it. Push it anew, with relative names."));
            each.accept(new Entry(0, Type.FILE, path, layer.size(), ""));
            return;
        }
        try {
            Listing.read(listing(layer), each);
        } catch (IOException unreadable) {
            throw cacheUnusable(unreadable);
        }
    }

    /** Shows the contents of the files at these places of a layer; none may be larger than its size says. */
    void contents(int number, Map<Integer, Consumer<byte[]>> wanted) {
        var layer = layers.get(number);
        if (layer.isFile()) {
            var content = whole(layer);
            wanted.values().forEach(taker -> taker.accept(content));
            return;
        }
        var last = wanted.keySet().stream().mapToInt(Integer::intValue).max().orElse(-1);
        try {
            layerFile(layer).each((entry, content) -> {
                var taker = wanted.get(entry.place());
                if (taker != null) {
                    taker.accept(content.readAllBytes());
                }
                return entry.place() < last;
            });
        } catch (IOException unreadable) {
            throw cacheUnusable(unreadable);
        }
    }

    private byte[] whole(Descriptor layer) {
        try {
            return Files.readAllBytes(blob(layer));
        } catch (IOException unreadable) {
            throw cacheUnusable(unreadable);
        }
    }

    private Path listing(Descriptor layer) throws IOException {
        var kept = cache.find(image, layer.digest(), Part.LISTING);
        if (kept.isPresent()) {
            return kept.get();
        }
        try (var draft = cache.draft()) {
            Listing.write(layerFile(layer), draft.file());
            return draft.keep(image, layer.digest(), Part.LISTING);
        }
    }

    private LayerFile layerFile(Descriptor layer) throws IOException {
        return new LayerFile(image, layer, blob(layer), limits, dialogue.deadline());
    }

    private Path blob(Descriptor layer) throws IOException {
        if (layer.mediaType().endsWith(ENCRYPTED)) {
            throw Manifest.unsupported(image, "has an encrypted layer, which is not read. Push it without encryption");
        }
        var kept = cache.find(image, layer.digest(), Part.CONTENT)
                .filter(file -> file.toFile().length() == layer.size());
        return kept.isPresent() ? kept.get() : pull(layer);
    }

    private Path pull(Descriptor layer) throws IOException {
        var room = Math.min(Math.min(limits.layerBytes(), cache.most()), limits.imageBytes() - pulled);
        if (layer.size() > room) {
            throw FailedException.of(
                    Reason.ImageTooLarge,
                    "Image " + image + " has more to pull than is read (" + Shown.bytes(limits.imageBytes())
                            + " in all, "
                            + Shown.bytes(Math.min(limits.layerBytes(), cache.most()))
                            + " a layer). Keep the migrations in an image of their own, or have the installation allow"
                            + " more.");
        }
        pulled += layer.size();
        try (var draft = cache.draft()) {
            new LayerPull(dialogue, layer).into(draft);
            return draft.keep(image, layer.digest(), Part.CONTENT);
        }
    }

    private FailedException cacheUnusable(IOException why) {
        if (why instanceof NoSuchFileException) {
            return FailedException.of(
                    Reason.ImageCacheFull,
                    "A layer of image " + image
                            + " had to make room for others while it was read. It is tried again soon; a"
                            + " larger cache helps.");
        }
        return Cache.unusable(why);
    }

    /** The file that an entry of a layer is, through hard links: in its own layer before it, or in one below. */
    Optional<Overlay.Node> behind(Overlay.Node node) {
        return switch (node.entry().type()) {
            case FILE -> Optional.of(node);
            case HARD_LINK -> linked(node).flatMap(this::behind);
            default -> Optional.empty();
        };
    }

    private Optional<Overlay.Node> linked(Overlay.Node link) {
        for (var number = link.layer(); number >= 0; number--) {
            var last = number == link.layer() ? link.entry().place() : Integer.MAX_VALUE;
            var found = new ArrayList<Entry>();
            entries(number, entry -> {
                if (entry.place() < last && entry.path().equals(link.entry().link())) {
                    found.add(entry);
                }
            });
            if (!found.isEmpty()) {
                return Optional.of(new Overlay.Node(number, found.get(found.size() - 1)));
            }
        }
        return Optional.empty();
    }
}
