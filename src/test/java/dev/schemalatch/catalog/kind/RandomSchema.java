package dev.schemalatch.catalog.kind;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A schema and a change to it, the same for the same seed. */
final class RandomSchema {

    private static final List<String> TYPES = List.of(
            "int", "bigint", "text", "varchar(20)", "numeric(10,2)", "timestamptz", "uuid", "jsonb", "date", "text[]");

    private final Random random;
    private final int tables;

    RandomSchema(long seed) {
        this.random = new Random(seed);
        this.tables = 2 + random.nextInt(4);
    }

    /** Statements that build it. */
    String script() {
        return "CREATE TYPE mood AS ENUM ('sad', 'ok'); CREATE SEQUENCE numbers;\n"
                + "CREATE FUNCTION tr() RETURNS trigger LANGUAGE plpgsql AS 'begin return new; end';\n"
                + IntStream.range(0, tables).mapToObj(this::table).collect(Collectors.joining("\n"));
    }

    private String table(int number) {
        var columns = IntStream.range(0, 1 + random.nextInt(6))
                .mapToObj(column ->
                        "c%d %s%s".formatted(column, pick(TYPES), pick(List.of("", " NOT NULL", " DEFAULT NULL"))))
                .collect(Collectors.joining(", "));
        return """
                CREATE TABLE t%1$d (id serial PRIMARY KEY, spare int DEFAULT 1, m mood, %2$s, CONSTRAINT ck%1$d CHECK (spare > 0),
                    CONSTRAINT un%1$d UNIQUE (spare, id));
                CREATE INDEX ix%1$d ON t%1$d (m, id);
                CREATE VIEW v%1$d AS SELECT id, m FROM t%1$d WHERE m = 'ok';
                CREATE FUNCTION f%1$d(a int) RETURNS int LANGUAGE sql AS 'select %3$d';
                CREATE TRIGGER g%1$d BEFORE UPDATE ON t%1$d FOR EACH ROW EXECUTE FUNCTION tr();
                """.formatted(number, columns, random.nextInt(100));
    }

    /** One change to one of its objects. */
    Edit edit() {
        return pick(EDITS).at(random.nextInt(tables));
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /**
     * A change, and how it is to be seen.
     *
     * @param difference change, type and identity
     */
    record Edit(String sql, String difference) {

        private Edit at(int table) {
            return new Edit(
                    sql.replace("#", Integer.toString(table)), difference.replace("#", Integer.toString(table)));
        }
    }

    private static final List<Edit> EDITS = List.of(
            new Edit("ALTER TABLE t# ADD added text", "Extra table column public.t#.added"),
            new Edit("ALTER TABLE t# DROP c0", "Missing table column public.t#.c0"),
            new Edit("ALTER TABLE t# RENAME c0 TO \"C 0\"", "Extra table column public.t#.\"C 0\""),
            new Edit("ALTER TABLE t# ALTER spare TYPE bigint", "Changed table column public.t#.spare"),
            new Edit("ALTER TABLE t# ALTER spare SET NOT NULL", "Changed table column public.t#.spare"),
            new Edit("ALTER TABLE t# ALTER spare SET DEFAULT 7", "Changed table column public.t#.spare"),
            new Edit("ALTER TABLE t# ALTER spare DROP DEFAULT", "Changed table column public.t#.spare"),
            new Edit("ALTER TABLE t# ADD CONSTRAINT more CHECK (id > 5)", "Extra table constraint more on public.t#"),
            new Edit("ALTER TABLE t# DROP CONSTRAINT ck#", "Missing table constraint ck# on public.t#"),
            new Edit("ALTER TABLE t# DROP CONSTRAINT un#", "Missing table constraint un# on public.t#"),
            new Edit(
                    "ALTER TABLE t# ADD FOREIGN KEY (spare) REFERENCES t#",
                    "Extra table constraint t#_spare_fkey on public.t#"),
            new Edit("CREATE INDEX ON t# (spare DESC)", "Extra index public.t#_spare_idx"),
            new Edit("DROP INDEX ix#", "Missing index public.ix#"),
            new Edit("DROP INDEX ix#; CREATE INDEX ix# ON t# (id, m)", "Changed index public.ix#"),
            new Edit("CREATE TABLE made (LIKE t#)", "Extra table public.made"),
            new Edit("DROP TABLE t# CASCADE", "Missing table public.t#"),
            new Edit("ALTER TABLE t# SET (fillfactor = 60)", "Changed table public.t#"),
            new Edit("CREATE OR REPLACE VIEW v# AS SELECT id, m FROM t#", "Changed view public.v#"),
            new Edit("DROP VIEW v#", "Missing view public.v#"),
            new Edit("CREATE MATERIALIZED VIEW mv AS SELECT * FROM v#", "Extra materialized view public.mv"),
            new Edit(
                    "CREATE OR REPLACE FUNCTION f#(a int) RETURNS int LANGUAGE sql AS 'select -1'",
                    "Changed function public.f#(integer)"),
            new Edit(
                    "CREATE FUNCTION f#(a text) RETURNS int LANGUAGE sql AS 'select 1'",
                    "Extra function public.f#(pg_catalog.text)"),
            new Edit("DROP FUNCTION f#", "Missing function public.f#(integer)"),
            new Edit("ALTER TABLE t# DISABLE TRIGGER g#", "Changed trigger g# on public.t#"),
            new Edit("DROP TRIGGER g# ON t#", "Missing trigger g# on public.t#"),
            new Edit("ALTER TYPE mood ADD VALUE 'happy' AFTER 'sad'", "Changed type public.mood"),
            new Edit("ALTER SEQUENCE numbers INCREMENT 2", "Changed sequence public.numbers"),
            new Edit("ALTER SEQUENCE t#_id_seq CACHE 7", "Changed sequence public.t#_id_seq"));
}
