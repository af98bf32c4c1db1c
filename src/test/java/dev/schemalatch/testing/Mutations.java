package dev.schemalatch.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Changes to whatever schema a database has, the same for the same seed. Each kind of change in {@code catalog/mutations.sql} is
 * a query whose rows are statements that might be tried; what PostgreSQL refuses is undone, and another is tried.
 */
public final class Mutations {

    private static final String WITH = """
            WITH number AS (SELECT %d AS n
            ), namespace AS (
              SELECT * FROM pg_namespace n WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'
                AND NOT EXISTS (SELECT FROM pg_depend WHERE classid = 'pg_namespace'::regclass AND objid = n.oid AND deptype = 'e')
            ), own AS (
              SELECT c.oid::regclass::text AS identity, c.oid, c.relkind, c.relpersistence, c.relreplident, c.relispartition, c.relnamespace
              FROM pg_class c JOIN namespace n ON n.oid = c.relnamespace
              WHERE NOT EXISTS (SELECT FROM pg_depend WHERE classid = 'pg_class'::regclass AND objid = c.oid AND deptype = 'e')
            ), tabl AS (SELECT * FROM own WHERE relkind IN ('r', 'p')
            ), vie AS (SELECT *, CASE relkind WHEN 'v' THEN 'VIEW' ELSE 'MATERIALIZED VIEW' END AS kind FROM own WHERE relkind IN ('v', 'm')
            ), seq AS (SELECT * FROM own WHERE relkind = 'S'
            ), colum AS (
              SELECT t.*, a.attname AS col, format_type(a.atttypid, a.atttypmod) AS type, a.atttypid, a.attnotnull, a.atthasdef,
                     a.attgenerated, a.attidentity, a.attstorage
              FROM tabl t JOIN pg_attribute a ON a.attrelid = t.oid WHERE a.attnum > 0 AND NOT a.attisdropped
            ), lone_key AS (
              SELECT c.identity AS relation, c.col, c.type FROM colum c JOIN pg_index i ON i.indrelid = c.oid
              JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = c.col
              WHERE i.indnatts = 1 AND i.indkey[0] = a.attnum AND i.indisunique AND i.indimmediate AND i.indpred IS NULL
            ), typ AS (
              SELECT y.oid::regtype::text AS identity, y.oid, y.typrelid FROM pg_type y JOIN namespace n ON n.oid = y.typnamespace
              WHERE (y.typtype IN ('e', 'd') OR y.typtype = 'c' AND EXISTS (SELECT FROM pg_class c WHERE c.oid = y.typrelid AND c.relkind = 'c'))
                AND NOT EXISTS (SELECT FROM pg_depend WHERE classid = 'pg_type'::regclass AND objid = y.oid AND deptype = 'e')
            ), routine AS (
              SELECT p.oid, p.prokind, p.prosqlbody FROM pg_proc p JOIN namespace n ON n.oid = p.pronamespace
              WHERE NOT EXISTS (SELECT FROM pg_depend WHERE classid = 'pg_proc'::regclass AND objid = p.oid AND deptype = 'e')
            )
            SELECT statement FROM (%s) AS mutation (statement) ORDER BY md5(statement || '%d') LIMIT 1
            """;

    private final List<Kind> kinds = read();
    private final Random random;
    private final Connection connection;
    private int count;

    /**
     * @param connection of a superuser, in a transaction: refused statements are undone by savepoints
     */
    public Mutations(long seed, Connection connection) {
        this.random = new Random(seed);
        this.connection = connection;
    }

    private record Kind(String title, String query) {}

    /** Changes the schema so many times, and says what was done. */
    public List<String> apply(int times) throws SQLException {
        var done = new ArrayList<String>();
        for (var tries = 0; done.size() < times && tries < 20 * times; tries++) {
            attempt().ifPresent(done::add);
        }
        return done;
    }

    private Optional<String> attempt() throws SQLException {
        var kind = kinds.get(random.nextInt(kinds.size()));
        count++;
        try (var statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute("SET LOCAL search_path = ''; SET LOCAL check_function_bodies = off; SAVEPOINT mutation");
            var sql = candidate(statement, kind);
            if (sql.isPresent()) {
                try {
                    statement.execute(sql.get() + "; SET CONSTRAINTS ALL IMMEDIATE; RELEASE SAVEPOINT mutation");
                    return sql;
                } catch (SQLException refused) {
                    statement.execute("ROLLBACK TO SAVEPOINT mutation");
                }
            }
            return Optional.empty();
        }
    }

    private Optional<String> candidate(java.sql.Statement statement, Kind kind) throws SQLException {
        var query = WITH.formatted(count, kind.query(), random.nextInt());
        try (var rows = statement.executeQuery(query)) {
            return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
        } catch (SQLException e) {
            throw new IllegalStateException(kind.title() + ": " + e.getMessage(), e);
        }
    }

    private static List<Kind> read() {
        try (var stream = Mutations.class.getResourceAsStream("/catalog/mutations.sql")) {
            if (stream == null) {
                throw new IllegalStateException("mutations.sql is not among the test resources");
            }
            var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return Stream.of(text.split("(?m)^=== "))
                    .skip(1)
                    .map(Mutations::kind)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Kind kind(String text) {
        var title = text.lines().findFirst().orElseThrow();
        return new Kind(title, text.substring(title.length()));
    }
}
