package dev.schemalatch.catalog.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.schemalatch.catalog.CatalogObject;
import dev.schemalatch.drift.Comparison;
import dev.schemalatch.testing.Catalogs;
import dev.schemalatch.testing.Databases;
import dev.schemalatch.testing.DriftLines;
import dev.schemalatch.testing.PgDump;
import dev.schemalatch.testing.Scripts;
import dev.schemalatch.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is the same schema, however it came about, has no differences. */
class SameSchemaIT {

    @ParameterizedTest
    @MethodSource(Databases.MAJORS)
    void aSchemaBuiltTwiceIsTheSame(int major) {
        try (var one = Databases.create(major).run(Scripts.rich());
                var other = Databases.create(major).run(Scripts.rich())) {
            assertThat(differences(one, other)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource(Databases.MAJORS)
    void aSchemaBuiltInAnotherOrderIsTheSame(int major) {
        try (var one = Databases.create(major).run("""
                        CREATE TYPE mood AS ENUM ('sad', 'ok');
                        CREATE TABLE a (id serial PRIMARY KEY, name varchar(10) NOT NULL DEFAULT 'x', m mood);
                        CREATE TABLE b (id int REFERENCES a, at date, CHECK (id > 0), UNIQUE (id, at));
                        CREATE INDEX a_name ON a (name);
                        CREATE VIEW v AS SELECT id, name FROM a WHERE name IN ('x', 'y');
                        """);
                var other = Databases.create(major).run("""
                        CREATE TABLE b (at date, gone text, id int, CONSTRAINT b_id_at_key UNIQUE (id, at));
                        CREATE TYPE mood AS ENUM ('sad');
                        CREATE SEQUENCE a_id_seq AS int;
                        CREATE TABLE a (m text, name varchar(20), id int DEFAULT nextval('a_id_seq'));
                        CREATE INDEX a_name ON a (name);
                        ALTER TABLE a ADD CONSTRAINT a_pkey PRIMARY KEY (id);
                        ALTER SEQUENCE a_id_seq OWNED BY a.id;
                        ALTER TABLE a ALTER name SET NOT NULL, ALTER name SET DEFAULT 'x', ALTER name TYPE varchar(10);
                        """, "ALTER TYPE mood ADD VALUE 'ok'", """
                        ALTER TABLE a ALTER m TYPE mood USING 'sad';
                        ALTER TABLE b DROP gone, ADD CONSTRAINT b_id_check CHECK (id > 0),
                            ADD CONSTRAINT b_id_fkey FOREIGN KEY (id) REFERENCES a;
                        CREATE VIEW v AS SELECT id, name FROM a WHERE name = 'x' OR name = 'y';
                        CREATE OR REPLACE VIEW v AS SELECT id, name FROM a WHERE name IN ('x', 'y');
                        """)) {
            assertThat(differences(one, other)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource(Databases.MAJORS)
    void membersOfExtensionsAreTheExtensionsOwn(int major) {
        try (var database = Databases.create(major)) {
            database.run("CREATE SCHEMA ext");
            for (var extension :
                    List.of("pg_trgm", "citext", "hstore", "ltree", "uuid-ossp", "pgcrypto", "cube", "xml2")) {
                database.run("CREATE EXTENSION \"" + extension + "\" SCHEMA ext");
            }

            assertThat(Catalogs.of(database).objects().keySet())
                    .extracting(Object::toString)
                    .containsExactlyInAnyOrder(
                            "database current database",
                            "schema ext",
                            "schema public",
                            "extension plpgsql",
                            "extension pg_trgm",
                            "extension citext",
                            "extension hstore",
                            "extension ltree",
                            "extension \"uuid-ossp\"",
                            "extension pgcrypto",
                            "extension cube",
                            "extension xml2");
        }
    }

    @ParameterizedTest
    @MethodSource(Databases.MAJORS)
    void aRoleThatMayDoNothingButConnectSeesTheSameButForOptionsOfUserMappings(int major) {
        try (var database = Databases.create(major).run(Scripts.rich())) {
            database.run("REVOKE ALL ON SCHEMA public, \"My App\", extras FROM PUBLIC");

            assertThat(DriftLines.of(Comparison.between(Catalogs.of(database), Catalogs.of(database.reader()))))
                    .allMatch(line -> line.startsWith("Changed user mapping "));
        }
    }

    @ParameterizedTest
    @MethodSource(Databases.MAJORS)
    void settingsOfTheDatabaseAreADifferenceOfTheirOwnAndMakeNoOther(int major) {
        try (var one = Databases.create(major).run(Scripts.rich());
                var other = Databases.create(major).run(Scripts.rich())) {
            for (var setting : List.of(
                    "search_path = public, extras",
                    "quote_all_identifiers = on",
                    "datestyle = 'German'",
                    "timezone = 'Asia/Tokyo'",
                    "intervalstyle = 'iso_8601'",
                    "bytea_output = 'escape'",
                    "extra_float_digits = -5")) {
                other.run("ALTER DATABASE " + other.name() + " SET " + setting);
            }

            assertThat(differences(one, other))
                    .singleElement()
                    .asString()
                    .startsWith("Changed database current database setting ");
        }
    }

    @ParameterizedTest
    @MethodSource(Databases.MAJORS)
    void aRestoredDumpIsTheSame(int major) {
        assumeTrue(PgDump.canRead(major), "no pg_dump for PostgreSQL " + major + " on this machine");
        try (var one = Databases.create(major).run(Scripts.rich());
                var other = Databases.create(major)) {
            // pg_dump does not keep the state of a foreign key's own triggers: that is lost for real.
            one.run("ALTER TABLE self ENABLE TRIGGER ALL");
            // It takes a language with a handler of PostgreSQL's own for an extension.
            one.run("DROP LANGUAGE \"Lang\" CASCADE");
            PgDump.copy(one, other);

            assertThat(differences(one, other)).isEmpty();
        }
    }

    /** What restoring does to expressions, on the versions for which the machine has no pg_dump. */
    @ParameterizedTest
    @MethodSource(Databases.MAJORS)
    void whatPostgresReadsBackFromItsOwnSpellingIsTheSame(int major) {
        try (var one = Databases.create(major).run(Scripts.rich());
                var other = Databases.create(major).run(Scripts.rich())) {
            other.run("""
                    DO $$ DECLARE item record; BEGIN
                      SET LOCAL search_path = '';
                      FOR item IN SELECT format('ALTER TABLE %s DROP CONSTRAINT %I, ADD CONSTRAINT %2$I %s', conrelid::regclass,
                                                conname, pg_get_constraintdef(oid)) AS sql
                                  FROM pg_constraint WHERE contype = 'c' AND conrelid <> 0 AND conislocal
                      LOOP EXECUTE item.sql; END LOOP;
                      FOR item IN SELECT format('CREATE OR REPLACE VIEW %s %s AS %s', oid::regclass,
                                                'WITH (' || array_to_string(reloptions, ', ') || ')', pg_get_viewdef(oid)) AS sql
                                  FROM pg_class WHERE relkind = 'v' AND relnamespace = 'public'::regnamespace
                      LOOP EXECUTE item.sql; END LOOP;
                      FOR item IN SELECT format('DROP INDEX %s; %s', indexrelid::regclass, pg_get_indexdef(indexrelid)) AS sql
                                  FROM pg_index WHERE indpred IS NOT NULL AND indrelid > 16384
                      LOOP EXECUTE item.sql; END LOOP;
                    END $$
                    """);

            assertThat(spelledOtherwise(one, other)).isNotEmpty();
            assertThat(differences(one, other)).isEmpty();
        }
    }

    private static List<CatalogObject> spelledOtherwise(TestDatabase one, TestDatabase other) {
        var twins = Catalogs.of(other);
        return Catalogs.of(one).objects().values().stream()
                .filter(object -> twins.find(object.key())
                        .filter(twin -> !twin.attributes().equals(object.attributes()))
                        .isPresent())
                .toList();
    }

    private static List<String> differences(TestDatabase expected, TestDatabase actual) {
        return DriftLines.of(Comparison.between(Catalogs.of(expected), Catalogs.of(actual)));
    }
}
