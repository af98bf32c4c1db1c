package dev.schemalatch.tool;

import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.source.Bundle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The migrations and the schema file of what may be a whole application (ActiveRecord::Migrator, migration.rb). */
record RailsFiles(Bundle bundle) {

    /** {@code migration_files} takes all of these. */
    private static final Pattern TAKEN = Pattern.compile("[0-9][^/]*_[^/]*\\.rb");

    /** {@code MigrationFilenameRegexp}: a version, a name, the engine it came from. */
    private static final Pattern LEGAL = Pattern.compile("([0-9]+)_([_a-z0-9]*)\\.?([_a-z0-9]*)?\\.rb");

    private static final Comparator<String> BY_NUMBER =
            Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder());

    Claim claim() {
        return taken().isEmpty()
                ? Claim.NONE
                : taken().stream().anyMatch(path -> bundle.text(path).contains("ActiveRecord::Migration"))
                        ? Claim.CERTAIN
                        : Claim.NONE;
    }

    /** @throws FailedException {@code LayoutUnknown}, {@code DuplicateMigration} */
    MigrationFiles migrations() {
        var notes = new ArrayList<String>();
        var found = new TreeMap<String, Migration>(BY_NUMBER);
        for (var path : folder().files()) {
            var name = LEGAL.matcher(file(path));
            if (!name.matches()) {
                notes.add("Rails refuses to run, since " + path + " is no legal name of a migration");
                continue;
            }
            var migration = new Migration(
                    RailsHistory.number(name.group(1)),
                    file(path).substring(0, file(path).length() - ".rb".length()),
                    path,
                    new Content.Code("Ruby"),
                    Set.of());
            var other = found.put(migration.id(), migration);
            if (other != null) {
                throw FailedException.of(
                        Reason.DuplicateMigration,
                        "%s: %s and %s have the same version. Remove one."
                                .formatted(bundle.origin(), other.path(), path));
            }
        }
        if (found.isEmpty()) {
            throw FailedException.of(
                    Reason.LayoutUnknown,
                    bundle.origin() + " holds no migrations of Rails: no db/migrate/<version>_<name>.rb.");
        }
        structure().flatMap(structure -> structure.note(found.keySet())).ifPresent(notes::add);
        return new MigrationFiles(List.copyOf(found.values()), notes);
    }

    /** What {@code db:migrate} dumps beside the migrations where {@code schema_format} is {@code :sql}. */
    Optional<RailsStructure> structure() {
        var folder = folder().path();
        var path =
                folder.substring(0, folder.length() - Math.min(folder.length(), "migrate/".length())) + "structure.sql";
        return folder.isEmpty() || !bundle.files().containsKey(path)
                ? Optional.empty()
                : Optional.of(new RailsStructure(path, bundle.text(path)));
    }

    private List<String> taken() {
        return bundle.files().keySet().stream()
                .filter(path -> TAKEN.matcher(file(path)).matches())
                .toList();
    }

    private NearestFolder folder() {
        return new NearestFolder(
                bundle, "Rails", "db/migrate/", name -> TAKEN.matcher(name).matches());
    }

    private static String file(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
