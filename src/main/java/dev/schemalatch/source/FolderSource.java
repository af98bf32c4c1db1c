package dev.schemalatch.source;

import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A folder on disk: the migrations themselves, or a project that keeps them in {@code prisma/migrations} or
 * {@code migrations}. Links that lead out
 * of the folder are not followed, and linked folders do not count, as they do not for Prisma.
 */
public record FolderSource(Path path, Limits limits) implements Source {

    /** Where the kubelet keeps the present files of a ConfigMap that is mounted as a volume. */
    private static final String MOUNTED = "..data";

    public FolderSource(Path path) {
        this(path, Limits.DEFAULT);
    }

    @Override
    public Bundle read() {
        if (!Files.isDirectory(path)) {
            throw FailedException.of(
                    Reason.MigrationsEmpty,
                    "Folder " + path + " does not exist. Name the folder that holds the migrations.");
        }
        var folder = ProjectFolder.CONVENTIONAL.stream()
                .map(path::resolve)
                .filter(this::holds)
                .findFirst()
                .orElse(path);
        var tree = new FileTree("Folder " + folder, limits, Reason.MigrationsTooLarge);
        try {
            var data = folder.resolve(MOUNTED);
            var mounted = Files.isSymbolicLink(data) && holds(data);
            var walk = new FolderWalk((mounted ? data : folder).toRealPath(), tree, limits);
            walk.read();
            var shape = mounted && !walk.nested() ? Bundle.Shape.FLAT : Bundle.Shape.TREE;
            return tree.bundle("Folder", folder.toString(), shape);
        } catch (IOException unreadable) {
            throw new FailedException(
                    FailedException.of(
                                    Reason.MigrationsUnreadable,
                                    "Folder " + folder + " cannot be read. Check the permissions of all files in it.")
                            .failure(),
                    unreadable);
        }
    }

    // also a folder may be a link, and lead out
    private boolean holds(Path folder) {
        try {
            return Files.isDirectory(folder) && folder.toRealPath().startsWith(path.toRealPath());
        } catch (IOException gone) {
            return false;
        }
    }
}
