package dev.schemalatch.comparison;

import dev.schemalatch.catalog.Blueprint;
import dev.schemalatch.drift.Comparison;
import dev.schemalatch.remedy.DatabaseBench;
import dev.schemalatch.remedy.Rounds;
import dev.schemalatch.testing.Catalogs;
import dev.schemalatch.testing.Databases;
import dev.schemalatch.testing.DriftLines;
import dev.schemalatch.testing.Mutations;
import dev.schemalatch.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A project's migrations, applied in the order of their names; the schema they make, changed by chance many times over: what was
 * changed must be seen, mended by the plan, and mended back. {@code scripts/corpus-run} says how it is run.
 */
public final class CorpusRun {

    /** What undoes a migration, by the customs of several tools. */
    private static final Pattern UNDONE =
            Pattern.compile(".*(\\.down\\.sql|\\.undo\\.sql|/down\\.sql|/U\\d[^/]*\\.sql)");

    private final int major;
    private final Path project;
    private int seen;
    private int changes;
    private int mended;
    private final List<String> faults = new ArrayList<>();

    private CorpusRun(int major, Path project) {
        this.major = major;
        this.project = project;
    }

    /**
     * @param args the major version; how many rounds of changes; folders of migrations
     */
    public static void main(String[] args) throws IOException, SQLException {
        for (var project : List.of(args).subList(2, args.length)) {
            new CorpusRun(Integer.parseInt(args[0]), Path.of(project)).run(Integer.parseInt(args[1]));
        }
        System.exit(0);
    }

    private void run(int rounds) throws IOException, SQLException {
        try (var grown = Databases.create(major);
                var again = Databases.create(major)) {
            var files = migrations();
            var applied = files.stream().filter(file -> apply(grown, file)).count();
            files.forEach(file -> apply(again, file));
            var wanted = blueprint(grown);
            told("the same migrations replayed twice differ", wanted, blueprint(again));
            try (var bench = new DatabaseBench(Databases.create(major))) {
                built(bench, wanted);
                told("what was built from nothing differs", wanted, bench.blueprint());
                for (var seed = 0; seed < rounds; seed++) {
                    round(bench, grown, wanted, seed);
                }
            }
            System.out.printf(
                    "%s: %d of %d files, %d objects; %d rounds, %d changes; seen in %d rounds, mended there and back in %d; %d faults%n",
                    project,
                    applied,
                    files.size(),
                    wanted.catalog().objects().size(),
                    rounds,
                    changes,
                    seen,
                    mended,
                    faults.size());
            faults.forEach(System.out::println);
        }
    }

    private List<Path> migrations() throws IOException {
        try (Stream<Path> all = Files.walk(project)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(".sql"))
                    .filter(file -> !UNDONE.matcher(file.toString()).matches())
                    .sorted()
                    .toList();
        }
    }

    private static boolean apply(TestDatabase database, Path file) {
        try {
            database.run(Files.readString(file));
            return true;
        } catch (IOException | IllegalStateException e) {
            System.err.println(file + ": " + e.getMessage());
            return false;
        }
    }

    private void round(DatabaseBench bench, TestDatabase grown, Blueprint wanted, int seed) throws SQLException {
        try (var connection = grown.connect()) {
            connection.setAutoCommit(false);
            var done = new Mutations(seed, connection).apply(1 + seed % 5);
            var changed = Catalogs.blueprintIn(connection, major);
            connection.rollback();
            told("the schema before a change differs", wanted, blueprint(grown));
            changes += done.size();
            if (!Comparison.between(wanted.catalog(), changed.catalog()).isEmpty()) {
                seen++;
            }
            if (mends(bench, changed, seed, done) && mends(bench, wanted, seed, done)) {
                mended++;
            }
        }
    }

    private boolean mends(DatabaseBench bench, Blueprint target, int seed, List<String> done) {
        var outcome = Rounds.atAnyPrice(bench, target);
        if (!outcome.reached()) {
            faults.add("  seed %d: %s%n    left: %s%n    %s"
                    .formatted(
                            seed,
                            outcome.stop()
                                    .map(stop -> stop.step().statement().sql() + ": " + stop.message())
                                    .orElse(""),
                            DriftLines.of(outcome.left()).stream().limit(5).toList(),
                            String.join("\n    ", done)));
        }
        return outcome.reached();
    }

    private void built(DatabaseBench bench, Blueprint wanted) {
        mends(bench, wanted, -1, List.of());
    }

    private void told(String what, Blueprint wanted, Blueprint present) {
        var drift = Comparison.between(wanted.catalog(), present.catalog());
        if (!drift.isEmpty()) {
            faults.add(
                    "  " + what + ": " + DriftLines.of(drift).stream().limit(5).toList());
        }
    }

    private Blueprint blueprint(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            return Catalogs.blueprintIn(connection, major);
        }
    }
}
