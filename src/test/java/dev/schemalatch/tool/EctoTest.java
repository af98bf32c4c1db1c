package dev.schemalatch.tool;

import static dev.schemalatch.source.Refusals.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.schemalatch.failure.Reason;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class EctoTest {

    private static final Ecto ECTO = new Ecto();

    private final Map<String, String> files = new TreeMap<>();

    @Test
    void versionsAreNumbersAndOtherScriptsAreNone() {
        migration("priv/repo/migrations/10_b.exs");
        migration("priv/repo/migrations/0009_a.exs");
        migration("priv/repo/migrations/2024/20240101000000_c.exs");
        migration("priv/repo/migrations/11_compiled.ex");
        migration("priv/repo/migrations/.formatter.exs");
        migration("priv/repo/seeds.exs");

        assertThat(names()).containsExactly("0009_a", "10_b", "20240101000000_c");
        assertThat(ECTO.claims(BundleOf.tree(files))).isEqualTo(Claim.CERTAIN);
    }

    @Test
    void aReposMigrationsAreNotAnothers() {
        migration("priv/repo/migrations/1_a.exs");
        migration("deps/jobs/priv/repo/migrations/2_b.exs");
        assertThat(names()).containsExactly("1_a");

        migration("priv/audit_repo/migrations/3_c.exs");
        assertFails(Reason.LayoutUnknown, this::names).contains("priv/audit_repo/migrations/, priv/repo/migrations/");
    }

    @Test
    void twoOfOneVersionAreRefused() {
        migration("priv/repo/migrations/1_a.exs");
        migration("priv/repo/migrations/01_b.exs");

        assertFails(Reason.DuplicateMigration, this::names).contains("1_a.exs", "01_b.exs");
        files.clear();
        assertFails(Reason.LayoutUnknown, this::names).contains("priv/repo/migrations");
    }

    @Test
    void whatNoCommandRecordsARowDoes() {
        migration("priv/repo/migrations/0009_a.exs");
        var table = new HistoryTable("shop", "schema_migrations");

        assertThat(ECTO.commands(ECTO.files(Project.of(BundleOf.tree(files))), table)
                        .markApplied("0009_a"))
                .hasValueSatisfying(command -> assertThat(command)
                        .contains("\"shop\".\"schema_migrations\" (\"version\", \"inserted_at\")")
                        .contains("'\\''9'\\''"));
    }

    private void migration(String path) {
        files.put(path, "defmodule A do\n  use Ecto.Migration\nend\n");
    }

    private List<String> names() {
        return ECTO.files(Project.of(BundleOf.tree(files))).migrations().stream()
                .map(Migration::name)
                .toList();
    }
}
