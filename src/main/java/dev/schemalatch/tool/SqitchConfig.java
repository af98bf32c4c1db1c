package dev.schemalatch.tool;

import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * {@code sqitch.conf}: sections and keys in the form of Git's configuration, as Sqitch looks them up for PostgreSQL ({@code
 * App::Sqitch::Target}).
 *
 * @param values by {@code section.name}; section and key in lower case, what stands between as written
 */
record SqitchConfig(SortedMap<String, String> values) {

    static final String FILE = "sqitch.conf";

    private static final Pattern SECTION =
            Pattern.compile("\\s*\\[\\s*([-.\\w]+)(?:\\s+\"((?:[^\"\\\\]|\\\\.)*)\")?\\s*]\\s*(.*)");
    private static final Pattern VALUE = Pattern.compile("\\s*([A-Za-z][-\\w]*)\\s*(?:=\\s*(.*))?");

    SqitchConfig {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    static SqitchConfig of(String text) {
        var values = new TreeMap<String, String>();
        var section = "";
        for (var line : text.replaceAll("(?<!\\\\)\\\\\\r?\\n", "").lines().toList()) {
            var head = SECTION.matcher(line);
            var rest = line;
            if (head.matches()) {
                var name = head.group(1).toLowerCase(Locale.ROOT);
                section = head.group(2) == null ? name : name + "." + unescaped(head.group(2));
                rest = head.group(3);
            }
            var value = VALUE.matcher(rest);
            if (value.matches()) {
                var text2 = value.group(2) == null ? "true" : plain(value.group(2));
                values.put(section + "." + value.group(1).toLowerCase(Locale.ROOT), text2);
            }
        }
        return new SqitchConfig(values);
    }

    /** What is set for the target, else for PostgreSQL, else for all. */
    Optional<String> get(String key) {
        return target().flatMap(target -> value("target." + target + "." + key))
                .or(() -> value("engine.pg." + key))
                .or(() -> value("core." + key))
                .filter(value -> !value.isEmpty());
    }

    /** Variables of psql that Sqitch sets for the scripts. */
    SortedMap<String, String> variables() {
        var variables = new TreeMap<String, String>();
        section("engine.pg.variables").ifPresent(variables::putAll);
        target().flatMap(target -> section("target." + target + ".variables")).ifPresent(variables::putAll);
        section("deploy.variables").ifPresent(variables::putAll);
        return variables;
    }

    // a target is a name of its own section, or the address itself
    private Optional<String> target() {
        return value("core.target").or(() -> value("engine.pg.target")).filter(target -> target.indexOf(':') < 0);
    }

    private Optional<String> value(String key) {
        return Optional.ofNullable(values.get(key));
    }

    private Optional<SortedMap<String, String>> section(String name) {
        var found = new TreeMap<String, String>();
        values.subMap(name + ".", name + "/")
                .forEach((key, value) -> found.put(key.substring(name.length() + 1), value));
        return found.isEmpty() ? Optional.empty() : Optional.of(found);
    }

    // quotes may begin and end anywhere; what follows a # or ; outside of them is a comment
    private static String plain(String written) {
        var plain = new StringBuilder();
        var quoted = false;
        var kept = 0;
        for (var at = 0; at < written.length(); at++) {
            var c = written.charAt(at);
            if (c == '\\' && at + 1 < written.length()) {
                at++;
                plain.append(escaped(written.charAt(at)));
                kept = plain.length();
            } else if (c == '"') {
                quoted = !quoted;
                kept = plain.length();
            } else if (!quoted && (c == '#' || c == ';')) {
                break;
            } else {
                plain.append(c);
                kept = quoted || !Character.isWhitespace(c) ? plain.length() : kept;
            }
        }
        return plain.substring(0, kept);
    }

    private static char escaped(char c) {
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'b' -> '\b';
            default -> c;
        };
    }

    private static String unescaped(String text) {
        return text.replaceAll("\\\\(.)", "$1");
    }
}
