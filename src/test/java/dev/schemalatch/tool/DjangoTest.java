package dev.schemalatch.tool;

import static dev.schemalatch.source.Refusals.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.schemalatch.failure.Reason;
import dev.schemalatch.sql.Row;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DjangoTest {

    private static final Django DJANGO = new Django();

    private final Map<String, String> files = new TreeMap<>();

    @Test
    void appsAreOrderedByWhatTheyDependOn() {
        migration("a/migrations/0001_initial.py", "dependencies = [('b', '__latest__')]");
        migration("b/migrations/0001_initial.py", "");
        migration("b/migrations/0002_more.py", "dependencies = [('b', '0001_initial')]");
        migration("c/migrations/0001_initial.py", "run_before = [('b', '0001_initial')]");

        assertThat(names()).containsExactly("c.0001_initial", "b.0001_initial", "b.0002_more", "a.0001_initial");
    }

    @Test
    void onlyPackagesOfMigrationsAreSurelyDjangos() {
        migration("shop/migrations/0001_initial.py", "");
        assertThat(claim()).isEqualTo(Claim.POSSIBLE);

        files.put("shop/migrations/__init__.py", "");
        assertThat(claim()).isEqualTo(Claim.CERTAIN);

        files.clear();
        files.put("shop/migrations/0001_initial.py", "revision = 'a'");
        assertThat(claim()).isEqualTo(Claim.NONE);
    }

    @Test
    void whatDjangoDoesNotLoadIsPassedOver() {
        migration("shop/migrations/0001_initial.py", "");
        migration("shop/migrations/_helpers.py", "");
        migration("shop/migrations/~0002.py", "");
        migration("shop/other/0001_initial.py", "");
        migration("venv/lib/python3/site-packages/django/contrib/auth/migrations/0001_initial.py", "");
        files.put("shop/migrations/utilities.py", "def helper(): pass");

        assertThat(names()).containsExactly("shop.0001_initial");
    }

    @Test
    void anAppIsCalledByItsLabel() {
        files.put(
                "src/ledger/apps.py",
                "class LedgerConfig(AppConfig):\n    name = 'src.ledger'\n    label = 'accounting'\n");
        migration("src/ledger/migrations/0001_initial.py", "");
        files.put("src/shop/apps.py", "class ShopConfig(AppConfig):\n    name = 'src.store'\n");
        migration("src/shop/migrations/0001_initial.py", "");

        assertThat(names()).containsExactly("accounting.0001_initial", "store.0001_initial");
    }

    @Test
    void aFolderAloneIsCalledAsItsMigrationsCallEachOther() {
        migration("0001_initial.py", "");
        assertFails(Reason.LayoutUnknown, this::names).contains("<app>/migrations");

        migration("0002_more.py", "dependencies = [('auth', '0012_x'), ('shop', '0001_initial')]");
        assertThat(names()).containsExactly("shop.0001_initial", "shop.0002_more");
    }

    @Test
    void twoAppsOfOneLabelAreRefused() {
        migration("one/shop/migrations/0001_initial.py", "");
        migration("two/shop/migrations/0001_initial.py", "");

        assertFails(Reason.DuplicateMigration, this::names).contains("one/shop", "two/shop");
    }

    @Test
    void aSquashedMigrationStandsForAllOrNone() {
        migration("shop/migrations/0001_initial.py", "");
        migration("shop/migrations/0002_more.py", "dependencies = [('shop', '0001_initial')]");
        migration("shop/migrations/0001_squashed.py", "replaces = [('shop', '0001_initial'), ('shop', '0002_more')]");
        migration("shop/migrations/0003_last.py", "dependencies = [('shop', '0002_more')]");

        assertThat(shipped()).containsExactly("shop.0001_squashed", "shop.0003_last");
        assertThat(shipped("shop.0001_initial"))
                .containsExactly("shop.0001_initial", "shop.0002_more", "shop.0003_last");
        assertThat(applied("shop.0001_initial")).containsExactly("shop.0001_initial");
        assertThat(shipped("shop.0001_initial", "shop.0002_more"))
                .containsExactly("shop.0001_squashed", "shop.0003_last");
        assertThat(applied("shop.0001_initial", "shop.0002_more")).containsExactly("shop.0001_squashed");
        assertThat(applied("shop.0001_initial", "shop.0002_more", "shop.0001_squashed"))
                .containsExactly("shop.0001_squashed");
    }

    @Test
    void aSquashedMigrationMayReplaceAnother() {
        migration("shop/migrations/0001_squashed.py", "replaces = [('shop', '0001_initial'), ('shop', '0002_more')]");
        migration("shop/migrations/0001_again.py", "replaces = [('shop', '0001_squashed'), ('shop', '0003_last')]");

        assertThat(shipped("shop.0001_initial", "shop.0002_more", "shop.0003_last"))
                .containsExactly("shop.0001_again");
        assertThat(applied("shop.0001_initial", "shop.0002_more", "shop.0003_last"))
                .containsExactly("shop.0001_again");
    }

    @Test
    void rowsOfOtherPackagesAreNotMissingAndRowsOfTheProjectAre() {
        migration("shop/migrations/0001_initial.py", "");
        var reading = reading("auth.0001_initial", "shop.0001_initial", "shop.0002_gone");

        assertThat(reading.applied().stream().map(Applied::name))
                .containsExactly("shop.0001_initial", "shop.0002_gone");
        assertThat(reading.notes()).anyMatch(note -> note.endsWith("of another package: auth"));
    }

    @Test
    void circlesAndGapsAreSaidAndStopNothing() {
        migration("shop/migrations/0001_a.py", "dependencies = [('shop', '0002_b')]");
        migration("shop/migrations/0002_b.py", "dependencies = [('shop', '0001_a'), ('shop', '0000_gone')]");

        assertThat(names()).containsExactlyInAnyOrder("shop.0001_a", "shop.0002_b");
        assertThat(reading().notes()).anyMatch(note -> note.contains("shop.0002_b depends on shop.0000_gone"));
    }

    @Test
    void commandsNameAppAndMigration() {
        var commands = DJANGO.commands(MigrationFiles.of(List.of()), new HistoryTable("public", "django_migrations"));

        assertThat(commands.deploy()).isEqualTo("python manage.py migrate");
        assertThat(commands.markApplied("shop.0001_initial"))
                .contains("python manage.py migrate --fake shop 0001_initial");
    }

    private void migration(String path, String declares) {
        files.put(
                path,
                "from django.db import migrations\n\nclass Migration(migrations.Migration):\n    initial = True\n    %s\n"
                        .formatted(declares));
    }

    private Claim claim() {
        return DJANGO.claims(BundleOf.tree(files));
    }

    private MigrationFiles migrations() {
        return DJANGO.files(Project.of(BundleOf.tree(files)));
    }

    private List<String> names() {
        return migrations().migrations().stream().map(Migration::name).toList();
    }

    private List<String> shipped(String... keys) {
        return reading(keys).shipped().stream().map(Migration::name).toList();
    }

    private List<String> applied(String... keys) {
        return reading(keys).applied().stream().map(Applied::name).toList();
    }

    private Reading reading(String... keys) {
        return DJANGO.read(
                migrations(),
                Stream.of(keys)
                        .map(key -> new Row(Map.of(
                                "app",
                                DjangoMigration.app(key),
                                "name",
                                DjangoMigration.nameIn(key),
                                "ended",
                                "1700000000")))
                        .toList());
    }
}
