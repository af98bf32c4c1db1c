package dev.schemalatch.source;

import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Lists a folder, and reads it only when the list is no longer than migrations are. */
final class FolderWalk extends SimpleFileVisitor<Path> {

    private final Path root;
    private final FileTree tree;
    private final Limits limits;
    private final SortedMap<String, Path> found = new TreeMap<>();
    private int seen;
    private boolean nested;

    /** @param root the folder's real path */
    FolderWalk(Path root, FileTree tree, Limits limits) {
        this.root = root;
        this.tree = tree;
        this.limits = limits;
    }

    void read() throws IOException {
        Files.walkFileTree(root, this);
        for (var file : found.entrySet()) {
            tree.file(file.getKey(), content(file.getKey(), file.getValue()));
        }
    }

    /** Whether there are folders in the folder. */
    boolean nested() {
        return nested;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
        if (directory.equals(root)) {
            return FileVisitResult.CONTINUE;
        }
        if (ProjectFolder.skipsFolder(name(directory))) {
            return FileVisitResult.SKIP_SUBTREE;
        }
        count();
        nested = true;
        tree.directory(path(directory));
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        count();
        if (ProjectFolder.skipsFile(name(file))) {
            return FileVisitResult.CONTINUE;
        }
        if (attributes.isSymbolicLink() ? leadsToFileInside(file) : attributes.isRegularFile()) {
            found.put(path(file), file);
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException why) {
        throw unreadable(path(file), "cannot be read. Check its permissions", why);
    }

    // a link that is passed over must not turn a migration into one without a file, unnoticed
    private boolean leadsToFileInside(Path link) {
        try {
            var target = link.toRealPath();
            if (target.startsWith(root)) {
                return Files.isRegularFile(target);
            }
            if (!ProjectFolder.needsFile(name(link))) {
                return false;
            }
            throw FailedException.of(
                    Reason.MigrationsUnreadable,
                    tree.place() + ": " + Shown.name(path(link))
                            + " is a link that leads out of the folder. Put the file there.");
        } catch (IOException dangling) {
            if (!ProjectFolder.needsFile(name(link))) {
                return false;
            }
            throw unreadable(path(link), "is a link that leads nowhere. Put the file there", dangling);
        }
    }

    private byte[] content(String path, Path file) {
        try (var stream = Files.newInputStream(file)) {
            var content = stream.readNBytes((int) tree.room() + 1);
            if (content.length > tree.room()) {
                throw tree.tooLarge(path);
            }
            return content;
        } catch (IOException why) {
            throw unreadable(path, "cannot be read. Check its permissions", why);
        }
    }

    private void count() {
        if (++seen > limits.files()) {
            throw FailedException.of(
                    Reason.MigrationsTooLarge,
                    tree.place() + " holds more than " + limits.files()
                            + " files and folders. Name the folder that holds the migrations and nothing else.");
        }
    }

    private FailedException unreadable(String path, String why, IOException cause) {
        return new FailedException(
                FailedException.of(
                                Reason.MigrationsUnreadable, tree.place() + ": " + Shown.name(path) + " " + why + ".")
                        .failure(),
                cause);
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }

    private String path(Path path) {
        return StreamSupport.stream(root.relativize(path).spliterator(), false)
                .map(Path::toString)
                .collect(Collectors.joining("/"));
    }
}
