package dev.schemalatch.tool;

import dev.schemalatch.sql.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which files Drizzle's rows are of. Names decide since 1.0. Before, a row has the time that the journal gave the file, and the hash of
 * what the file was; where times were made of folders' names, they have lost their fractions of a second
 * ({@code up-migrations/pg.ts}).
 */
final class DrizzleMatch {

    private final List<Migration> migrations;
    private final boolean folders;
    private final Set<Migration> taken = new HashSet<>();

    private DrizzleMatch(List<Migration> migrations) {
        this.migrations = migrations;
        this.folders = migrations.stream().anyMatch(DrizzleFiles::isInFolder);
    }

    /** Every row with its file, in the order of the rows. */
    static List<Matched> of(MigrationFiles files, List<Row> rows) {
        var match = new DrizzleMatch(files.migrations());
        var matched = new ArrayList<Optional<Migration>>();
        rows.forEach(row -> matched.add(match.exact(row)));
        var all = new ArrayList<Matched>();
        for (var at = 0; at < rows.size(); at++) {
            var row = rows.get(at);
            all.add(new Matched(row, matched.get(at).or(() -> match.near(row))));
        }
        return all;
    }

    /** A row and its file, if it has one. */
    record Matched(Row row, Optional<Migration> migration) {

        Applied applied() {
            var applied = DrizzleHistory.read(row);
            return migration.map(found -> applied.named(found.name())).orElse(applied);
        }

        /** Whether only the hash tells that it is this file: its time is another. */
        boolean movedInTime() {
            return migration.filter(found -> !hasTime(found, row, false)).isPresent()
                    && row.optional("name").isEmpty();
        }
    }

    private Optional<Migration> exact(Row row) {
        var name = row.optional("name");
        if (folders && name.isPresent()) {
            return take(migrations.stream().filter(file -> file.name().equals(name.get())));
        }
        return take(migrations.stream()
                .filter(file -> !taken.contains(file) && hasTime(file, row, folders) && hasHash(file, row)));
    }

    private Optional<Migration> near(Row row) {
        if (folders && row.optional("name").isPresent()) {
            return Optional.empty();
        }
        return take(Stream.concat(
                migrations.stream().filter(file -> !taken.contains(file) && hasTime(file, row, folders)),
                migrations.stream().filter(file -> hasHash(file, row)).sorted(Comparator.comparing(taken::contains))));
    }

    private Optional<Migration> take(Stream<Migration> found) {
        var first = found.findFirst();
        first.ifPresent(taken::add);
        return first;
    }

    private static boolean hasTime(Migration file, Row row, boolean inSeconds) {
        return row.number("created")
                .map(created -> inSeconds ? Math.floorDiv(created, 1000) * 1000 : created)
                .filter(created -> Long.toString(created).equals(file.id()))
                .isPresent();
    }

    private static boolean hasHash(Migration file, Row row) {
        return file.checksums().contains(row.text("checksum"));
    }
}
