package dev.schemalatch.registry;

import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Keeps what was pulled, within a size: what was not used for longest makes room. Each repository has a folder of its own, so that
 * nobody gets by a digest what they may not pull from there. Files appear whole or not at all.
 */
final class Cache {

    private static final String UNFINISHED = "unfinished";

    private static final Duration ABANDONED = Duration.ofHours(1);

    private final Path root;
    private final long most;
    private boolean opened;
    private long used;
    private long unfinished;

    Cache(Path root, long most) {
        this.root = root;
        this.most = most;
    }

    long most() {
        return most;
    }

    /** What a repository's folder holds of a digest. */
    Optional<Path> find(ImageReference image, Digest digest, Part part) {
        var file = file(image, digest, part);
        try {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
            return Optional.of(file);
        } catch (IOException absent) {
            return Optional.empty();
        }
    }

    /** What is kept of a digest. */
    enum Part {
        CONTENT,
        LISTING
    }

    /** A file that is being written. */
    final class Draft implements AutoCloseable {

        private static final int CHUNK = 1 << 20;

        private final Path file;
        private long reserved;
        private long written;

        private Draft(Path file) {
            this.file = file;
        }

        Path file() {
            return file;
        }

        /** Adds bytes at its end. */
        void append(OutputStream out, byte[] bytes, int length) {
            try {
                written += length;
                while (reserved < written) {
                    grow(CHUNK);
                }
                out.write(bytes, 0, length);
            } catch (IOException full) {
                throw unusable(full);
            }
        }

        private void grow(long bytes) throws IOException {
            reserve(bytes);
            reserved += bytes;
        }

        /** Puts it in its place. */
        Path keep(ImageReference image, Digest digest, Part part) throws IOException {
            var place = Cache.this.file(image, digest, part);
            var size = Files.size(file);
            grow(Math.max(0, size - reserved));
            Files.createDirectories(place.getParent());
            synchronized (Cache.this) {
                used += size - (Files.exists(place) ? Files.size(place) : 0);
                Files.move(file, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
            return place;
        }

        @Override
        public void close() throws IOException {
            synchronized (Cache.this) {
                unfinished -= reserved;
            }
            Files.deleteIfExists(file);
        }
    }

    Draft draft() throws IOException {
        open();
        return new Draft(Files.createTempFile(root.resolve(UNFINISHED), "pull", ""));
    }

    private synchronized void open() throws IOException {
        if (!opened || !Files.isDirectory(root.resolve(UNFINISHED))) {
            Files.createDirectories(root.resolve(UNFINISHED));
            sweep();
            used = kept().stream().mapToLong(Kept::size).sum();
            opened = true;
        }
    }

    // what a process left that ended in the middle; another one may be at work in the same folder
    private void sweep() throws IOException {
        var longAgo = FileTime.from(Instant.now().minus(ABANDONED));
        try (var drafts = Files.newDirectoryStream(root.resolve(UNFINISHED))) {
            for (var draft : drafts) {
                if (kept(draft).filter(one -> one.used().compareTo(longAgo) < 0).isPresent()) {
                    Files.deleteIfExists(draft);
                }
            }
        }
    }

    static FailedException unusable(IOException why) {
        return new FailedException(
                FailedException.of(
                                Reason.InternalError,
                                "The cache of images cannot be used ("
                                        + why.getClass().getSimpleName()
                                        + "). See that its folder can be written and has room.")
                        .failure(),
                why);
    }

    private synchronized void reserve(long bytes) throws IOException {
        if (unfinished + bytes > most) {
            throw FailedException.of(
                    Reason.ImageCacheFull,
                    "Other images are being read, and there is no room for one more beside them. It is tried again soon; a"
                            + " larger cache helps.");
        }
        unfinished += bytes;
        if (used + unfinished > most) {
            evict(most - unfinished);
        }
    }

    private void evict(long target) throws IOException {
        var oldestFirst = kept();
        used = oldestFirst.stream().mapToLong(Kept::size).sum();
        for (var one : oldestFirst) {
            if (used <= target) {
                return;
            }
            Files.deleteIfExists(one.file());
            used -= one.size();
        }
    }

    private record Kept(Path file, long size, FileTime used) {}

    private List<Kept> kept() throws IOException {
        var all = new ArrayList<Kept>();
        try (var files = Files.walk(root, 2)) {
            files.filter(file -> !file.startsWith(root.resolve(UNFINISHED)))
                    .filter(Files::isRegularFile)
                    .forEach(file -> kept(file).ifPresent(all::add));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        all.sort(Comparator.comparing(Kept::used));
        return all;
    }

    // another process may share the folder
    private static Optional<Kept> kept(Path file) {
        try {
            return Optional.of(new Kept(file, Files.size(file), Files.getLastModifiedTime(file)));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private Path file(ImageReference image, Digest digest, Part part) {
        var folder =
                Digest.sha256(image.name().getBytes(StandardCharsets.UTF_8)).hex();
        return root.resolve(folder)
                .resolve(digest.algorithm() + "-" + digest.hex() + (part == Part.LISTING ? ".names" : ""));
    }
}
