package dev.schemalatch.tool;

import static dev.schemalatch.source.Refusals.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.schemalatch.failure.Reason;
import dev.schemalatch.source.Bundle;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrismaFilesTest {

    private static final MigrationTool PRISMA = new Prisma();

    @Test
    void aMigrationIsAFolderWithItsScript() {
        var bundle = BundleOf.tree("20240101_init/migration.sql", "migration_lock.toml");

        assertThat(PRISMA.claims(bundle)).isNotEqualTo(Claim.NONE);
        assertThat(PRISMA.files(Project.of(bundle)).migrations())
                .singleElement()
                .satisfies(migration -> {
                    assertThat(migration.name()).isEqualTo("20240101_init");
                    assertThat(migration.path()).isEqualTo("20240101_init/migration.sql");
                    assertThat(migration.script().map(Script::text)).contains("-- 20240101_init/migration.sql\n");
                });
    }

    @Test
    void everyFolderCountsButNestedOnesAndLooseFilesDoNot() {
        var bundle = BundleOf.tree(
                "1_a/migration.sql",
                "1_a/down.sql",
                "1_a/old/migration.sql",
                "2_no_script/README.md",
                "3_empty/",
                "x.sql");

        assertThat(names(bundle)).containsExactly("1_a", "2_no_script", "3_empty");
        assertThat(PRISMA.files(Project.of(bundle)).migrations().get(1).script().map(Script::text))
                .isEmpty();
        assertThat(PRISMA.files(Project.of(bundle)).migrations().get(2).path()).isEqualTo("3_empty/migration.sql");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "migrations/", "prisma/migrations/", "apps/api/prisma/migrations/"})
    void theMigrationsFolderIsFoundWhereverItIs(String root) {
        var bundle = BundleOf.tree(
                root + "1_a/migration.sql",
                root + "migration_lock.toml",
                "README.md",
                "prisma/schema.prisma",
                "src/x/y.sql");

        assertThat(names(bundle).stream().filter(name -> name.contains("_"))).containsExactly("1_a");
        assertThat(PRISMA.files(Project.of(bundle)).migrations())
                .anySatisfy(migration -> assertThat(migration.path()).isEqualTo(root + "1_a/migration.sql"));
    }

    @Test
    void theLockFileDecidesBetweenSeveralFolders() {
        var bundle = BundleOf.tree(
                "fixtures/1_x/migration.sql",
                "prisma/migrations/1_a/migration.sql",
                "prisma/migrations/migration_lock.toml");

        assertThat(names(bundle)).containsExactly("1_a");
    }

    @Test
    void betweenFoldersThatAreEquallyGoodNothingIsGuessed() {
        var bundle = BundleOf.tree("apps/a/migrations/1_a/migration.sql", "apps/b/migrations/1_b/migration.sql");

        assertFails(Reason.LayoutUnknown, () -> PRISMA.files(Project.of(bundle)).migrations())
                .contains("apps/a/migrations/, apps/b/migrations/")
                .contains("Name one of them");
    }

    @Test
    void keysOfAConfigMapNameMigrationsInBothForms() {
        var bundle = BundleOf.flat("20240102_b__migration.sql", "20240101_a.sql", "migration_lock.toml", "README.md");

        assertThat(PRISMA.claims(bundle)).isNotEqualTo(Claim.NONE);
        assertThat(names(bundle)).containsExactly("20240101_a", "20240102_b");
        assertThat(PRISMA.files(Project.of(bundle)).migrations().get(1).path()).isEqualTo("20240102_b__migration.sql");
        assertThat(PRISMA.files(Project.of(bundle)).migrations().get(1).script().map(Script::text))
                .contains("-- 20240102_b__migration.sql\n");
    }

    @Test
    void twoKeysOfOneMigrationAreBothNamed() {
        var bundle = BundleOf.flat("1_a.sql", "1_a__migration.sql");

        assertFails(Reason.DuplicateMigration, () -> PRISMA.files(Project.of(bundle))
                        .migrations())
                .contains("ConfigMap orders-migrations")
                .contains("1_a.sql and 1_a__migration.sql are both the migration 1_a");
    }

    @Test
    void aKeyThatLostItsFoldersNameIsNoMigration() {
        assertFails(Reason.LayoutUnknown, () -> PRISMA.files(Project.of(BundleOf.flat("migration.sql"))))
                .contains("has lost the name of its migration");
    }

    @Test
    void filesThatAreNotPrismasAreNotTaken() {
        for (var bundle : List.of(
                BundleOf.flat("config.yaml"),
                BundleOf.flat("V1__init.sql", "V2__more.sql", "R__views.sql"),
                BundleOf.flat("000001_init.up.sql", "000001_init.down.sql"),
                BundleOf.tree("V1__init.sql"),
                BundleOf.tree("changelog.xml", "sub/"))) {
            assertThat(PRISMA.claims(bundle)).as("%s", bundle.files().keySet()).isEqualTo(Claim.NONE);
        }
        assertFails(Reason.LayoutUnknown, () -> PRISMA.files(Project.of(BundleOf.flat("config.yaml"))))
                .contains("no keys <name>.sql");
        assertFails(Reason.LayoutUnknown, () -> PRISMA.files(Project.of(BundleOf.tree("V1__init.sql", "sub/"))))
                .contains("no <name>/migration.sql");
    }

    @Test
    void anythingNamedSqlIsTakenWherePrismaIsNamed() {
        assertThat(names(BundleOf.flat("V1__init.sql"))).containsExactly("V1__init");
    }

    @Test
    void aLockFileAloneIsAFolderWithoutMigrations() {
        for (var bundle : List.of(BundleOf.flat("migration_lock.toml"), BundleOf.tree("migration_lock.toml"))) {
            assertThat(PRISMA.claims(bundle)).isNotEqualTo(Claim.NONE);
            assertThat(PRISMA.files(Project.of(bundle)).migrations()).isEmpty();
        }
    }

    @Test
    void theFormatOfPrismaEightIsRecognizedAndNotRead() {
        for (var bundle : List.of(
                BundleOf.tree("migrations/1_a/migration.json", "migrations/1_a/ops.json"),
                BundleOf.tree("1_a/migration.sql", "2_b/migration.json", "2_b/ops.json"),
                BundleOf.flat("1_a__migration.json", "1_a__ops.json"))) {
            assertThat(PRISMA.claims(bundle)).isNotEqualTo(Claim.NONE);
            assertFails(Reason.ToolUnsupported, () -> PRISMA.files(Project.of(bundle))
                            .migrations())
                    .contains("Prisma 8");
        }
    }

    private static List<String> names(Bundle bundle) {
        return PRISMA.files(Project.of(bundle)).migrations().stream()
                .map(Migration::name)
                .toList();
    }
}
