package dev.schemalatch.catalog.kind;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One case of {@code catalog/differences/<kind>.txt}: what was, what was done to it, and the differences that make. A title
 * that ends in {@code [15+]} is for that major version and newer.
 */
record WasAndIs(String title, int from, String was, String edit, List<String> differences) {

    private static final Pattern FROM = Pattern.compile("(.*) \\[(\\d+)\\+]");

    /** The cases of a kind; a kind without any has no file, and fails. */
    static List<WasAndIs> of(Kind kind) {
        var file = "/catalog/differences/" + kind.name().replace(' ', '-') + ".txt";
        try (var stream = WasAndIs.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("no cases in " + file);
            }
            var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return Stream.of(text.split("(?m)^=== "))
                    .skip(1)
                    .map(WasAndIs::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static WasAndIs parse(String text) {
        var title = text.lines().findFirst().orElseThrow();
        var parts = text.substring(title.length() + 1).split("(?m)^---\n", -1);
        if (parts.length != 3) {
            throw new IllegalStateException(title + ": expected what was, --- what was done, --- the differences");
        }
        var from = FROM.matcher(title);
        return new WasAndIs(
                title,
                from.matches() ? Integer.parseInt(from.group(2)) : 0,
                parts[0],
                parts[1],
                parts[2].lines().filter(line -> !line.isBlank()).toList());
    }
}
