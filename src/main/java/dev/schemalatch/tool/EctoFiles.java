package dev.schemalatch.tool;

import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.source.Bundle;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The migrations of what may be a whole application (Ecto.Migrator, migrations_for and extract_migration_info). */
record EctoFiles(Bundle bundle) {

    private static final Pattern FILE = Pattern.compile("[+-]?([0-9]+)_.*\\.exs");
    private static final Comparator<String> BY_NUMBER =
            Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder());

    Claim claim() {
        return bundle.files().keySet().stream()
                        .filter(path -> FILE.matcher(file(path)).matches())
                        .anyMatch(path -> bundle.text(path).contains("use Ecto.Migration"))
                ? Claim.CERTAIN
                : Claim.NONE;
    }

    /** @throws FailedException {@code LayoutUnknown}, {@code DuplicateMigration} */
    MigrationFiles migrations() {
        var found = new TreeMap<String, Migration>(BY_NUMBER);
        var folder = new NearestFolder(
                bundle, "Ecto", "migrations/", name -> FILE.matcher(name).matches());
        for (var path : folder.files()) {
            var name = FILE.matcher(file(path));
            if (name.matches()) {
                var migration = new Migration(
                        RailsHistory.number(name.group(1)),
                        file(path).substring(0, file(path).length() - ".exs".length()),
                        path,
                        new Content.Code("Elixir"),
                        Set.of());
                var other = found.put(migration.id(), migration);
                if (other != null) {
                    throw FailedException.of(
                            Reason.DuplicateMigration,
                            "%s: %s and %s have the same version. Remove one."
                                    .formatted(bundle.origin(), other.path(), path));
                }
            }
        }
        if (found.isEmpty()) {
            throw FailedException.of(
                    Reason.LayoutUnknown,
                    bundle.origin() + " holds no migrations of Ecto: no priv/repo/migrations/<version>_<name>.exs.");
        }
        return MigrationFiles.of(List.copyOf(found.values()));
    }

    private static String file(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
