package dev.schemalatch.tool;

import static dev.schemalatch.source.Refusals.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.schemalatch.failure.Reason;
import dev.schemalatch.sql.Row;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RailsTest {

    private static final Rails RAILS = new Rails();
    private static final HistoryTable TABLE = new HistoryTable("public", "schema_migrations");

    private final Map<String, String> files = new TreeMap<>();

    @Test
    void versionsAreNumbers() {
        migration("db/migrate/10_b.rb");
        migration("db/migrate/009_a.rb");
        migration("db/migrate/archive/20240101000000_c.shop.rb");

        assertThat(names()).containsExactly("009_a", "10_b", "20240101000000_c.shop");
        var reading =
                RAILS.read(migrations(), List.of(new Row(Map.of("version", "9")), new Row(Map.of("version", "0011"))));
        assertThat(reading.applied().stream().map(Applied::name)).containsExactly("009_a", "0011");
    }

    @Test
    void theFolderNearestToTheTopIsTheApplications() {
        migration("db/migrate/1_a.rb");
        migration("engines/shop/db/migrate/2_b.rb");
        assertThat(names()).containsExactly("1_a");

        files.clear();
        migration("apps/one/db/migrate/1_a.rb");
        migration("apps/two/db/migrate/2_b.rb");
        assertFails(Reason.LayoutUnknown, this::names).contains("apps/one/db/migrate/, apps/two/db/migrate/");

        files.clear();
        migration("migrate/1_a.rb");
        assertThat(names()).containsExactly("1_a");

        files.clear();
        migration("1_a.rb");
        assertThat(names()).containsExactly("1_a");
    }

    @Test
    void aNameThatRailsRefusesIsSaid() {
        migration("db/migrate/1_a.rb");
        migration("db/migrate/2_CamelCase.rb");
        files.put("db/migrate/helper.rb", "");

        assertThat(names()).containsExactly("1_a");
        assertThat(migrations().notes()).singleElement().asString().contains("2_CamelCase.rb");
        migration("db/migrate/01_b.rb");
        assertFails(Reason.DuplicateMigration, this::names).contains("1_a.rb", "01_b.rb");
    }

    @Test
    void aStructureThatHoldsAllVersionsIsTheSchema() {
        migration("db/migrate/1_a.rb");
        migration("db/migrate/2_b.rb");
        files.put("db/structure.sql", structure("'1'", "'2'"));

        var schema = RAILS.schema(project()).orElseThrow();
        assertThat(schema.path()).isEqualTo("db/structure.sql");
        assertThat(schema.script().text()).contains("CREATE TABLE t ()").doesNotContain("restrict");
        assertThat(migrations().notes()).isEmpty();
    }

    @Test
    void anOlderStructureIsNotTheSchemaAndANewerOneIsSaid() {
        migration("db/migrate/1_a.rb");
        migration("db/migrate/2_b.rb");
        files.put("db/structure.sql", structure("'1'"));
        assertThat(RAILS.schema(project())).isEmpty();
        assertThat(migrations().notes()).singleElement().asString().endsWith("it lacks 2");

        files.put("db/structure.sql", structure("'1'", "'2'", "'3'"));
        assertThat(RAILS.schema(project())).isPresent();
        assertThat(migrations().notes()).singleElement().asString().endsWith("no file: 3");

        files.put("db/structure.sql", "CREATE TABLE t ();");
        assertThat(RAILS.schema(project())).isEmpty();
    }

    @Test
    void itsTableHasOneColumnAndDbmatesHasTooAndEctosHasNot() {
        assertThat(RAILS.keeps(shape(Map.of("version", "character varying")))).isTrue();
        assertThat(RAILS.keeps(shape(Map.of("version", "bigint", "dirty", "boolean"))))
                .isFalse();
        assertThat(new Ecto()
                        .keeps(shape(Map.of("version", "bigint", "inserted_at", "timestamp(0) without time zone"))))
                .isTrue();
        assertThat(new Ecto().keeps(shape(Map.of("version", "bigint", "dirty", "boolean"))))
                .isFalse();
    }

    @Test
    void itsLockIsMadeOfTheDatabasesName() {
        // zlib.crc32("orders") * 2053462845, in Ruby
        assertThat(RAILS.lock(TABLE, "orders")).contains(new Lock.Advisory(2053462845L * 0xe52ffdeeL));
    }

    @Test
    void whatNoCommandRecordsARowDoes() {
        migration("db/migrate/1_a.rb");
        var commands = RAILS.commands(migrations(), TABLE);

        assertThat(commands.deploy()).isEqualTo("bin/rails db:migrate");
        assertThat(commands.markApplied("1_a"))
                .contains(
                        "psql \"$DATABASE_URL\" -c 'INSERT INTO \"public\".\"schema_migrations\" (\"version\") VALUES ('\\''1'\\'')'");
        assertThat(commands.markRolledBack("1_a")).isEmpty();
    }

    private static TableShape shape(Map<String, String> columns) {
        return new TableShape(TABLE, new TreeMap<>(columns), new TreeSet<>());
    }

    private static String structure(String... versions) {
        return """
                \\restrict abcXYZ

                SET statement_timeout = 0;
                CREATE TABLE t ();
                \\unrestrict abcXYZ

                INSERT INTO "schema_migrations" (version) VALUES
                (%s);
                """.formatted(String.join("),\n(", versions));
    }

    private void migration(String path) {
        files.put(path, "class A < ActiveRecord::Migration[7.1]\nend\n");
    }

    private Project project() {
        return Project.of(BundleOf.tree(files));
    }

    private MigrationFiles migrations() {
        return RAILS.files(project());
    }

    private List<String> names() {
        return migrations().migrations().stream().map(Migration::name).toList();
    }
}
