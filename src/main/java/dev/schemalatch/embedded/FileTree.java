package dev.schemalatch.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;

/** What is done to whole folders. */
final class FileTree {

    private FileTree() {}

    /** Lets every account read a folder and what it holds. */
    static void openToAll(Path root) throws IOException {
        try (var files = Files.walk(root)) {
            for (var file : (Iterable<Path>) files::iterator) {
                if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
                } else if (!Files.isSymbolicLink(file)) {
                    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
                }
            }
        }
    }

    /** Copies a folder for one account alone: PostgreSQL takes no data that others may read. */
    static void copyFor(Account account, Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : (Iterable<Path>) files::iterator) {
                var target = to.resolve(from.relativize(file).toString());
                var directory = Files.isDirectory(file);
                if (directory) {
                    Files.createDirectory(target);
                } else {
                    Files.copy(file, target);
                }
                Files.setPosixFilePermissions(
                        target, PosixFilePermissions.fromString(directory ? "rwx------" : "rw-------"));
                account.own(target);
            }
        }
    }

    /** Deletes a folder if it exists. What vanishes meanwhile does no harm. */
    static void delete(Path root) {
        if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (var files = Files.walk(root)) {
            for (var file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                Files.deleteIfExists(file);
            }
        } catch (UncheckedIOException | NoSuchFileException vanished) {
            // A server that is ending deletes its own files.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
