package dev.schemalatch.tool;

import static dev.schemalatch.source.Refusals.assertFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.schemalatch.failure.Reason;
import dev.schemalatch.source.Bundle;
import dev.schemalatch.sql.Row;
import dev.schemalatch.tool.Applied.State;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LiquibaseTest {

    private static final Liquibase LIQUIBASE = new Liquibase();
    private static final String HEADER = "--liquibase formatted sql\n";

    static Stream<RecordedRows> recorded() {
        return RecordedRows.of("liquibase")
                .filter(recorded -> !recorded.expects("edited:") && !recorded.expects("::totals::bob]"));
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void theChecksumOfEveryChangesetIsTheOneThatLiquibaseStored(RecordedRows recorded) {
        var options = Options.none().with(Map.of("table.name", "customers"));
        var files = LIQUIBASE.files(new Project(recorded.bundle(), options));

        for (var row : recorded.rows("(?:databasechangelog|changes)")) {
            var known = files.named(row.get(2) + "::" + row.get(0) + "::" + row.get(1))
                    .filter(migration ->
                            !migration.checksums().isEmpty() && !row.get(6).isEmpty());
            known.ifPresent(
                    migration -> assertThat(row.get(6)).as(migration.name()).isIn(migration.checksums()));
        }
    }

    @Test
    void statementsAreCutWhereLiquibaseCutsThem() {
        assertThat(cut("CREATE TABLE a (x text DEFAULT 'a;b');\n\nSELECT 1 ; ", Optional.empty()))
                .containsExactly("CREATE TABLE a (x text DEFAULT 'a;b')", "SELECT 1");
        assertThat(cut("DO $$ BEGIN PERFORM 1; PERFORM 2; END $$;\nSELECT 1", Optional.empty()))
                .containsExactly("DO $$ BEGIN PERFORM 1; PERFORM 2; END $$", "SELECT 1");
        assertThat(cut("SELECT 1\ngo\nSELECT 2\n/\nSELECT 6 / 2", Optional.empty()))
                .containsExactly("SELECT 1", "SELECT 2", "SELECT 6 / 2");
        assertThat(cut("SELECT 1; //\nSELECT 2 //", Optional.of("//"))).containsExactly("SELECT 1;", "SELECT 2");
        assertThat(cut("SELECT ';--' -- one\n, 2 /* ; */", Optional.empty())).containsExactly("SELECT ';--' \n, 2");
    }

    @Test
    void aBackslashTakesTheQuoteWithItAsItDoesToLiquibase() {
        assertThat(LiquibaseTokens.of("'a\\'; b' c"))
                .first()
                .extracting(LiquibaseTokens.Token::text)
                .isEqualTo("'a\\'; b'");
        assertThat(LiquibaseTokens.of("'C:\\' c"))
                .first()
                .extracting(LiquibaseTokens.Token::text)
                .isEqualTo("'C:\\'");
        assertThat(LiquibaseTokens.of("''; 'a"))
                .extracting(LiquibaseTokens.Token::text)
                .containsExactly("''", ";", " ", "'", "a");
    }

    @Test
    void attributesOfAChangesetSayHowItIsSent() {
        var script = files(
                        Map.of(
                                "a.sql",
                                HEADER
                                        + "--changeset ann:1 runInTransaction:false splitStatements:false stripComments:false\nSELECT 1; -- x\n"))
                .migrations()
                .get(0)
                .script()
                .orElseThrow();

        assertThat(script.mode()).isEqualTo(Script.Mode.AS_IT_IS);
        assertThat(script.text()).isEqualTo("SELECT 1; -- x");
    }

    @Test
    void linesThatAreNotSqlAreLeftOut() {
        var script = files(Map.of("a.sql", HEADER + """
                        --changeset ann:1
                        --comment: why
                        --preconditions onFail:MARK_RAN
                        --precondition-sql-check expectedResult:0 SELECT 1
                        CREATE TABLE a (x int);
                        --rollback DROP TABLE a;
                        /* liquibase rollback
                        DROP TABLE a;
                        */
                        --ignoreLines:2
                        no SQL
                        no SQL
                        CREATE TABLE b (x int)
                        """))
                .migrations()
                .get(0)
                .script()
                .orElseThrow();

        assertThat(script.parts())
                .extracting(Script.Part::sql)
                .containsExactly("CREATE TABLE a (x int)", "CREATE TABLE b (x int)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a+)+b", "[x", "\\\\x\\"})
    void aDelimiterThatIsNoExpressionOrCouldRunForEverIsNotFollowed(String delimiter) {
        var text = HEADER + "--changeset ann:1 endDelimiter:" + delimiter + "\nSELECT 1\n";

        assertThat(files(Map.of("a.sql", text)).migrations().get(0).isCode()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "//", "@@", "\\ngo", "#\\s*$", "\\n\\s*/\\s*\\n|\\n\\s*/\\s*$"})
    void otherDelimitersAre(String delimiter) {
        assertThat(LiquibaseStatements.follows(delimiter)).isTrue();
    }

    @Test
    void includesAreFoundAboveAndBelow() {
        var master =
                "<databaseChangeLog><include file=\"db/a.sql\"/><includeAll path=\"db/more\"/></databaseChangeLog>";
        var changeset = HEADER + "--changeset ann:1\nSELECT 1\n";

        assertThat(names(Map.of("db/master.xml", master, "db/a.sql", changeset, "db/more/b.sql", changeset)))
                .containsExactly("db/a.sql::1::ann", "db/more/b.sql::1::ann");
        assertThat(names(Map.of("master.xml", master, "a.sql", changeset, "more/b.sql", changeset)))
                .containsExactly("db/a.sql::1::ann", "db/more/b.sql::1::ann");
        assertThat(names(
                        Map.of("app/db/master.xml", master, "app/db/a.sql", changeset, "app/db/more/b.sql", changeset)))
                .containsExactly("db/a.sql::1::ann", "db/more/b.sql::1::ann");
    }

    @Test
    void aPlainFileAmongChangelogsIsOneChangeset() {
        var master = "databaseChangeLog:\n- includeAll:\n    path: sql\n";

        assertThat(names(Map.of("master.yaml", master, "sql/b.sql", "SELECT 1;", "sql/a.txt", "no")))
                .containsExactly("sql/b.sql::raw::includeAll");
    }

    @Test
    void severalThatIncludeOthersAreNotChosenBetween() {
        var changeset = HEADER + "--changeset ann:1\nSELECT 1\n";
        var include = "<databaseChangeLog><include file=\"%s\"/></databaseChangeLog>";

        assertFails(
                        Reason.LayoutUnknown,
                        () -> files(Map.of(
                                "a.xml",
                                include.formatted("c.sql"),
                                "b.xml",
                                include.formatted("d.sql"),
                                "c.sql",
                                changeset,
                                "d.sql",
                                changeset)))
                .contains("a.xml, b.xml");
        assertThat(files(Map.of("c.sql", changeset, "d.sql", changeset)).notes())
                .singleElement()
                .asString()
                .contains("in the order of their paths");
    }

    @Test
    void aChangelogThatIncludesItselfEnds() {
        var files = files(Map.of("a.xml", "<databaseChangeLog><include file=\"a.xml\"/></databaseChangeLog>"));

        assertThat(files.notes()).contains("a.xml includes itself");
    }

    @Test
    void entitiesAndTypesOfDocumentsAreNotRead() {
        var hostile =
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><databaseChangeLog><changeSet id=\"1\" author=\"a\">"
                        + "<sql>&e;</sql></changeSet></databaseChangeLog>";

        assertThat(LiquibaseXml.read(hostile)).isEmpty();
    }

    @Test
    void parametersAreOfTheChangelogAndNotOfTheMachine() {
        var files = files(Map.of(
                "a.sql",
                HEADER + "--property name:t value:${u}x\n--property name:u value:v\n"
                        + "--changeset ann:1\nSELECT '${T} ${PATH} ${user.home} ${t'\n"));

        assertThat(files.migrations().get(0).script().orElseThrow().text())
                .isEqualTo("SELECT 'vx ${PATH} ${user.home} ${t'");
        assertThat(files.notes()).singleElement().asString().contains("PATH, user.home");
    }

    @Test
    void aRowIsFoundWhereverThePathsBegin() {
        var files = files(Map.of(
                "changelog.sql", HEADER + "--changeset Ann:1\nSELECT 1\n--changeset ann:2 runAlways:true\nSELECT 2\n"));
        var reading = LIQUIBASE.read(
                files,
                List.of(
                        row("1", "ann", "classpath:db/changelog.sql", "MARK_RAN"),
                        row("2", "ann", "db/changelog.sql", "EXECUTED"),
                        row("3", "ann", "db/changelog.sql", "EXECUTED")));

        assertThat(reading.applied())
                .extracting(Applied::name, Applied::state)
                .containsExactly(
                        tuple("changelog.sql::1::Ann", State.RESOLVED),
                        tuple("changelog.sql::2::ann", State.OUTDATED),
                        tuple("db/changelog.sql::3::ann", State.FINISHED));
    }

    @Test
    void changelogsAreCertain() {
        assertThat(LIQUIBASE.claims(BundleOf.tree(Map.of("a.sql", "\n-- Liquibase formatted SQL\n"))))
                .isEqualTo(Claim.CERTAIN);
        assertThat(LIQUIBASE.claims(BundleOf.tree(Map.of("a.json", "{\"databaseChangeLog\": []}"))))
                .isEqualTo(Claim.CERTAIN);
        assertThat(LIQUIBASE.claims(BundleOf.tree(Map.of("pom.xml", "<project/>", "a.sql", "SELECT 1"))))
                .isEqualTo(Claim.NONE);
    }

    private static Row row(String id, String author, String path, String type) {
        var values = new LinkedHashMap<String, String>();
        values.put("id", id);
        values.put("author", author);
        values.put("filename", path);
        values.put("exectype", type);
        values.put("checksum", "9:0");
        return new Row(values);
    }

    private static List<String> cut(String sql, Optional<String> delimiter) {
        return LiquibaseStatements.of(sql, true, true, delimiter);
    }

    private static MigrationFiles files(Map<String, String> texts) {
        Bundle bundle = BundleOf.tree(texts);
        return LIQUIBASE.files(Project.of(bundle));
    }

    private static List<String> names(Map<String, String> texts) {
        return files(texts).migrations().stream().map(Migration::name).toList();
    }
}
