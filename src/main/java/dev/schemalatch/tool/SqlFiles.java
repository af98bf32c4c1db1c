package dev.schemalatch.tool;

import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.source.Bundle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Files of SQL as a described table calls them. */
record SqlFiles(Bundle bundle, DescribedTable described) {

    private static final String SUFFIX = ".sql";

    /** @throws FailedException {@code LayoutUnknown}, {@code DuplicateMigration}, {@code SpecInvalid} */
    MigrationFiles migrations() {
        var found = new LinkedHashMap<String, Migration>();
        var others = new ArrayList<String>();
        for (var path : paths()) {
            var name = name(path);
            if (name.isEmpty()) {
                others.add(path);
                continue;
            }
            var other = found.put(name.get(), migration(path, name.get()));
            if (other != null) {
                throw FailedException.of(
                        Reason.DuplicateMigration,
                        "%s: the table calls both %s and %s %s. Correct spec.migrations.sql.file (--sql-file), or remove one."
                                .formatted(bundle.origin(), other.path(), path, name.get()));
            }
        }
        if (found.isEmpty()) {
            throw FailedException.of(
                    Reason.LayoutUnknown,
                    bundle.origin()
                            + (others.isEmpty()
                                    ? " holds no file whose name ends in .sql."
                                    : " holds files of SQL, and none whose name matches spec.migrations.sql.file (--sql-file): "
                                            + others.get(0) + "."));
        }
        return new MigrationFiles(List.copyOf(found.values()), notes(others));
    }

    private static List<String> notes(List<String> others) {
        return others.isEmpty()
                ? List.of()
                : List.of("Sql: %d files whose names do not match the pattern are no migrations: %s"
                        .formatted(
                                others.size(),
                                String.join(", ", others.stream().limit(5).toList())));
    }

    private List<String> paths() {
        Comparator<String> order =
                described.order() == DescribedTable.Order.Version ? NumericOrder.ORDER : Comparator.naturalOrder();
        return bundle.files().keySet().stream()
                .filter(path -> path.endsWith(SUFFIX))
                .sorted(order)
                .toList();
    }

    private Optional<String> name(String path) {
        var file = path.substring(path.lastIndexOf('/') + 1);
        return described
                .file()
                .map(pattern -> pattern.name(file))
                .orElseGet(() -> Optional.of(file.substring(0, file.length() - SUFFIX.length())));
    }

    private Migration migration(String path, String name) {
        var text = bundle.text(path);
        var script =
                switch (described.sending()) {
                    case Statements -> Script.byStatement(text);
                    case Transaction -> Script.inTransaction(text);
                    case Whole -> Script.asItIs(text);
                };
        return new Migration(
                name,
                name,
                path,
                new Content.Sql(script),
                checksums(bundle.files().getOrDefault(path, new byte[0])));
    }

    private Set<String> checksums(byte[] content) {
        var all = new TreeSet<String>();
        if (described.checksum().isPresent()) {
            described
                    .algorithm()
                    .map(Stream::of)
                    .orElseGet(() -> Stream.of(SqlChecksum.values()))
                    .forEach(algorithm -> all.addAll(algorithm.spellings(content)));
        }
        return all;
    }
}
