package dev.schemalatch.comparison;

import dev.schemalatch.catalog.Blueprint;
import dev.schemalatch.catalog.kind.WasAndIs;
import dev.schemalatch.drift.Comparison;
import dev.schemalatch.remedy.DatabaseBench;
import dev.schemalatch.remedy.Rounds;
import dev.schemalatch.testing.Catalogs;
import dev.schemalatch.testing.Databases;
import dev.schemalatch.testing.Scripts;
import dev.schemalatch.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * This project's cases through other engines, and through this one: what each sees, and whether its SQL mends what was seen.
 * {@code scripts/side-by-side} says how it is run.
 */
public final class SideBySide {

    private static final String OURS = "schemalatch";

    /** All cases take long on a small machine: each third, each tenth tells much. */
    private static final int EVERY = Integer.getInteger("schemalatch.every", 1);

    private final int major;
    private final List<Engine> engines;
    private final Scores scores = new Scores();

    private SideBySide(int major, List<Engine> engines) {
        this.major = major;
        this.engines = engines;
    }

    /**
     * @param args the major version; a file of engines, one per line: name, tab, command; a file to write each outcome to
     */
    public static void main(String[] args) throws IOException, SQLException {
        var engines = new ArrayList<Engine>();
        for (var line : Files.readAllLines(Path.of(args[1]))) {
            engines.add(new Engine(line.split("\t")[0], line.split("\t")[1]));
        }
        var run = new SideBySide(Integer.parseInt(args[0]), engines);
        var outcomes = Path.of(args[2]);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> run.tell(outcomes)));
        run.all();
        System.exit(0);
    }

    /** Also where it was interrupted: what is known by then. */
    private void tell(Path outcomes) {
        engines.forEach(Engine::close);
        try {
            Files.write(outcomes, scores.lines());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        System.out.println(scores.table());
    }

    private void all() throws SQLException {
        var count = 0;
        for (var kind : WasAndIs.names()) {
            for (var one : WasAndIs.of(kind)) {
                if (major >= one.from() && count++ % EVERY == 0) {
                    pair(kind + ": " + one.title(), one);
                }
            }
            System.err.println(kind);
        }
    }

    private void pair(String title, WasAndIs one) throws SQLException {
        try (var was = Databases.create(major).run(Scripts.roles(), one.was())) {
            var wanted = blueprint(was);
            var different = !one.differences().isEmpty();
            ours(title, different, edited(one), wanted);
            for (var engine : engines) {
                try (var is = edited(one)) {
                    theirs(engine, title, different, was, is, wanted);
                }
            }
        } catch (IllegalStateException notSetUp) {
            scores.skipped(title, String.valueOf(notSetUp.getMessage()));
        }
    }

    private TestDatabase edited(WasAndIs one) {
        return Databases.create(major).run(one.was(), one.edit());
    }

    private void ours(String title, boolean different, TestDatabase is, Blueprint wanted) throws SQLException {
        try (var bench = new DatabaseBench(is)) {
            var sees = !Comparison.between(wanted.catalog(), bench.blueprint().catalog())
                    .isEmpty();
            scores.add(
                    OURS,
                    title,
                    different,
                    sees,
                    sees && Rounds.atAnyPrice(bench, wanted).reached());
        }
    }

    private void theirs(
            Engine engine, String title, boolean different, TestDatabase was, TestDatabase is, Blueprint wanted)
            throws SQLException {
        switch (engine.compare(is.uri(), was.uri())) {
            case Engine.Failed(String message) -> scores.failed(engine.name(), title, different, message);
            case Engine.Sql sql -> {
                var sees = sql.saysSomething();
                scores.add(engine.name(), title, different, sees, sees && mends(sql.text(), is, wanted));
            }
        }
    }

    /** Runs all as one script, as psql's {@code -c} does. */
    private boolean mends(String sql, TestDatabase is, Blueprint wanted) throws SQLException {
        try {
            is.run(sql);
        } catch (IllegalStateException refused) {
            return false;
        }
        return Comparison.between(wanted.catalog(), blueprint(is).catalog()).isEmpty();
    }

    private Blueprint blueprint(TestDatabase database) throws SQLException {
        try (var connection = database.connect()) {
            connection.setAutoCommit(false);
            return Catalogs.blueprintIn(connection, major);
        }
    }
}
