package dev.schemalatch.tool;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Liquibase's checksum of a changeset: MD5 over those of its changes. Of SQL, version 9 (since 4.22) leaves out all blanks, version 8
 * makes one of many and puts the options before ({@code change/AbstractSQLChange.java}, {@code change/NormalizingStreamV8.java}).
 */
final class LiquibaseChecksum {

    private static final Pattern BLANKS = Pattern.compile("[ \\n\\r\\t]+");

    private LiquibaseChecksum() {}

    static String version9(List<LiquibaseChange.Sql> changes) {
        var here = changes.stream().filter(LiquibaseChange.Sql::here).toList();
        return changeSet(
                "9:", here, change -> BLANKS.matcher(change.checksumText()).replaceAll(""));
    }

    static String version8(List<LiquibaseChange.Sql> changes) {
        return changeSet(
                "8:",
                changes,
                change -> change.endDelimiter().orElse("null") + ":" + change.splitStatements() + ":"
                        + change.stripComments() + ":" + folded(change.checksumText()));
    }

    private static String changeSet(
            String version, List<LiquibaseChange.Sql> changes, Function<LiquibaseChange.Sql, String> text) {
        var sums = changes.stream()
                .map(change -> version + md5(text.apply(change)) + ":")
                .collect(Collectors.joining());
        return version + md5(Normalizer.normalize(sums, Normalizer.Form.NFC));
    }

    private static String folded(String sql) {
        return BLANKS.matcher(sql).replaceAll(" ").strip();
    }

    private static String md5(String text) {
        return Hash.md5(text.getBytes(StandardCharsets.UTF_8));
    }
}
