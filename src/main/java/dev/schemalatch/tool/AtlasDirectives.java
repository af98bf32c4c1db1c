package dev.schemalatch.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Atlas reads in the comments at the top of a file ({@code sql/migrate/dir.go}).
 *
 * @param text the whole file
 */
record AtlasDirectives(String text) {

    private static final Pattern DIRECTIVE =
            Pattern.compile("^([ -~]*)atlas:([0-9A-Za-z_]+)(?: +(.+))*", Pattern.UNIX_LINES);

    /** What the file says before its first statement, apart from it by an empty line. */
    List<String> named(String name) {
        return comments().stream()
                .map(DIRECTIVE::matcher)
                .filter(found -> found.find() && found.group(2).equals(name))
                .map(AtlasDirectives::argument)
                .toList();
    }

    /** What ends a statement, where it is not the semicolon: only the very first line may say it. */
    Optional<String> delimiter() {
        var found = DIRECTIVE.matcher(text);
        return found.find()
                        && found.group(2).equals("delimiter")
                        && found.group(1).equals("-- ")
                ? Optional.of(argument(found)
                        .replace("\\n", "\n")
                        .replace("\\r", "\r")
                        .replace("\\t", "\t"))
                : Optional.empty();
    }

    boolean checkpoint() {
        return !named("checkpoint").isEmpty();
    }

    /** Whether the file's content is left out of {@code atlas.sum}. */
    boolean leftOutOfSum() {
        var found = DIRECTIVE.matcher(text);
        return found.find() && found.group(2).equals("sum") && argument(found).equals("ignore");
    }

    private static String argument(Matcher found) {
        return Optional.ofNullable(found.group(3)).orElse("");
    }

    private List<String> comments() {
        List<String> comments = new ArrayList<>();
        var rest = text;
        while (rest.startsWith("#") || rest.startsWith("--")) {
            var end = rest.indexOf('\n');
            comments.add(end < 0 ? rest : GoText.trim(rest.substring(0, end)));
            rest = end < 0 ? "" : rest.substring(end + 1);
        }
        var apart = rest.isEmpty() || rest.replaceFirst("^[ \\t]+", "").startsWith("\n");
        return apart ? comments : List.of();
    }
}
