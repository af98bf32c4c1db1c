package dev.schemalatch.embedded;

import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.sql.ServerVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The unpacked versions of PostgreSQL in one folder, {@code <major>.<minor>-<layout>} each, made when first asked for.
 *
 * <p>A version is made in a folder of its own aside and renamed when it is complete: what has the right name can be used,
 * without a lock and without the right to write.
 */
final class Installations {

    /** Grows with every change to what is made of an archive. */
    private static final int LAYOUT = 2;

    private static final Pattern NAME = Pattern.compile("(\\d+)\\.(\\d+)-" + LAYOUT);

    private final Folders folders;
    private final Account account;

    Installations(Folders folders, Account account) {
        this.folders = folders;
        this.account = account;
    }

    SortedSet<Integer> majors() {
        var majors = new TreeSet<Integer>();
        archives().forEach(archive -> majors.add(archive.version().major()));
        unpacked().forEach(programs -> majors.add(programs.version().major()));
        return majors;
    }

    /**
     * The newest minor version that there is of a major one.
     *
     * @throws FailedException {@code ShadowUnavailable} where there is neither an archive nor a prepared folder, or where
     *     unpacking fails
     */
    Programs programs(int major) {
        var archive = newest(archives().stream()
                .filter(candidate -> candidate.version().major() == major)
                .map(found -> new Programs(found.version(), folder(found.version()))));
        var ready =
                newest(unpacked().stream().filter(programs -> programs.version().major() == major));
        if (ready.isPresent()
                && (archive.isEmpty()
                        || ready.get().version().compareTo(archive.get().version()) >= 0)) {
            return ready.get();
        }
        return archive.map(this::install).orElseThrow(() -> missing(major));
    }

    private FailedException missing(int major) {
        return FailedException.of(
                Reason.ShadowUnavailable,
                "There is no embedded PostgreSQL " + major + " for " + Archive.platform() + ", neither unpacked in "
                        + folders.programs() + " nor as an archive. Set SCHEMALATCH_POSTGRES_ARCHIVES to the folder of"
                        + " the archives, or name a shadow server of your own.");
    }

    private static Optional<Programs> newest(Stream<Programs> programs) {
        return programs.max(Comparator.comparing(Programs::version));
    }

    private List<Archive> archives() {
        return folders.archives().filter(Files::isDirectory).map(Archive::in).orElse(List.of());
    }

    private List<Programs> unpacked() {
        if (!Files.isDirectory(folders.programs())) {
            return List.of();
        }
        try (var found = Files.list(folders.programs())) {
            return found.flatMap(Installations::named).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Programs> named(Path folder) {
        var name = NAME.matcher(folder.getFileName().toString());
        return name.matches()
                ? Stream.of(new Programs(
                        new ServerVersion(Integer.parseInt(name.group(1)) * 10_000 + Integer.parseInt(name.group(2))),
                        folder))
                : Stream.empty();
    }

    private Path folder(ServerVersion version) {
        return folders.programs().resolve(version + "-" + LAYOUT);
    }

    private Path lockFile(Programs wanted) {
        return folders.programs().resolve(wanted.version() + ".lock");
    }

    /** The lock spares other processes the same work; the renaming is what keeps them from half of it. */
    private synchronized Programs install(Programs wanted) {
        try {
            Files.createDirectories(folders.programs());
            try (var lock = FileChannel.open(lockFile(wanted), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                awaitTurn(lock);
                if (!Files.exists(wanted.folder())) {
                    make(wanted);
                }
                return wanted;
            }
        } catch (IOException e) {
            throw new FailedException(
                    FailedException.of(
                                    Reason.ShadowUnavailable,
                                    "PostgreSQL " + wanted.version() + " could not be unpacked into "
                                            + folders.programs()
                                            + ". Set SCHEMALATCH_POSTGRES_HOME to a folder that can be written.")
                            .failure(),
                    e);
        }
    }

    private static void awaitTurn(FileChannel lock) throws IOException {
        try {
            var ignored = lock.lock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            // Then both do the work, and the first to rename wins.
        }
    }

    private void make(Programs wanted) throws IOException {
        var archive = archives().stream()
                .filter(candidate -> candidate.version().equals(wanted.version()))
                .findFirst()
                .orElseThrow(() -> missing(wanted.version().major()));
        var aside = new Programs(wanted.version(), Files.createTempDirectory(folders.programs(), "unpacking-"));
        try {
            FileTree.openToAll(aside.folder());
            archive.unpack(aside.folder());
            TrustedExtensions.mark(aside.folder());
            StandIns.place(aside.folder());
            Files.createDirectory(aside.template());
            account.own(aside.template());
            Programs.run(account.command(aside.initialise(aside.template())), "");
            FileTree.openToAll(aside.template());
            Files.move(aside.folder(), wanted.folder(), StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (!Files.exists(wanted.folder())) {
                throw e;
            }
        } finally {
            FileTree.delete(aside.folder());
        }
    }
}
