package dev.schemalatch.source;

import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Gathers the files of one place within its limits, each path once. */
public final class FileTree {

    private final String place;
    private final Limits limits;
    private final Reason overLimit;
    private final SortedMap<String, byte[]> files = new TreeMap<>();
    private final SortedSet<String> directories = new TreeSet<>();
    private long bytes;

    /**
     * @param place as messages name it
     * @param overLimit the reason given where a limit is broken
     */
    public FileTree(String place, Limits limits, Reason overLimit) {
        this.place = place;
        this.limits = limits;
        this.overLimit = overLimit;
    }

    /** As messages name it. */
    public String place() {
        return place;
    }

    /** Bytes that the next file may have. */
    public long room() {
        return Math.min(limits.fileBytes(), limits.totalBytes() - bytes);
    }

    /** A folder below the root, and all above it. */
    public void directory(String path) {
        if (files.containsKey(path)) {
            throw fileAndFolder(path);
        }
        if (directories.add(path)) {
            parents(path);
            count();
        }
    }

    /** A file, and all folders above it. */
    public void file(String path, byte[] content) {
        if (directories.contains(path)) {
            throw fileAndFolder(path);
        }
        if (content.length > room()) {
            throw tooLarge(path);
        }
        if (files.put(path, content) != null) {
            throw FailedException.of(
                    Reason.DuplicateMigration, place + " holds " + Shown.name(path) + " twice. Keep one of them.");
        }
        parents(path);
        bytes += content.length;
        count();
    }

    /** Says that there is no room for a file. */
    public FailedException tooLarge(String path) {
        return FailedException.of(
                overLimit,
                place + ": with " + Shown.name(path) + " it holds more than is read ("
                        + Shown.bytes(limits.fileBytes()) + " a file, " + Shown.bytes(limits.totalBytes())
                        + " in all). Name the folder that holds the migrations and nothing else.");
    }

    /**
     * What was gathered.
     *
     * @throws FailedException {@code MigrationsEmpty} where there is no file
     */
    public Bundle bundle(String kind, String name, Bundle.Shape shape) {
        return bundle(kind, name, Optional.empty(), shape);
    }

    /**
     * What was gathered from a place whose name can stand for something else later.
     *
     * @param resolved what it stood for
     * @throws FailedException {@code MigrationsEmpty} where there is no file
     */
    public Bundle bundle(String kind, String name, Optional<String> resolved, Bundle.Shape shape) {
        if (files.isEmpty()) {
            throw FailedException.of(
                    Reason.MigrationsEmpty, place + " holds no files. Put the application's migrations there.");
        }
        var origin = new Origin(kind, name, ContentDigest.of(files, directories), resolved);
        return new Bundle(origin, shape, files, directories);
    }

    private FailedException fileAndFolder(String path) {
        return FailedException.of(
                Reason.ArchiveInvalid,
                place + " holds " + Shown.name(path) + " as a file and as a folder. Pack it anew.");
    }

    private void parents(String path) {
        var slash = path.lastIndexOf('/');
        if (slash > 0) {
            directory(path.substring(0, slash));
        }
    }

    private void count() {
        if (files.size() + directories.size() > limits.files()) {
            throw FailedException.of(
                    overLimit,
                    place + " holds more than " + limits.files()
                            + " files and folders. Name the folder that holds the migrations and nothing else.");
        }
    }
}
