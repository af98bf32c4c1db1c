package dev.schemalatch.catalog.kind;

import dev.schemalatch.sql.ServerVersion;
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
public record WasAndIs(String title, int from, String was, String edit, List<String> differences) {

    private static final Pattern FROM = Pattern.compile("(.*) \\[(\\d+)\\+]");

    /**
     * Names of all kinds and traits; {@code -Dschemalatch.kinds=tables,columns} for fewer while writing.
     */
    public static List<String> names() {
        var wanted = System.getProperty("schemalatch.kinds", "");
        return Stream.concat(
                        Kinds.ALL.stream().map(Kind::name), Traits.ALL.stream().map(Trait::name))
                .filter(name -> wanted.isEmpty() || List.of(wanted.split(",")).contains(name))
                .toList();
    }

    /** The cases of a kind or trait; one without any has no file, and fails. */
    public static List<WasAndIs> of(String name) {
        var file = "/catalog/differences/" + name.replace(' ', '-') + ".txt";
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

    /** Whether it is run on a version: all on the oldest and the newest, each on one of those between. */
    public boolean inTurn(int major) {
        var everyCase = major == ServerVersion.OLDEST || major == ServerVersion.NEWEST;
        return major >= from && (everyCase || Math.floorMod(title.hashCode(), 3) == major % 3);
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
