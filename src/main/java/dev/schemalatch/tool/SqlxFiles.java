package dev.schemalatch.tool;

import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.source.Bundle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The files of sqlx's migrations ({@code sqlx-core/src/migrate/source.rs}). */
record SqlxFiles(Bundle bundle) {

    private static final Pattern SCRIPT = Pattern.compile("[+-]?[0-9]+_.*\\.sql", Pattern.DOTALL);
    private static final String UP = ".up.sql";
    private static final String DOWN = ".down.sql";
    private static final String SIMPLE = ".sql";

    /** With this, and nothing before it, a file is sent without a transaction. */
    private static final String NO_TRANSACTION = "-- no-transaction";

    Claim claim() {
        return folder().candidates().isEmpty() ? Claim.NONE : Claim.POSSIBLE;
    }

    /**
     * In the order of their numbers.
     *
     * @throws FailedException {@code LayoutUnknown}, {@code DuplicateMigration}
     */
    List<Migration> migrations() {
        var folder = folder().path("sqlx: no <number>_<description>.sql");
        var migrations = new ArrayList<Migration>();
        var seen = new HashMap<String, Migration>();
        for (var name : ScriptFolder.names(bundle, folder)) {
            // anything without an underscore, or of another kind, is no migration
            if (name.indexOf('_') >= 0 && name.endsWith(SIMPLE) && !name.endsWith(DOWN)) {
                var migration = migration(folder, name);
                migrations.add(migration);
                Optional.ofNullable(seen.put(migration.id(), migration)).ifPresent(other -> {
                    throw FailedException.of(
                            Reason.DuplicateMigration,
                            "%s: %s and %s are both version %s. Give one of them another number."
                                    .formatted(bundle.origin(), other.path(), migration.path(), migration.id()));
                });
            }
        }
        migrations.sort(Comparator.comparingLong(migration -> Long.parseLong(migration.id())));
        return migrations;
    }

    /** What sqlx records of a file beside its number. */
    static String description(Migration migration) {
        var name = migration.path().substring(migration.path().lastIndexOf('/') + 1);
        var suffix = name.endsWith(UP) ? UP : SIMPLE;
        var description = name.substring(name.indexOf('_') + 1);
        while (description.endsWith(suffix)) {
            description = description.substring(0, description.length() - suffix.length());
        }
        return description.replace('_', ' ');
    }

    private ScriptFolder folder() {
        return new ScriptFolder(bundle, 1, name -> SCRIPT.matcher(name).matches());
    }

    private Migration migration(String folder, String name) {
        var path = folder + name;
        var sql = bundle.text(path);
        var script = sql.startsWith(NO_TRANSACTION) ? Script.asItIs(sql) : Script.inTransaction(sql);
        return new Migration(
                Long.toString(version(name)),
                name.substring(0, name.length() - (name.endsWith(UP) ? UP : SIMPLE).length()),
                path,
                new Content.Sql(script),
                Set.of(Hash.sha384(bundle.files().getOrDefault(path, new byte[0]))));
    }

    private long version(String name) {
        try {
            return Long.parseLong(name.substring(0, name.indexOf('_')));
        } catch (NumberFormatException none) {
            throw FailedException.of(
                    Reason.LayoutUnknown,
                    bundle.origin() + ": " + name
                            + " does not begin with a whole number, and sqlx refuses to run beside it."
                            + " Rename it, or take it out of the folder.");
        }
    }
}
