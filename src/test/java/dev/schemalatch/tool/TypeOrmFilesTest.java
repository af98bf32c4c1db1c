package dev.schemalatch.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.schemalatch.source.Bundle;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypeOrmFilesTest {

    private static MigrationFiles files(Bundle bundle) {
        return new TypeOrm().files(Project.of(bundle));
    }

    private static List<String> names(String file, String text) {
        return files(BundleOf.tree(Map.of(file, text))).migrations().stream()
                .map(Migration::name)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        export class CreateOrders1700000000000 implements MigrationInterface { public async up() }  | CreateOrders1700000000000
        module.exports = class A1700000000000 { async up(queryRunner) {} }                          | A1700000000000
        export default class Ä_$1700000000000{}                                                     | Ä_$1700000000000
        class A1700000000000 { name = 'B1700000000001'; up() {} }                                   | B1700000000001
        class A1700000000000 { readonly name: string = "B1700000000001"                             | B1700000000001
        class A1700000000000 { constructor() { this.name = 'B1700000000001'; } async up() {} }      | B1700000000001
        class A1700000000000 { up() { q("SET name = 'x1700000000002'") } }                          | A1700000000000
        var A = (function () { function A1700000000000() { this.name = 'A1700000000000' } })        | A1700000000000
        module.exports = class { name = 'of-it-1700000000000'; }                                    | of-it-1700000000000
        class Orders { name = 'Orders1700000000000' }                                               | Orders1700000000000
        class Old17000000000000000 {}                                                               | Old17000000000000000
        export const up = queryRunner => {}                                                         | AddNote1699999999999
        """)
    void aMigrationIsCalledByItsNameOrItsClassOrItsFile(String text, String name) {
        assertThat(names("1699999999999-add-note.ts", text)).containsExactly(name);
    }

    @Test
    void aFileMayHoldSeveralAndTimesSayTheirOrder() {
        var bundle = BundleOf.tree(Map.of(
                "1700000000009-First.ts",
                        "class B1700000000002 { name = 'B1700000000002' }\nclass A1700000000001 { up() {} }",
                "1700000000010-Second.js", "class C1700000000000 {}"));

        assertThat(files(bundle).migrations())
                .extracting(Migration::name)
                .containsExactly("C1700000000000", "A1700000000001", "B1700000000002");
    }

    @Test
    void whatIsNoMigrationOrStandsTwiceIsSaid() {
        var bundle = BundleOf.tree(Map.of(
                "1700000000000-A.ts", "class A1700000000000 {}",
                "1700000000000-A.js", "class A1700000000000 {}",
                "index.ts", "export * from './1700000000000-A'"));

        assertThat(files(bundle).migrations()).hasSize(1);
        assertThat(files(bundle).notes())
                .hasSize(2)
                .anyMatch(note -> note.startsWith("A1700000000000: in 1700000000000-A.js and 1700000000000-A.ts"))
                .anyMatch(note -> note.startsWith("index.ts: has no class"));
    }

    @Test
    void aRowIsWrittenByHandSinceFakeTakesAllThatIsPending() {
        var commands = new TypeOrm().commands(MigrationFiles.of(List.of()), new HistoryTable("public", "migrations"));

        assertThat(commands.markApplied("A1700000000000"))
                .contains("psql \"$DATABASE_URL\" -c 'INSERT INTO \"public\".\"migrations\" (\"timestamp\", name)"
                        + " VALUES (1700000000000, '\\''A1700000000000'\\'')'");
        assertThat(commands.markApplied("A")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'class a'", "'class '", "'name='", "\"name = 'a\"", "'a1'", "'up ('"})
    void aFileThatIsMadeToKeepUsBusyDoesNot(String piece) {
        var text = piece.repeat(500_000 / piece.length());

        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> names("1700000000000-a.js", text));
    }
}
