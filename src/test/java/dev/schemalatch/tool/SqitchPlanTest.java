package dev.schemalatch.tool;

import static dev.schemalatch.source.Refusals.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.schemalatch.failure.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqitchPlanTest {

    private static final Path HISTORIES = Path.of("src/test/histories/sqitch");
    private static final Pattern DEPLOYED = Pattern.compile(
            "INSERT INTO \\w+\\.events VALUES \\('(?:deploy|fail)', '([0-9a-f]{40})', '([^']+)', 'shop'");

    /** Situations whose plan was changed after changes were deployed by it. */
    private static final List<String> CHANGED = List.of(
            "a-change-is-planned-before-deployed-ones",
            "a-deployed-change-is-not-in-the-plan",
            "a-planned-line-was-reworded");

    static Stream<Path> projects() throws IOException {
        try (var folders = Files.list(HISTORIES)) {
            return folders
                    .filter(folder -> !CHANGED.contains(folder.getFileName().toString()))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("projects")
    void everyIdThatSqitchRecordedIsComputed(Path project) {
        var elsewhere = project.resolve("migrations/db/changes.plan");
        var plan = SqitchPlan.of(
                "plan", text(Files.exists(elsewhere) ? elsewhere : project.resolve("migrations/sqitch.plan")));

        assertThat(DEPLOYED.matcher(text(project.resolve("database.sql"))).results())
                .allSatisfy(row -> assertThat(plan.changes()).anySatisfy(change -> is(change, row)));
    }

    private static void is(SqitchChange change, MatchResult row) {
        assertThat(change.id()).isEqualTo(row.group(1));
        assertThat(change.name()).isEqualTo(row.group(2));
    }

    // as printed by: sqitch plan --format 'format:%H %n'
    @Test
    void oddLinesAreReadAsSqitchReadsThem() {
        var plan = SqitchPlan.of("plan", """
                %syntax-version=1.0.0
                %project=shop
                %uri=HTTPS://Example.COM:443
                # a remark among the pragmas

                  users 2024-01-01T10:00:00Z Ada  Reader <ada@example.com>
                # a remark
                +accounts/main [users] 2024-01-02T10:00:00Z Ada Reader <ada@example.com>#  Second,\\nin two lines \\\\n \s
                @v1 2024-01-02T11:00:00Z Ada Reader <ada@example.com> # tagged
                @v1.0.0-rc1 2024-01-02T11:00:01Z Ada Reader <ada@example.com>

                \torders [users !invoices stock:items stock:items2@v3 accounts/main@v1]\t2024-01-03T10:00:00Z Zoë Ärger <zoe@example.com> # 0
                -größe_ü [shop:orders] 2024-01-04T10:00:00Z Zoë Ärger <zoe@example.com> # Größe "x" \\ y
                users [users@v1] 2024-01-05T10:00:00Z Ada Reader <ada@example.com> #
                @v2 2024-01-05T11:00:00Z Ada Reader <ada@example.com>
                users [users@v2 !größe_ü !gone] 2024-01-06T10:00:00Z A <a@b>
                """);

        assertThat(plan.changes().stream().map(change -> change.id() + " " + change.name()))
                .containsExactly(
                        "9ac3c6548f93ae2243ef6c5084e2d5ecf3c3865e users",
                        "0a46e05ddf0d7048d22b5acb88ef36e69715a300 accounts/main",
                        "ff143b90cc62f3b9182ddafb1fe4972d98a6aa65 orders",
                        "d906b2dd145ba90effd327d18434902259edb1dc größe_ü",
                        "d7ef43a026dcb1c9f8624cb470141e53046b6a77 users",
                        "bb1b70287e56c8138765a46d0b793885ff5b4d55 users");
        assertThat(plan.changes().get(0).reworkTags()).containsExactly("@v1", "@v1.0.0-rc1");
        assertThat(plan.changes().get(4).reworkTags()).containsExactly("@v2");
        assertThat(plan.changes().get(5).reworkTags()).isEmpty();
    }

    @Test
    void lineEndsOfWindowsChangeNothing() {
        var plan = SqitchPlan.of("plan", "%project=x\r\n\r\na 2024-01-01T10:00:00Z A <a@b>\r\n");

        assertThat(plan.changes())
                .extracting(SqitchChange::id)
                .containsExactly("47cf56e2ba2b302316d81b1feb3e1e131aee7044");
    }

    // each was tried with Sqitch
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a b 2024-01-01T10:00:00Z A <a@b>",
                "-a- 2024-01-01T10:00:00Z A <a@b>",
                "a@b 2024-01-01T10:00:00Z A <a@b>",
                "a 2024-01-01 A <a@b>",
                "a=1 2024-01-01T10:00:00Z A <a@b>",
                "HEAD 2024-01-01T10:00:00Z A <a@b>",
                "@t 2024-01-01T10:00:00Z A <a@b>",
                "a. 2024-01-01T10:00:00Z A <a@b>",
                "a [] 2024-01-01T10:00:00Z A <a@b>",
                "0 2024-01-01T10:00:00Z A <a@b>",
                "a/ 2024-01-01T10:00:00Z A <a@b>",
                "a 2024-01-01T10:00:00Z <a@b>",
                "aé 2024-01-01T10:00:00Z A <a@b> x"
            })
    void whatSqitchRefusesIsRefused(String line) {
        assertFails(Reason.LayoutUnknown, () -> SqitchPlan.of("plan", "%project=x\n\n" + line + "\n"))
                .contains("line 3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a_ 2024-01-01T10:00:00Z A <a@b>", "é 2024-01-01T10:00:00Z A <a@b>"})
    void whatSqitchTakesIsTaken(String line) {
        assertThat(SqitchPlan.of("plan", "%project=x\n\n" + line + "\n").changes())
                .hasSize(1);
    }

    @Test
    void aPlanWithoutAProjectIsRefused() {
        assertFails(Reason.LayoutUnknown, () -> SqitchPlan.of("plan", "%syntax-version=1.0.0\n\n"))
                .contains("%project=<name>");
    }

    @Test
    void aNameStandsOnceBetweenTags() {
        var line = "a 2024-01-01T10:00:00Z A <a@b>\n";

        assertFails(Reason.DuplicateMigration, () -> SqitchPlan.of("plan", "%project=x\n\n" + line + line))
                .contains("a in line 3 and again in line 4");
        assertFails(
                        Reason.DuplicateMigration,
                        () -> SqitchPlan.of("plan", "%project=x\n\n" + line + ("@" + line) + ("@" + line)))
                .contains("@a in line 4 and again in line 5");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
