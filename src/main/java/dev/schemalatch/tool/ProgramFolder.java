package dev.schemalatch.tool;

import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.source.Bundle;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The folder of a project that a tool's migrations stand in: the one nearest to the top with a numbered file; or the top, where
 * there are no others. Everything in it of the tool's kinds of files is a migration, and nothing below it is.
 *
 * @param extensions of the kinds of files that it takes, with their dots
 */
record ProgramFolder(Bundle bundle, Set<String> extensions) {

    /** What Node runs as it is or through TypeScript. */
    static final Set<String> EXTENSIONS = Set.of(".js", ".cjs", ".mjs", ".ts", ".cts", ".mts");

    /** A number or a date in front, as all tools have it; a page {@code 404.js} has none. */
    private static final Pattern NUMBERED = Pattern.compile("^(\\d+[A-Za-z]?[_-]|\\d{4}[.-]\\d\\d)");

    private static final Pattern NOT_RUN = Pattern.compile("(?i).*\\.(d\\.[cm]?ts|(spec|test)\\.[^.]+)");

    /** What others wrote, and data that tools number alike. */
    private static final Pattern NOT_MIGRATIONS = Pattern.compile("/node_modules/|/seed(er)?s/$");

    ProgramFolder {
        extensions = Set.copyOf(extensions);
    }

    /** Paths of all that could be migrations, without regard to which folder it is. */
    List<String> anywhere() {
        return in(candidates());
    }

    private List<String> in(Set<String> folders) {
        return bundle.files().keySet().stream()
                .filter(path -> folders.contains(above(path)) && isProgram(name(path)))
                .toList();
    }

    /**
     * Paths of the migrations, in no order.
     *
     * @param layout of the tool, for messages
     * @throws FailedException {@code LayoutUnknown} where no folder has them, or several have
     */
    List<String> paths(String layout) {
        var numbered = candidates();
        var candidates = numbered.isEmpty() && isFlat() ? Set.of("") : numbered;
        if (candidates.isEmpty()) {
            throw FailedException.of(
                    Reason.LayoutUnknown,
                    bundle.origin() + " holds no migrations of " + layout + ". Name their folder.");
        }
        if (candidates.size() > 1) {
            throw FailedException.of(
                    Reason.LayoutUnknown,
                    bundle.origin() + " holds several migrations folders: "
                            + candidates.stream().limit(5).collect(Collectors.joining(", ")) + ". Name one of them.");
        }
        return in(candidates);
    }

    /** Whether there are programs, and none in a folder: who points there means these. */
    private boolean isFlat() {
        var programs = bundle.files().keySet().stream()
                .filter(path -> isProgram(name(path)))
                .toList();
        return !programs.isEmpty() && programs.stream().allMatch(path -> path.indexOf('/') < 0);
    }

    /** Those nearest to the top, with a slash at their ends; of several, one that is called so. */
    private Set<String> candidates() {
        var holders = bundle.files().keySet().stream()
                .filter(path ->
                        isProgram(name(path)) && NUMBERED.matcher(name(path)).find())
                .map(ProgramFolder::above)
                .filter(folder -> !NOT_MIGRATIONS.matcher("/" + folder).find())
                .collect(Collectors.toCollection(TreeSet::new));
        var top = holders.stream().mapToLong(ProgramFolder::depth).min().orElse(0);
        holders.removeIf(folder -> depth(folder) > top);
        var named = holders.stream()
                .filter(folder -> ("/" + folder).endsWith("/migrations/"))
                .collect(Collectors.toCollection(TreeSet::new));
        return named.isEmpty() ? holders : named;
    }

    private boolean isProgram(String name) {
        return extensions.contains(extension(name))
                && !name.startsWith(".")
                && !NOT_RUN.matcher(name).matches();
    }

    private static long depth(String folder) {
        return folder.chars().filter(c -> c == '/').count();
    }

    private static String above(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    /** The file's name, without its folder. */
    static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** What Node's {@code path.extname} says: what begins with the last dot, where that is not the first character. */
    static String extension(String name) {
        var dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(dot) : "";
    }

    /** The file's name without that. */
    static String stem(String path) {
        var name = name(path);
        return name.substring(0, name.length() - extension(name).length());
    }

    /** Migrations in the order of their names, by their code units, as JavaScript's {@code sort} has them. */
    static final Comparator<Migration> BY_NAME = Comparator.comparing(Migration::name);
}
