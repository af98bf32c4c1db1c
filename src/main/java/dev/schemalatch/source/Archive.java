package dev.schemalatch.source;

import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A packed migrations folder, in memory.
 *
 * @param place as messages name it: {@code ConfigMap orders-migrations, key migrations.tgz}
 * @param name the file's name, for its suffix
 */
record Archive(String place, String name, byte[] content) {

    private static final List<String> NOT_READ =
            List.of(".tar", ".gz", ".bz2", ".xz", ".zst", ".lz4", ".7z", ".rar", ".jar", ".war", ".tbz2", ".txz");

    /** The kinds of archive that are read. */
    private enum Format {
        ZIP(List.of(".zip"), 'P', 'K'),
        TAR_GZIP(List.of(".tgz", ".tar.gz"), 0x1f, 0x8b);

        private final List<String> suffixes;
        private final int first;
        private final int second;

        Format(List<String> suffixes, int first, int second) {
            this.suffixes = suffixes;
            this.first = first;
            this.second = second;
        }

        private boolean begins(byte[] content) {
            return content.length >= 2 && (content[0] & 0xff) == first && (content[1] & 0xff) == second;
        }
    }

    /** Whether the name or the first bytes say that this is an archive, of a kind that is read or not. */
    boolean recognized() {
        return format().isPresent() || namedLikeOne();
    }

    private boolean namedLikeOne() {
        var lower = name.toLowerCase(Locale.ROOT);
        return NOT_READ.stream().anyMatch(lower::endsWith)
                || List.of(Format.values()).stream()
                        .flatMap(f -> f.suffixes.stream())
                        .anyMatch(lower::endsWith);
    }

    // SQL may begin with the letters PK; it does not go on with the numbers of a ZIP header
    private Optional<Format> format() {
        return List.of(Format.values()).stream()
                .filter(f -> f.begins(content))
                .filter(f -> f != Format.ZIP || content.length >= 4 && content[2] < 9 && content[3] < 9)
                .findFirst();
    }

    /**
     * The files that it holds.
     *
     * @throws FailedException {@code ArchiveInvalid} where it is broken or of another kind, {@code ArchiveRefused} where it
     *     breaks a limit, holds links or devices, or leads out of its folder, {@code DuplicateMigration} where it holds a path
     *     twice
     */
    FileTree unpack(Limits limits) {
        var format = format().orElseThrow(() -> invalid("is no .zip and no .tgz archive"));
        var tree = new FileTree(place, limits, Reason.ArchiveRefused);
        var expansion = new Expansion(place, content.length, limits);
        try {
            switch (format) {
                case ZIP -> new Zip(this, expansion).unpack(tree);
                case TAR_GZIP -> new TarGzip(this, expansion).unpack(tree);
            }
        } catch (FailedException failed) {
            throw failed;
        } catch (IOException | RuntimeException broken) {
            // the library answers broken headers with many kinds of exceptions; none may pass for a fault of ours
            throw new FailedException(invalid("is broken or cut short").failure(), broken);
        }
        return tree;
    }

    FailedException invalid(String what) {
        return FailedException.of(
                Reason.ArchiveInvalid, place + " " + what + ". Pack it anew: schemalatch pack <migrations folder>.");
    }

    FailedException refused(String entry, String why) {
        return FailedException.of(
                Reason.ArchiveRefused,
                place + ": the entry " + Shown.name(entry) + " is " + why + ". Pack plain files and folders only.");
    }
}
