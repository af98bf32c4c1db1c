package dev.schemalatch.tool;

import static dev.schemalatch.source.Refusals.assertFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.schemalatch.failure.Reason;
import dev.schemalatch.source.Bundle;
import dev.schemalatch.sql.Row;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SqitchFilesTest {

    private static final MigrationTool SQITCH = new Sqitch();
    private static final String HEAD = "%project=shop\n\n";
    private static final String BY = " 2024-01-01T10:00:00Z A <a@b>\n";

    @Test
    void theConfigurationSaysWhereThingsAre() {
        var bundle = BundleOf.tree(Map.of(
                "app/sqitch.conf",
                "[core]\n\tengine = pg\n\ttop_dir = \"./db\" ; here\n[engine \"pg\"]\n  plan_file = db//shop.plan\n"
                        + "  registry = meta\n  extension = psql\n[engine \"mysql\"]\n  top_dir = mysql\n",
                "app/db/shop.plan",
                HEAD + "a/b" + BY,
                "app/db/deploy/a/b.psql",
                "SELECT 1;\n"));

        assertThat(migrations(bundle)).singleElement().satisfies(migration -> {
            assertThat(migration.name()).isEqualTo("a/b");
            assertThat(migration.path()).isEqualTo("app/db/deploy/a/b.psql");
            assertThat(migration.script()).isPresent();
        });
        assertThat(SQITCH.configuredTable(Project.of(bundle))).contains(new HistoryTable("meta", "changes"));
    }

    @Test
    void aPlanAloneIsEnoughAndAScriptMayLack() {
        var bundle = BundleOf.tree(Map.of("sqitch.plan", HEAD + "a" + BY));

        assertThat(SQITCH.claims(bundle)).isEqualTo(Claim.CERTAIN);
        assertThat(migrations(bundle))
                .singleElement()
                .extracting(Migration::content)
                .isEqualTo(new Content.Lacking());
    }

    @Test
    void aReworkedChangeIsCalledByTheTagOfItsScript() {
        var bundle = BundleOf.tree(Map.of(
                "sqitch.plan",
                HEAD + "a" + BY + "@v1" + BY + "@v2" + BY + "a" + BY,
                "deploy/a.sql",
                "SELECT 2;",
                "deploy/a@v2.sql",
                "SELECT 1;"));

        assertThat(migrations(bundle)).extracting(Migration::name).containsExactly("a@v2", "a");
        assertThat(migrations(bundle)).extracting(Migration::path).containsExactly("deploy/a@v2.sql", "deploy/a.sql");
    }

    @Test
    void aPlanThatIsNamedAndNotThereIsSaid() {
        var bundle = BundleOf.tree(Map.of("sqitch.conf", "[core]\n  plan_file = x.plan\n"));

        assertFails(Reason.LayoutUnknown, () -> migrations(bundle)).contains("has no plan x.plan");
    }

    @Test
    void anEventCountsNoMoreWhereItsChangeIsDeployedUnderAnotherId() {
        var files = SQITCH.files(Project.of(BundleOf.tree(Map.of("sqitch.plan", HEAD + "a" + BY))));
        var id = files.migrations().get(0).id().substring("shop:".length());

        var reading = SQITCH.read(
                files,
                List.of(row("f".repeat(40), "fail", "a"), row(id, "deploy", "a"), row("e".repeat(40), "revert", "b")));

        assertThat(reading.applied())
                .extracting(Applied::name, Applied::state)
                .containsExactly(tuple("a", Applied.State.FINISHED), tuple("b", Applied.State.ROLLED_BACK));
    }

    @Test
    void aDeployedOneOfANameThatAnotherHasIsToldApartByItsId() {
        var files = SQITCH.files(Project.of(BundleOf.tree(Map.of("sqitch.plan", HEAD + "a" + BY))));
        var id = files.migrations().get(0).id().substring("shop:".length());
        var other = "f".repeat(40);

        var reading = SQITCH.read(files, List.of(row(id, "deploy", "a"), row(other, "deploy", "a")));

        assertThat(reading.applied()).extracting(Applied::name).containsExactly("a", "a (" + other + ")");
    }

    private static Row row(String id, String event, String name) {
        return new Row(Map.of("project", "shop", "id", id, "name", name, "event", event));
    }

    private static List<Migration> migrations(Bundle bundle) {
        return SQITCH.files(Project.of(bundle)).migrations();
    }
}
