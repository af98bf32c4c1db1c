package dev.schemalatch.tool;

import static dev.schemalatch.source.Refusals.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.schemalatch.failure.Reason;
import dev.schemalatch.source.Bundle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How programs are found in a project, by the example of Knex and Sequelize. */
class ProgramFolderTest {

    private static List<String> knex(Bundle bundle) {
        return new Knex()
                .files(Project.of(bundle)).migrations().stream()
                        .map(Migration::path)
                        .toList();
    }

    @Test
    void theFolderNearestToTheTopWithNumberedProgramsIsMeant() {
        assertThat(knex(BundleOf.tree(
                        "package.json",
                        "src/index.js",
                        "db/migrations/20240101_a.js",
                        "db/old/deep/20230101_x.js",
                        "node_modules/knex/1_x.js",
                        "seeds/01_users.js")))
                .containsExactly("db/migrations/20240101_a.js");
        assertThat(knex(BundleOf.flat("20240101_a.ts"))).containsExactly("20240101_a.ts");
    }

    @Test
    void ofSeveralTheOneThatIsCalledSo() {
        assertThat(knex(BundleOf.tree("a/1_x.js", "migrations/1_x.js"))).containsExactly("migrations/1_x.js");
        assertFails(Reason.LayoutUnknown, () -> knex(BundleOf.tree("a/1_x.js", "b/1_x.js")))
                .contains("a/, b/");
        assertFails(Reason.LayoutUnknown, () -> knex(BundleOf.tree("src/migrations/1_x.ts", "dist/migrations/1_x.js")))
                .contains("dist/migrations/, src/migrations/");
        assertFails(Reason.LayoutUnknown, () -> knex(BundleOf.tree("index.js", "lib/x.js")))
                .contains("Knex");
        assertFails(Reason.LayoutUnknown, () -> knex(BundleOf.tree("README.md")))
                .contains("Knex");
    }

    @Test
    void whoPointsAtProgramsWithoutNumbersMeansThem() {
        assertThat(knex(BundleOf.tree("init.js", "users.js", "README.md"))).containsExactly("init.js", "users.js");
        assertThat(new Knex().claims(BundleOf.tree(Map.of("init.js", "knex")))).isEqualTo(Claim.NONE);
    }

    @Test
    void aPageWithANumberIsNoMigration() {
        assertThat(knex(BundleOf.tree("pages/404.js", "db/migrations/1-a.js"))).containsExactly("db/migrations/1-a.js");
    }

    @Test
    void allProgramsOfTheFolderCountAndNothingElse() {
        assertThat(knex(BundleOf.tree(
                        "2_b.js",
                        "1_a.ts",
                        "10_c.cjs",
                        "1_a.d.ts",
                        "1_a.js.map",
                        "1_a.spec.ts",
                        "1_a.test.js",
                        "z.coffee",
                        "init.js",
                        ".eslintrc.js",
                        "1_a.sql",
                        "README.md",
                        "lib/3_d.js")))
                .containsExactly("10_c.cjs", "1_a.ts", "2_b.js", "init.js", "z.coffee");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        20240101000000_a.js  | exports.up = (knex) => knex.schema                  | Knex
        20240101000000_a.ts  | import { Knex } from 'knex'                         | Knex
        20240101000000-a.js  | up: (queryInterface, Sequelize) => {}               | Sequelize
        1700000000000-A.ts   | class A1700000000000 implements MigrationInterface  | TypeOrm
        1700000000000_a.ts   | import type { Kysely } from 'kysely'                | Kysely
        1700000000000_a.js   | exports.up = (pgm) => {}                            | NodePgMigrate
        20240101000000_a.js  | exports.up = (db) => {}                             | Knex, Kysely
        1700000000000-A.js   | exports.up = (db) => {}                             | Kysely, Sequelize, TypeOrm
            1744910873969-A.ts   | import { Kysely, sql } from 'kysely'                | Kysely
            20201020A-x.ts       | import type { Knex } from 'knex'                    | Knex
        1700000000000_a.js   | exports.up = (db) => {}                             | Knex, Kysely, NodePgMigrate
        """)
    void wordsOfTheProgramTellItsToolAndElseItsName(String file, String text, String tools) {
        assertThat(Tools.claiming(BundleOf.tree(Map.of("migrations/" + file, text))))
                .extracting(MigrationTool::name)
                .containsExactly(tools.split(", "));
    }

    @Test
    void aHistoryIsToldByItsColumns() {
        var name = Map.of("name", "character varying(255)");
        var knex = Map.of(
                "id", "integer", "name", "varchar", "batch", "integer", "migration_time", "timestamp with time zone");
        var typeOrm = Map.of("id", "integer", "name", "character varying", "timestamp", "bigint");
        var kysely = Map.of("name", "character varying(255)", "timestamp", "character varying(255)");
        var ours = Map.of("id", "integer", "name", "text", "run_on", "timestamp without time zone");

        assertThat(keeping(name)).containsExactly("Sequelize");
        assertThat(keeping(Map.of("name", "text", "createdAt", "x", "updatedAt", "x")))
                .containsExactly("Sequelize");
        assertThat(keeping(knex)).containsExactly("Knex");
        assertThat(keeping(typeOrm)).containsExactly("TypeOrm");
        assertThat(keeping(kysely)).containsExactly("Kysely");
        assertThat(keeping(ours)).containsExactly("NodePgMigrate");
    }

    private static List<String> keeping(Map<String, String> columns) {
        var shape = new TableShape(new HistoryTable("public", "x"), new TreeMap<>(columns), new TreeSet<>());
        return List.of(new Drizzle(), new Knex(), new Kysely(), new NodePgMigrate(), new Sequelize(), new TypeOrm())
                .stream()
                .filter(tool -> tool.keeps(shape))
                .map(MigrationTool::name)
                .toList();
    }

    @Test
    void theHistoryStandsInTheConnectionsSchemaOrInPublic() {
        assertThat(new Knex().historyTables(Optional.of("app")))
                .extracting(HistoryTable::toString)
                .containsExactly("app.knex_migrations", "public.knex_migrations");
        assertThat(new Drizzle().historyTables(Optional.of("public")))
                .extracting(HistoryTable::toString)
                .containsExactly("drizzle.__drizzle_migrations", "public.__drizzle_migrations");
    }
}
