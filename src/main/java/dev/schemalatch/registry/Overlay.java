package dev.schemalatch.registry;

import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.registry.Entry.Type;
import dev.schemalatch.source.ProjectFolder;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What layers, added from the top, make of one folder and of the way to it.
 *
 * @see <a href="https://github.com/opencontainers/image-spec/blob/main/layer.md#whiteouts">Whiteouts</a>
 */
final class Overlay {

    private static final String WHITEOUT = ".wh.";
    private static final String OPAQUE = ".wh..wh..opq";

    private final ImageReference image;
    private final String folder;
    private final boolean changes;
    private final int most;
    private final SortedMap<String, Node> nodes = new TreeMap<>();
    private final Set<String> removed = new HashSet<>();
    private final Set<String> opaque = new HashSet<>();

    /** An entry, and the number of the layer that it is in. */
    record Node(int layer, Entry entry) {}

    /**
     * Begins with nothing.
     *
     * @param folder the one that matters
     * @param changes whether layers can take away what lower ones hold, as those of images do
     * @param most files and folders that it may hold
     */
    Overlay(ImageReference image, String folder, boolean changes, int most) {
        this.image = image;
        this.folder = folder;
        this.changes = changes;
        this.most = most;
    }

    /** The entries of one layer, gathered before they count: a layer takes away from lower ones, never from itself. */
    final class Layer {

        private final int number;
        private final SortedMap<String, Node> own = new TreeMap<>();
        private final Set<String> removes = new HashSet<>();
        private final Set<String> opaques = new HashSet<>();

        private Layer(int number) {
            this.number = number;
        }

        void see(Entry entry) {
            if (own.size() + nodes.size() + removes.size() + removed.size() + opaques.size() > most) {
                throw FailedException.of(
                        Reason.MigrationsTooLarge,
                        "Folder /" + folder + " of image " + image + " holds more than " + most
                                + " files and folders. Name the folder that holds the migrations and nothing else.");
            }
            var name = Entry.name(entry.path());
            var parent = Entry.parent(entry.path());
            if (!changes || !name.startsWith(WHITEOUT)) {
                if (matters(entry.path(), entry.type() == Type.FOLDER)) {
                    own.put(entry.path(), new Node(number, entry));
                }
            } else if (name.equals(OPAQUE)) {
                if (matters(parent, true)) {
                    opaques.add(parent);
                }
            } else if (!name.startsWith(WHITEOUT + WHITEOUT)) {
                var gone = Entry.in(parent, name.substring(WHITEOUT.length()));
                if (matters(gone, true)) {
                    removes.add(gone);
                }
            }
        }

        /** What the layer holds becomes part of the whole. */
        void done() {
            var visible = new TreeMap<String, Node>();
            own.forEach((path, node) -> {
                if (!isHidden(path)) {
                    visible.put(path, node);
                }
            });
            visible.forEach((path, node) -> {
                nodes.put(path, node);
                parents(path, node);
            });
            removed.addAll(removes);
            opaque.addAll(opaques);
        }

        // archives may leave folders out that their files are in
        private void parents(String path, Node node) {
            for (var parent = Entry.parent(path); !parent.isEmpty(); parent = Entry.parent(parent)) {
                nodes.putIfAbsent(
                        parent, new Node(number, new Entry(node.entry().place(), Type.FOLDER, parent, 0, "")));
            }
        }
    }

    Layer layer(int number) {
        return new Layer(number);
    }

    private boolean matters(String path, boolean isFolder) {
        return Entry.isWithin(folder, path) || Entry.isWithin(path, folder) && !isSkipped(path, isFolder);
    }

    private boolean isSkipped(String path, boolean isFolder) {
        var segments =
                path.substring(folder.isEmpty() ? 0 : folder.length() + 1).split("/", -1);
        var last = segments.length - 1;
        return Arrays.stream(segments).limit(last).anyMatch(ProjectFolder::skipsFolder)
                || (isFolder ? ProjectFolder.skipsFolder(segments[last]) : ProjectFolder.skipsFile(segments[last]));
    }

    private boolean isHidden(String path) {
        if (nodes.containsKey(path) || removed.contains(path)) {
            return true;
        }
        for (var above = path; !above.isEmpty(); ) {
            above = Entry.parent(above);
            var node = nodes.get(above);
            if (removed.contains(above) || opaque.contains(above) || node != null && !isFolder(node)) {
                return true;
            }
        }
        return false;
    }

    /** Whether no lower layer can add anything. */
    boolean isSettled() {
        for (var on = folder; ; on = Entry.parent(on)) {
            var node = nodes.get(on);
            if (removed.contains(on) || opaque.contains(on) || node != null && !isFolder(node)) {
                return true;
            }
            if (on.isEmpty()) {
                return false;
            }
        }
    }

    /** Where the folder is in truth, when it or one above it is a symbolic link. */
    Optional<String> elsewhere() {
        var rest = "";
        var found = Optional.<String>empty();
        for (var on = folder; !on.isEmpty(); on = Entry.parent(on)) {
            var node = nodes.get(on);
            if (node != null && node.entry().type() == Type.SYMBOLIC_LINK) {
                // the uppermost link counts: what is below it does not exist yet
                found = Optional.of(
                        Entry.in(Entry.target(Entry.parent(on), node.entry().link()), rest));
            }
            rest = Entry.in(Entry.name(on), rest);
        }
        return found;
    }

    /** Whether there is such a folder. */
    boolean exists() {
        return folder.isEmpty()
                ? !nodes.isEmpty()
                : Optional.ofNullable(nodes.get(folder))
                        .filter(Overlay::isFolder)
                        .isPresent();
    }

    /** All that is below the folder. */
    SortedMap<String, Node> below() {
        return Collections.unmodifiableSortedMap(folder.isEmpty() ? nodes : nodes.subMap(folder + "/", folder + "0"));
    }

    private static boolean isFolder(Node node) {
        return node.entry().type() == Type.FOLDER;
    }
}
