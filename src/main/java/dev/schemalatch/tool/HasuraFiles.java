package dev.schemalatch.tool;

import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.source.Bundle;
import dev.schemalatch.tool.Script.Mode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files of Hasura's command line ({@code cli/migrate/source}): a folder for each migration, or in its first format files in one
 * folder. Files of metadata ({@code .yaml}) count and are not run.
 */
record HasuraFiles(Bundle bundle) {

    private static final Pattern FILE = Pattern.compile("([0-9]+)_(.*)[./](down|up)\\.(sql|yaml)", Pattern.UNIX_LINES);
    private static final BigInteger TOO_LARGE = BigInteger.ONE.shiftLeft(64);

    /** Hasura names by milliseconds, as no other tool with such folders does; of files, the first format is rare. */
    Claim claim() {
        if (!folders().candidates().isEmpty()) {
            return bundle.files().keySet().stream()
                            .filter(path -> path.endsWith("/up.sql"))
                            .allMatch(HasuraFiles::inMilliseconds)
                    ? Claim.CERTAIN
                    : Claim.POSSIBLE;
        }
        var metadata = bundle.files().keySet().stream().anyMatch(path -> path.endsWith(".up.yaml"));
        var first = bundle.files().keySet().stream()
                .filter(path -> path.endsWith(".up.sql"))
                .allMatch(HasuraFiles::inMilliseconds);
        return !files().candidates().isEmpty() && (metadata || first) ? Claim.POSSIBLE : Claim.NONE;
    }

    private static boolean inMilliseconds(String path) {
        return path.matches("(.*/)?[0-9]{13}_[^/]*[./]up\\.sql");
    }

    private ScriptFolder folders() {
        return new ScriptFolder(
                bundle, 2, path -> path.endsWith("/up.sql") && file(path).isPresent());
    }

    private ScriptFolder files() {
        return new ScriptFolder(
                bundle, 1, path -> path.endsWith(".up.sql") && file(path).isPresent());
    }

    /** @throws FailedException {@code LayoutUnknown}, {@code DuplicateMigration} */
    MigrationFiles read() {
        var folder = (folders().candidates().isEmpty() && !files().candidates().isEmpty() ? files() : folders())
                .path("Hasura (<version>_<name>/up.sql; in projects of version 3, below the name of a database)");
        Map<BigInteger, Map<String, String>> versions = new TreeMap<>();
        for (var path : bundle.files().keySet()) {
            if (path.startsWith(folder) && !bundle.text(path).isEmpty()) {
                file(path.substring(folder.length())).ifPresent(file -> add(versions, file, path));
            }
        }
        List<Migration> migrations = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        versions.forEach((version, files) -> migrations.add(migration(folder, version, files, notes)));
        return new MigrationFiles(migrations, notes);
    }

    private void add(Map<BigInteger, Map<String, String>> versions, Matcher file, String path) {
        var version = new BigInteger(file.group(1));
        var other = versions.computeIfAbsent(version, unseen -> new TreeMap<>())
                .put(file.group(3) + "." + file.group(4), path);
        if (other != null) {
            throw FailedException.of(
                    Reason.DuplicateMigration,
                    "%s: %s and %s are both version %s, so Hasura refuses them. Rename one."
                            .formatted(bundle.origin(), other, path, version));
        }
    }

    // what has only a way down, or metadata, is recorded without any SQL
    private Migration migration(String folder, BigInteger version, Map<String, String> files, List<String> notes) {
        var path = Optional.ofNullable(files.get("up.sql"))
                .orElseGet(() -> files.values().iterator().next());
        var name = name(path.substring(folder.length()));
        if (files.containsKey("up.yaml")) {
            notes.add("%s: changes Hasura's metadata, which is not compared".formatted(name));
        }
        var script = files.containsKey("up.sql") ? script(bundle.text(path)) : new Script(List.of(), Mode.AS_IT_IS);
        return new Migration(version.toString(), name, path, new Content.Sql(script), Set.of());
    }

    // run_sql has one transaction for a file, unless its first line asks for none
    private static Script script(String text) {
        var end = text.indexOf('\n');
        var first = GoText.trim(end < 0 ? text : text.substring(0, end));
        return first.equals("-- hasura:no-transaction") ? Script.asItIs(text) : Script.inTransaction(text);
    }

    private static String name(String path) {
        var slash = path.indexOf('/');
        return slash < 0 ? path.replaceFirst("\\.(down|up)\\.(sql|yaml)$", "") : path.substring(0, slash);
    }

    private static Optional<Matcher> file(String path) {
        return Optional.of(FILE.matcher(path))
                .filter(Matcher::matches)
                .filter(file -> file.group(2).indexOf('/') < 0)
                .filter(file -> new BigInteger(file.group(1)).compareTo(TOO_LARGE) < 0);
    }
}
