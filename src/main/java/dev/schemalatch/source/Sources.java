package dev.schemalatch.source;

import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** What a path on disk may lead to. To add a source that has a path: its file, and one line in the list. */
public final class Sources {

    private record Kind(Predicate<Path> fits, Function<Path, Source> source) {}

    private static final List<Kind> ON_DISK = List.of(
            new Kind(Files::isDirectory, FolderSource::new), new Kind(Files::isRegularFile, ArchiveSource::new));

    private Sources() {}

    /**
     * The source that a path on the command line means.
     *
     * @throws FailedException {@code MigrationsEmpty} where nothing is there
     */
    public static Source at(Path path) {
        return ON_DISK.stream()
                .filter(kind -> kind.fits().test(path))
                .findFirst()
                .map(kind -> kind.source().apply(path))
                .orElseThrow(() -> FailedException.of(
                        Reason.MigrationsEmpty,
                        path + " is neither a folder nor a file. Name a migrations folder, or a .zip or .tgz of one."));
    }
}
