package dev.schemalatch.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one running server keeps on disk: its data directory, the folder of its socket and its log. Only the account that
 * the server runs as can enter the first two.
 */
record DataFolder(Path root) {

    private static final String PREFIX = "schemalatch-postgres-";

    /** Longer than a start ever takes. */
    private static final Duration STARTING = Duration.ofMinutes(10);

    /** Makes a folder with a copy of the template, and deletes what servers that are long dead left beside it. */
    static DataFolder create(Path parent, Account account, Programs programs) throws IOException {
        Files.createDirectories(parent);
        sweep(parent);
        var folder = new DataFolder(Files.createTempDirectory(parent, PREFIX));
        Files.setPosixFilePermissions(folder.root, PosixFilePermissions.fromString("rwx--x--x"));
        FileTree.copyFor(account, programs.template(), folder.data());
        Files.createDirectory(folder.socket());
        Files.setPosixFilePermissions(folder.socket(), PosixFilePermissions.fromString("rwx------"));
        account.own(folder.socket());
        return folder;
    }

    private static void sweep(Path parent) throws IOException {
        try (var found = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (var root : found) {
                var folder = new DataFolder(root);
                if (folder.abandoned()) {
                    FileTree.delete(root);
                }
            }
        }
    }

    private boolean abandoned() throws IOException {
        var old = Files.getLastModifiedTime(root)
                .toInstant()
                .isBefore(Instant.now().minus(STARTING));
        return old
                && Files.isReadable(root)
                && Files.isWritable(root)
                && pid().flatMap(ProcessHandle::of)
                        .filter(ProcessHandle::isAlive)
                        .isEmpty();
    }

    Path data() {
        return root.resolve("data");
    }

    Path socket() {
        return root.resolve("socket");
    }

    Path log() {
        return root.resolve("log");
    }

    /** Whether the server has said that it takes connections. */
    boolean ready() {
        return pidFile().stream().skip(7).anyMatch(line -> line.strip().equals("ready"));
    }

    private Optional<Long> pid() {
        return pidFile().stream()
                .findFirst()
                .filter(line -> line.matches("\\d{1,18}"))
                .map(Long::valueOf);
    }

    private List<String> pidFile() {
        try {
            return Files.readAllLines(data().resolve("postmaster.pid"));
        } catch (IOException notThere) {
            return List.of();
        }
    }

    /** The end of what the server logged. */
    String lastWords() {
        try {
            return Programs.lastWords(Files.readString(log()));
        } catch (IOException notThere) {
            return "";
        }
    }

    void delete() {
        FileTree.delete(root);
    }
}
