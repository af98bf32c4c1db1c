package dev.schemalatch.tool;

import static dev.schemalatch.source.Refusals.assertFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.schemalatch.api.v1alpha1.MigrationDriftCheckSpec;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.source.Bundle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every migration tool must keep to. */
class ToolsTest {

    private static final Bundle FILES = BundleOf.tree("a/b.txt");

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
    void everyToolCanBeNamedInAResource() {
        var named = Stream.of(MigrationDriftCheckSpec.Tool.values()).map(Enum::name);

        assertThat(named)
                .containsExactlyInAnyOrderElementsOf(Stream.concat(Stream.of("Auto"), all().map(MigrationTool::name))
                        .toList());
    }

    @Test
    void namesAreTheirOwnAndAreFoundInAnyCase() {
        assertThat(all().map(MigrationTool::name)).doesNotHaveDuplicates().allSatisfy(name -> {
            assertThat(Tools.named(name).name()).isEqualTo(name);
            assertThat(Tools.named(name.toLowerCase(Locale.ROOT)).name()).isEqualTo(name);
        });
    }

    @Test
    void aToolIsFoundByTheNameThatItsOwnProjectGivesIt() {
        assertThat(Tools.named("golang-migrate").name()).isEqualTo("GolangMigrate");
        assertThat(Tools.named("node-pg-migrate").name()).isEqualTo("NodePgMigrate");
        assertThat(Tools.named("TypeORM").name()).isEqualTo("TypeOrm");
    }

    @Test
    void aNameThatIsUnknownIsAnsweredWithThoseThatAreKnown() {
        assertFails(Reason.ToolUnsupported, () -> Tools.named("Mongoose"))
                .contains("Prisma")
                .contains("Auto");
    }

    @Test
    void aLayoutThatIsUnknownIsAnsweredWithWhatWasLookedFor() {
        assertFails(Reason.LayoutUnknown, () -> Tools.claiming(BundleOf.flat("config.yaml")))
                .contains("ConfigMap orders-migrations")
                .contains("<name>/migration.sql");
    }

    @Test
    void aLayoutTellsItsTool() {
        assertThat(claiming(BundleOf.tree("1_a/migration.sql"))).containsExactly("Prisma");
        assertThat(claiming(BundleOf.flat("20251018_initial_postgresql_with_auth.sql")))
                .contains("Prisma");
    }

    private static List<String> claiming(Bundle bundle) {
        return Tools.claiming(bundle).stream().map(MigrationTool::name).toList();
    }

    @Test
    void filesOfTwoToolsAreSettledByTheHistoryThatTheDatabaseHas() {
        var one = new Prisma();
        var other = new Prisma();

        assertThat(Tools.settle(FILES, List.of(one, other), List.of(other))).isSameAs(other);
        assertThat(Tools.settle(FILES, List.of(one), List.of(other, one))).isSameAs(one);
        assertThat(Tools.settle(FILES, List.of(one), List.of())).isSameAs(one);
    }

    @Test
    void plainKeysThatNothingTellsOfArePresumedToBePrismasAndThatIsSaid() {
        var keys = BundleOf.flat("20251018_initial.sql");
        var prisma = Tools.named("Prisma");
        var claiming = List.of(prisma, new Prisma());

        assertThat(Tools.only(keys, claiming)).isSameAs(prisma);
        assertThat(Tools.presumption(claiming, prisma)).get(STRING).contains("taken for those of Prisma");
        assertThat(Tools.presumption(List.of(prisma), prisma)).isEmpty();
    }

    @Test
    void nothingIsGuessedBetweenTwoTools() {
        var one = new Prisma();
        var other = new Prisma();

        assertFails(Reason.LayoutUnknown, () -> Tools.settle(FILES, List.of(one, other), List.of()))
                .contains("could be of Prisma, Prisma")
                .contains("spec.migrations.tool");
        assertFails(Reason.LayoutUnknown, () -> Tools.settle(FILES, List.of(one, other), List.of(one, other)))
                .contains("could be of Prisma, Prisma, and the database keeps a history of Prisma, Prisma");
        assertFails(Reason.LayoutUnknown, () -> Tools.settle(FILES, List.of(one), List.of(other)))
                .contains("is of Prisma, and the database keeps a history of Prisma");
    }

    @ParameterizedTest
    @MethodSource("all")
    void aToolSaysWhatItsFilesLookLike(MigrationTool tool) {
        assertThat(tool.layout()).startsWith(tool.name() + ": ");
        assertThat(tool.claims(BundleOf.flat("config.yaml"))).isEqualTo(Claim.NONE);
        assertThat(tool.claims(BundleOf.tree("README.md"))).isEqualTo(Claim.NONE);
    }

    @ParameterizedTest
    @MethodSource("all")
    void aToolsHistoryIsReadByOneStatementWithoutParameters(MigrationTool tool) {
        assertThat(tool.historyTables(Optional.of("Or\"ders"))).isNotEmpty().allSatisfy(table -> {
            assertThat(tool.history(table).text()).contains(table.quoted()).doesNotContain("?");
            assertThat(tool.createHistory(table)).isNotEmpty().anySatisfy(ddl -> assertThat(ddl)
                    .contains(table.quoted()));
            assertThat(tool.ownObjects(table).tables()).contains(table);
        });
    }

    @ParameterizedTest
    @MethodSource("all")
    void withoutRowsAllFilesAreShippedAndNothingIsApplied(MigrationTool tool) {
        var reading = tool.read(MigrationFiles.of(List.of()), List.of());

        assertThat(reading.shipped()).isEmpty();
        assertThat(reading.applied()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void aToolsCommandsQuoteTheMigrationForAShell(MigrationTool tool) {
        var table = tool.historyTables(Optional.empty()).get(0);
        var hostile =
                new Migration("1", "1_a;b'$(c)", "1_a;b.sql", new Content.Sql(Script.asItIs("SELECT 1")), Set.of());
        var commands = tool.commands(MigrationFiles.of(List.of(hostile)), table);

        assertThat(commands.deploy()).isNotBlank();
        assertThat(Stream.of(commands.markApplied(hostile.name()), commands.markRolledBack(hostile.name()))
                        .flatMap(Optional::stream))
                .allSatisfy(command -> assertThat(unquoted(command)).doesNotContain(";", "$(", "`"));
    }

    /** What a shell would read more into than text; the URL's variable is ours. */
    private static String unquoted(String command) {
        return command.replace("\"$DATABASE_URL\"", "").replace("'\\''", "").replaceAll("'[^']*'", "");
    }
}
