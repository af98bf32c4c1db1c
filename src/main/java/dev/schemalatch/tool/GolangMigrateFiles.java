package dev.schemalatch.tool;

import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.source.Bundle;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files of golang-migrate ({@code source/parse.go}, {@code source/iofs/iofs.go}): right in one folder, in the order of versions. */
record GolangMigrateFiles(Bundle bundle) {

    private static final Pattern NAME = Pattern.compile("([0-9]+)_(.*)\\.(down|up)\\.(.*)", Pattern.UNIX_LINES);

    /** Versions are numbers of 64 bits without a sign; a file with another is none. */
    private static final BigInteger TOO_LARGE = BigInteger.ONE.shiftLeft(64);

    ScriptFolder folders() {
        return new ScriptFolder(
                bundle, 1, name -> name.endsWith(".up.sql") && file(name).isPresent());
    }

    /** @throws FailedException {@code LayoutUnknown}, {@code DuplicateMigration} */
    MigrationFiles read() {
        var folder = folders().path("golang-migrate (<version>_<name>.up.sql)");
        Map<BigInteger, String> ups = new TreeMap<>();
        Map<BigInteger, String> downs = new TreeMap<>();
        for (var name : ScriptFolder.names(bundle, folder)) {
            file(name).ifPresent(file -> {
                var other = (file.group(3).equals("up") ? ups : downs).put(version(file), name);
                if (other != null) {
                    throw FailedException.of(
                            Reason.DuplicateMigration,
                            "%s: %s and %s are both version %s, so golang-migrate refuses them. Rename one."
                                    .formatted(bundle.origin(), other, name, version(file)));
                }
            });
        }
        return MigrationFiles.of(migrations(folder, ups, downs));
    }

    // a version with no way up is counted, and recorded without running anything
    private List<Migration> migrations(String folder, Map<BigInteger, String> ups, Map<BigInteger, String> downs) {
        List<Migration> migrations = new ArrayList<>();
        var versions = new TreeSet<>(ups.keySet());
        versions.addAll(downs.keySet());
        for (var version : versions) {
            var name = Optional.ofNullable(ups.get(version))
                    .or(() -> Optional.ofNullable(downs.get(version)))
                    .orElseThrow();
            var script = ups.containsKey(version) ? script(bundle.text(folder + name)) : nothing();
            migrations.add(new Migration(
                    version.toString(),
                    name.substring(0, file(name).orElseThrow().end(2)),
                    folder + name,
                    new Content.Sql(script),
                    Set.of()));
        }
        return migrations;
    }

    private static Script script(String text) {
        return GoText.trim(text).isEmpty() ? nothing() : Script.asItIs(text);
    }

    private static Script nothing() {
        return new Script(List.of(), Script.Mode.AS_IT_IS);
    }

    private static BigInteger version(Matcher file) {
        return new BigInteger(file.group(1));
    }

    private static Optional<Matcher> file(String name) {
        return Optional.of(NAME.matcher(name))
                .filter(Matcher::matches)
                .filter(file -> version(file).compareTo(TOO_LARGE) < 0);
    }
}
