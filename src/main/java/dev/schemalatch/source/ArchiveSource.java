package dev.schemalatch.source;

import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A {@code .zip} or {@code .tgz} on disk. */
public record ArchiveSource(Path path, Limits limits) implements Source {

    public ArchiveSource(Path path) {
        this(path, Limits.DEFAULT);
    }

    @Override
    public Bundle read() {
        var place = "Archive " + path;
        var archive = new Archive(place, path.getFileName().toString(), content(place));
        return archive.unpack(limits).bundle("Archive", path.toString(), Bundle.Shape.TREE);
    }

    private byte[] content(String place) {
        if (!Files.isRegularFile(path)) {
            throw FailedException.of(Reason.MigrationsEmpty, place + " does not exist. Name an archive or a folder.");
        }
        try (var file = Files.newInputStream(path)) {
            var content = file.readNBytes((int) limits.totalBytes() + 1);
            if (content.length > limits.totalBytes()) {
                throw FailedException.of(
                        Reason.ArchiveRefused,
                        place + " is larger than " + Shown.bytes(limits.totalBytes())
                                + ". Pack the migrations folder and nothing else.");
            }
            return content;
        } catch (IOException unreadable) {
            throw new FailedException(
                    FailedException.of(Reason.MigrationsUnreadable, place + " cannot be read. Check its permissions.")
                            .failure(),
                    unreadable);
        }
    }
}
