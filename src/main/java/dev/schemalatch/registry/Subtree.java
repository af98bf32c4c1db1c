package dev.schemalatch.registry;

import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.registry.Entry.Type;
import dev.schemalatch.registry.Overlay.Node;
import dev.schemalatch.source.FileTree;
import dev.schemalatch.source.ProjectFolder;
import dev.schemalatch.source.Shown;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * One folder of an image as the files of a bundle, by the rules that folders on disk are read by: links to files inside the folder
 * are read, linked folders do not count, and a migration that is a link out of the folder is named.
 *
 * @param folder its path in the image
 * @param nodes all that is below it
 */
record Subtree(ImageReference image, String folder, SortedMap<String, Node> nodes, Layers layers) {

    private static final int MOST_LINKS = 40;

    void into(FileTree tree) {
        var wanted = new TreeMap<String, Node>();
        nodes.forEach((path, node) -> {
            var below = folder.isEmpty() ? path : path.substring(folder.length() + 1);
            switch (node.entry().type()) {
                case FOLDER -> tree.directory(below);
                case FILE -> wanted.put(below, node);
                case HARD_LINK ->
                    layers.behind(node)
                            .or(() -> passedOver(path, "nowhere"))
                            .ifPresent(file -> wanted.put(below, file));
                case SYMBOLIC_LINK -> file(path).ifPresent(file -> wanted.put(below, file));
                case SPARSE -> throw refused(path, "a file with holes");
                case DEVICE -> throw refused(path, "a device or a pipe");
            }
        });
        read(wanted, tree);
    }

    /** The file that a symbolic link leads to. */
    private Optional<Node> file(String link) {
        var at = link;
        for (var hop = 0; hop < MOST_LINKS; hop++) {
            var node = nodes.get(at);
            if (node == null) {
                var through = linkAbove(at);
                if (through.isEmpty()) {
                    return nodes.isEmpty() || !Entry.isWithin(at, folder)
                            ? passedOver(link, "out of the folder")
                            : passedOver(link, "nowhere");
                }
                at = through.get();
            } else if (node.entry().type() == Type.SYMBOLIC_LINK) {
                at = Entry.target(Entry.parent(at), node.entry().link());
            } else {
                return layers.behind(node);
            }
        }
        return passedOver(link, "nowhere");
    }

    // a path may go through a linked folder
    private Optional<String> linkAbove(String path) {
        for (var above = Entry.parent(path);
                Entry.isWithin(above, folder) && !above.isEmpty();
                above = Entry.parent(above)) {
            var node = nodes.get(above);
            if (node != null && node.entry().type() == Type.SYMBOLIC_LINK) {
                var rest = path.substring(above.length() + 1);
                return Optional.of(
                        Entry.in(Entry.target(Entry.parent(above), node.entry().link()), rest));
            }
        }
        return Optional.empty();
    }

    // a link that is passed over must not turn a migration into one without a file, unnoticed
    private Optional<Node> passedOver(String link, String where) {
        if (!ProjectFolder.needsFile(Entry.name(link))) {
            return Optional.empty();
        }
        throw FailedException.of(
                Reason.MigrationsUnreadable,
                "Image " + image + ": /" + Shown.name(link) + " is a link that leads " + where
                        + ". Put the file there.");
    }

    private void read(SortedMap<String, Node> wanted, FileTree tree) {
        var byLayer = new TreeMap<Integer, Map<Integer, Consumer<byte[]>>>();
        var contents = new TreeMap<String, byte[]>();
        var room = tree.room();
        var total = 0L;
        for (var file : wanted.entrySet()) {
            var entry = file.getValue().entry();
            total += entry.size();
            if (entry.size() > room || total > layers.mostBytes()) {
                throw tree.tooLarge(file.getKey());
            }
            // several paths may be links to one file
            byLayer.computeIfAbsent(file.getValue().layer(), layer -> new HashMap<>())
                    .merge(entry.place(), content -> contents.put(file.getKey(), content), Consumer::andThen);
        }
        byLayer.forEach(layers::contents);
        contents.forEach(tree::file);
    }

    private FailedException refused(String path, String what) {
        return FailedException.of(
                Reason.ImageRefused,
                "Image " + image + ": /" + Shown.name(path) + " is " + what
                        + ", which no migration is. Keep plain files and folders there.");
    }
}
