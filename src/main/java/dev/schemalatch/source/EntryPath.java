package dev.schemalatch.source;

import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The name of an archive's entry as a path below the archive's own folder. */
final class EntryPath {

    private static final int LONGEST = 1024;
    private static final Pattern DRIVE = Pattern.compile("^[A-Za-z]:.*", Pattern.DOTALL);
    private static final Set<String> DROPPINGS = Set.of("__MACOSX", ".DS_Store");

    private EntryPath() {}

    /**
     * The path with single forward slashes; empty for the folder itself and for what macOS drops into archives.
     *
     * @throws FailedException {@code ArchiveRefused} where the name leads out of the folder or cannot be a path
     */
    static Optional<String> of(String place, String name) {
        if (name.startsWith("/") || DRIVE.matcher(name).matches()) {
            throw refused(place, name, "is an absolute path");
        }
        if (name.indexOf('\\') >= 0) {
            throw refused(place, name, "holds a backslash");
        }
        if (name.length() > LONGEST || name.codePoints().anyMatch(Character::isISOControl)) {
            throw refused(place, name, "is no usable path");
        }
        var segments = new ArrayList<String>();
        for (var segment : name.split("/", -1)) {
            if (segment.equals("..")) {
                throw refused(place, name, "leads out of its folder");
            }
            if (isDropping(segment)) {
                return Optional.empty();
            }
            if (!segment.isEmpty() && !segment.equals(".")) {
                segments.add(segment);
            }
        }
        return segments.isEmpty() ? Optional.empty() : Optional.of(String.join("/", segments));
    }

    /** Whether macOS writes files of this name beside the real ones. */
    static boolean isDropping(String segment) {
        return DROPPINGS.contains(segment) || segment.startsWith("._");
    }

    private static FailedException refused(String place, String name, String why) {
        return FailedException.of(
                Reason.ArchiveRefused,
                place + ": the entry " + Shown.name(name) + " " + why
                        + ". Pack the migrations folder itself, with relative paths and forward slashes.");
    }
}
