package dev.schemalatch.registry;

import java.util.ArrayList;
import java.util.Optional;

/**
 * A file, folder or link of a layer.
 *
 * @param place its number within the layer
 * @param path without a leading slash, of plain segments; empty for the root
 * @param size bytes of a file
 * @param link what a symbolic link says, or the path of a hard link's file
 */
record Entry(int place, Type type, String path, long size, String link) {

    /** What an entry is. */
    enum Type {
        FILE,
        FOLDER,
        SYMBOLIC_LINK,
        HARD_LINK,
        /** Has holes that are written nowhere. */
        SPARSE,
        /** A device, a pipe, a socket. */
        DEVICE
    }

    /** The name of an archive's entry as a path below the root; empty where it leads out of that. */
    static Optional<String> path(String name) {
        var segments = new ArrayList<String>();
        for (var segment : name.split("/", -1)) {
            if (segment.equals("..")) {
                return Optional.empty();
            }
            if (!segment.isEmpty() && !segment.equals(".")) {
                segments.add(segment);
            }
        }
        return Optional.of(String.join("/", segments));
    }

    /** The last part of a path. */
    static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The folder that a path is in; empty text for the root. */
    static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    /** A path below a folder. */
    static String in(String folder, String path) {
        return folder.isEmpty() ? path : path.isEmpty() ? folder : folder + "/" + path;
    }

    /** Whether a path is a folder's own or below it. */
    static boolean isWithin(String path, String folder) {
        return folder.isEmpty() || path.equals(folder) || path.startsWith(folder + "/");
    }

    /**
     * Where a symbolic link leads, as seen by a process whose root is the image's: it cannot climb above that.
     *
     * @param from the folder that the link is in
     */
    static String target(String from, String link) {
        var segments = new ArrayList<String>();
        var whole = link.startsWith("/") ? link : from + "/" + link;
        for (var segment : whole.split("/", -1)) {
            if (segment.equals("..")) {
                if (!segments.isEmpty()) {
                    segments.remove(segments.size() - 1);
                }
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.add(segment);
            }
        }
        return String.join("/", segments);
    }
}
