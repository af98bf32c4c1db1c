package dev.schemalatch.registry;

import java.util.regex.Pattern;

/**
 * A pattern for registries and what they hold: {@code registry.example}, {@code *.example}, {@code registry.example/team/*}. In
 * the repository a star stands for anything, in the registry for anything up to the slash.
 */
record Glob(String text) {

    boolean matches(ImageReference image) {
        var slash = text.indexOf('/');
        var registry = slash < 0 ? text : text.substring(0, slash);
        return matches(registry, "[^/]*", image.registry())
                && (slash < 0 || matches(text.substring(slash + 1), ".*", image.repository()));
    }

    private static boolean matches(String pattern, String star, String name) {
        var parts = pattern.split("\\*", -1);
        var expression = new StringBuilder(Pattern.quote(parts[0]));
        for (var i = 1; i < parts.length; i++) {
            expression.append(star).append(Pattern.quote(parts[i]));
        }
        return Pattern.matches(expression.toString(), name);
    }
}
