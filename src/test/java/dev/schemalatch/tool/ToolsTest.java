package dev.schemalatch.tool;

import static dev.schemalatch.source.Refusals.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.schemalatch.failure.Reason;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every migration tool must keep to. */
class ToolsTest {

    static Stream<MigrationTool> all() {
        return Tools.all().stream();
    }

    @Test
    void everyToolIsInTheList() {
        var written = new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("dev.schemalatch.tool")
                        .stream()
                        .filter(type -> type.isAssignableTo(MigrationTool.class) && !type.isInterface())
                        .map(JavaClass::getName)
                        .collect(Collectors.toSet());

        assertThat(all().map(tool -> tool.getClass().getName())).containsExactlyInAnyOrderElementsOf(written);
    }

    @Test
    void namesAreTheirOwnAndAreFoundInAnyCase() {
        assertThat(all().map(MigrationTool::name)).doesNotHaveDuplicates().allSatisfy(name -> {
            assertThat(Tools.named(name).name()).isEqualTo(name);
            assertThat(Tools.named(name.toLowerCase(Locale.ROOT)).name()).isEqualTo(name);
        });
    }

    @Test
    void aNameThatIsUnknownIsAnsweredWithThoseThatAreKnown() {
        assertFails(Reason.ToolUnsupported, () -> Tools.named("Mongoose"))
                .contains("Prisma")
                .contains("Auto");
    }

    @Test
    void aLayoutThatIsUnknownIsAnsweredWithWhatWasLookedFor() {
        assertFails(Reason.LayoutUnknown, () -> Tools.recognize(BundleOf.flat("config.yaml")))
                .contains("ConfigMap orders-migrations")
                .contains("<name>/migration.sql");
    }

    @Test
    void aLayoutTellsItsTool() {
        assertThat(Tools.recognize(BundleOf.tree("1_a/migration.sql")).name()).isEqualTo("Prisma");
        assertThat(Tools.recognize(BundleOf.flat("20251018_initial_postgresql_with_auth.sql"))
                        .name())
                .isEqualTo("Prisma");
    }

    @ParameterizedTest
    @MethodSource("all")
    void aToolSaysWhatItsFilesLookLike(MigrationTool tool) {
        assertThat(tool.layout()).startsWith(tool.name() + ": ");
        assertThat(tool.recognizes(BundleOf.flat("config.yaml"))).isFalse();
        assertThat(tool.recognizes(BundleOf.tree("README.md"))).isFalse();
    }

    @ParameterizedTest
    @MethodSource("all")
    void aToolKeepsItsHistoryWhereTheConnectionPoints(MigrationTool tool) {
        var table = tool.historyTable(Optional.of("app"));

        assertThat(table.schema()).isEqualTo("app");
        assertThat(tool.history(table).text())
                .contains(table.quoted())
                .startsWith("SELECT")
                .doesNotContain("?");
        assertThat(tool.createHistory(table)).isNotEmpty().first().asString().contains(table.quoted());
    }

    @ParameterizedTest
    @MethodSource("all")
    void aToolsCommandsNameTheMigrationQuotedForAShell(MigrationTool tool) {
        assertThat(tool.commands().deploy()).isNotBlank();
        assertThat(tool.commands().markApplied("0_init")).contains("0_init");
        assertThat(tool.commands().markApplied("a;b")).contains("'a;b'");
        assertThat(tool.commands().markRolledBack("a;b")).contains("'a;b'");
    }
}
