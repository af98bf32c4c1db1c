package dev.schemalatch.tool;

import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.source.Bundle;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The folders of Diesel's migrations ({@code diesel_migrations/migrations_internals/src/lib.rs}). */
record DieselFiles(Bundle bundle) {

    private static final String UP = "up.sql";
    private static final String METADATA = "metadata.toml";
    private static final String SETUP = "_diesel_initial_setup/";
    private static final Pattern IN_TRANSACTION =
            Pattern.compile("^\\h*run_in_transaction\\h*=\\h*(true|false)\\h*(?:#.*)?$", Pattern.MULTILINE);

    /** Hasura writes folders of the same look; what {@code diesel setup} makes nobody else has. */
    Claim claim() {
        if (folder().candidates().isEmpty()) {
            return Claim.NONE;
        }
        var own = bundle.files().keySet().stream()
                .anyMatch(path -> path.equals("diesel.toml") || path.endsWith("/diesel.toml") || path.contains(SETUP));
        return own ? Claim.CERTAIN : Claim.POSSIBLE;
    }

    /**
     * In the order of their versions, which are texts.
     *
     * @throws FailedException {@code LayoutUnknown}, {@code DuplicateMigration}
     */
    List<Migration> migrations() {
        var root = folder().path("Diesel: no <version>_<name>/" + UP);
        var seen = new HashMap<String, String>();
        return bundle.directories().stream()
                .filter(directory -> directory.startsWith(root) && directory.indexOf('/', root.length()) < 0)
                .filter(directory -> !directory.startsWith(".", root.length()) && !isEmpty(directory))
                .map(directory -> migration(root, directory))
                .peek(migration -> Optional.ofNullable(seen.put(migration.id(), migration.name()))
                        .ifPresent(other -> {
                            throw FailedException.of(
                                    Reason.DuplicateMigration,
                                    "%s: %s and %s are both version %s. Rename one of them."
                                            .formatted(bundle.origin(), other, migration.name(), migration.id()));
                        }))
                .sorted(Comparator.comparing(Migration::id))
                .toList();
    }

    private ScriptFolder folder() {
        return new ScriptFolder(bundle, 2, path -> path.endsWith("/" + UP) && !path.startsWith("."));
    }

    private Migration migration(String root, String directory) {
        var name = directory.substring(root.length());
        var path = directory + "/" + UP;
        if (!bundle.files().containsKey(path)) {
            throw FailedException.of(
                    Reason.LayoutUnknown,
                    bundle.origin() + ": the folder " + directory + " has no " + UP
                            + ", and Diesel refuses to run beside it. Add the file, or take the folder out.");
        }
        return new Migration(
                version(name), name, path, new Content.Sql(script(directory, bundle.text(path))), java.util.Set.of());
    }

    private static String version(String name) {
        var underscore = name.indexOf('_');
        return (underscore < 0 ? name : name.substring(0, underscore)).replace("-", "");
    }

    // the connection's search path is put back after each migration
    private Script script(String directory, String sql) {
        return (inTransaction(directory) ? Script.inTransaction(sql) : Script.asItIs(sql))
                .in(Script.Session.KEPT_BUT_PATH);
    }

    // a file without the key means false, no file or one that is no TOML means true
    private boolean inTransaction(String directory) {
        var path = directory + "/" + METADATA;
        if (!bundle.files().containsKey(path)) {
            return true;
        }
        var said = IN_TRANSACTION.matcher(bundle.text(path));
        return said.find() && said.group(1).equals("true");
    }

    private boolean isEmpty(String directory) {
        return bundle.files().subMap(directory + "/", directory + "0").isEmpty()
                && bundle.directories().subSet(directory + "/", directory + "0").isEmpty();
    }
}
