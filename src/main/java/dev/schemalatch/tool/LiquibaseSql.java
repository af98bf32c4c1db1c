package dev.schemalatch.tool;

import dev.schemalatch.tool.LiquibaseChangeSet.Again;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads formatted SQL: {@code --liquibase formatted sql}, then {@code --changeset author:id attribute:value} before each changeset
 * ({@code parser/AbstractFormattedChangeLogParser.java}).
 */
final class LiquibaseSql {

    private static final Pattern HEADER = directive("\\s*--\\s*liquibase\\s*formatted.*");
    private static final Pattern CHANGESET = directive("\\s*--\\s*changeset\\s+(\"[^\"]+\"|[^:]+):(\"[^\"]+\"|\\S+).*");
    private static final Pattern PROPERTY = directive("\\s*--\\s*property\\s.*:.*");
    private static final Pattern IGNORE_LINES = directive("--\\s*ignoreLines:(\\w+)");
    private static final Pattern COMMENT = directive("--\\s*comment:? .*");
    private static final Pattern VALID = directive("--\\s*validCheckSum:? (.*)");
    private static final Pattern ROLLBACK = directive("\\s*--\\s*rollback .*");
    private static final Pattern ROLLBACK_BLOCK = directive("\\s*/\\*\\s*liquibase\\s*rollback\\s*");
    private static final Pattern BLOCK_END = directive(".*\\*/\\s*");
    private static final Pattern PRECONDITION = directive("\\s*--\\s*precondition(?:s|-[a-z0-9-]+).*");

    /** Lines beyond that say nothing to Liquibase that a person wrote. */
    private static final int LONGEST = 4000;

    private final LiquibasePaths.Place place;
    private final LiquibaseParameters parameters;
    private final List<String> lines;
    private final List<LiquibaseChangeSet> changeSets = new ArrayList<>();
    private final StringBuilder sql = new StringBuilder();
    private final Set<String> valid = new LinkedHashSet<>();
    private Optional<String> logicalPath = Optional.empty();
    private Optional<Beginning> current = Optional.empty();
    private boolean conditional;
    private int at;

    /** The line that a changeset begins with. */
    private record Beginning(String id, String author, String line, int number) {

        Optional<String> attribute(String name, String value) {
            var matcher = directive(".*" + name + ":(" + value + ").*").matcher(line);
            return matcher.matches()
                    ? Optional.of(unquoted(matcher.group(1))).filter(found -> !found.isEmpty())
                    : Optional.empty();
        }

        boolean flag(String name, boolean otherwise) {
            return attribute(name, "\\w+").map(Boolean::parseBoolean).orElse(otherwise);
        }
    }

    private LiquibaseSql(String text, LiquibasePaths.Place place, LiquibaseParameters parameters) {
        this.place = place;
        this.parameters = parameters;
        this.lines = text.lines().toList();
    }

    /** Whether the first line that is not blank says that it is formatted SQL. */
    static boolean formatted(String text) {
        return text.lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .map(line -> HEADER.matcher(line.startsWith("\ufeff") ? line.substring(1) : line)
                        .matches())
                .orElse(false);
    }

    static List<LiquibaseChangeSet> read(String text, LiquibasePaths.Place place, LiquibaseParameters parameters) {
        return new LiquibaseSql(text, place, parameters).read();
    }

    private List<LiquibaseChangeSet> read() {
        for (; at < lines.size(); at++) {
            var line = lines.get(at);
            if (!mayDirect(line)) {
                sql.append(line).append('\n');
                continue;
            }
            var begins = CHANGESET.matcher(line);
            var ignored = IGNORE_LINES.matcher(line);
            if (PROPERTY.matcher(line).matches()) {
                property(line);
            } else if (ignored.matches()) {
                ignore(ignored.group(1));
            } else if (begins.matches()) {
                finish(false);
                var id = parameters.expand(unquoted(begins.group(2)));
                current = Optional.of(new Beginning(id, parameters.expand(unquoted(begins.group(1))), line, at + 1));
            } else if (current.isPresent()) {
                body(line);
            } else if (HEADER.matcher(line).matches()) {
                logicalPath = new Beginning("", "", line, 0).attribute("logicalFilePath", "\\S*");
            }
        }
        finish(true);
        return changeSets;
    }

    private static boolean mayDirect(String line) {
        var start = line.stripLeading();
        return (start.startsWith("--") || start.startsWith("/*")) && line.length() <= LONGEST;
    }

    private void property(String line) {
        var attributes = new Beginning("", "", line, 0);
        var name = attributes.attribute("name", "\\s*\\S+");
        var value = attributes.attribute("value", "\\s*\\S+");
        if (name.isPresent() && LiquibaseDbms.matches(attributes.attribute("dbms", "[^,][\\w!,]+"))) {
            parameters.define(name.get().strip(), value.orElse("").strip());
        }
    }

    private void ignore(String extent) {
        if (!extent.equals("start")) {
            at += extent.matches("\\d{1,6}") ? Integer.parseInt(extent) : 0;
            return;
        }
        do {
            at++;
        } while (at < lines.size() && !lines.get(at).strip().matches("(?i)--\\s*ignoreLines:end"));
    }

    private void body(String line) {
        var declared = VALID.matcher(line);
        if (declared.matches()) {
            valid.add(declared.group(1).strip());
        } else if (ROLLBACK_BLOCK.matcher(line).matches()) {
            do {
                at++;
            } while (at < lines.size() && !BLOCK_END.matcher(lines.get(at)).matches());
        } else if (PRECONDITION.matcher(line).matches()) {
            conditional = true;
        } else if (!COMMENT.matcher(line).matches() && !ROLLBACK.matcher(line).matches()) {
            sql.append(line).append('\n');
        }
    }

    private void finish(boolean last) {
        current.filter(set -> !set.flag("\\bignore", false))
                .filter(set -> LiquibaseDbms.matches(
                        set.attribute("dbms", "[^,][\\w!,]+").map(parameters::expand)))
                .ifPresent(set -> changeSets.add(
                        changeSet(set, parameters.expand(sql.toString().strip()), last)));
        sql.setLength(0);
        valid.clear();
        conditional = false;
    }

    private LiquibaseChangeSet changeSet(Beginning set, String text, boolean last) {
        var delimiter = set.attribute("\\bendDelimiter", "\\S*")
                .or(() -> last && text.endsWith("\n/") ? Optional.of("\n/$") : Optional.empty());
        var change = new LiquibaseChange.Sql(
                text, text, set.flag("stripComments", true), set.flag("splitStatements", true), delimiter, true);
        var always = set.flag("runAlways", false);
        return new LiquibaseChangeSet(
                set.id(),
                set.author(),
                set.attribute("logicalFilePath", "\\S*")
                        .or(() -> logicalPath)
                        .map(parameters::expand)
                        .map(LiquibasePaths::normalized)
                        .orElse(place.path()),
                place.file(),
                set.number(),
                always ? Again.ALWAYS : set.flag("runOnChange", false) ? Again.CHANGED : Again.NEVER,
                set.flag("runInTransaction", true),
                conditional,
                set.attribute("context(?:Filter)?", "\".*?\"|\\S*").isPresent()
                        || set.attribute("labels", "\".*?\"|\\S*").isPresent(),
                List.of(change),
                valid);
    }

    private static String unquoted(String text) {
        return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1)
                : text;
    }

    private static Pattern directive(String pattern) {
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
    }
}
