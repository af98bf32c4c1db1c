package dev.schemalatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import dev.schemalatch.check.Checker;
import dev.schemalatch.check.Differ;
import dev.schemalatch.check.TwoDatabases;
import dev.schemalatch.connection.AddressPolicy;
import dev.schemalatch.postgres.Postgres;
import dev.schemalatch.testing.Checkers;
import dev.schemalatch.testing.Databases;
import dev.schemalatch.testing.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands on real databases: what goes to which stream, and the exit status. */
class CommandLineIT {

    private static final String TABLE = "CREATE TABLE users (id integer PRIMARY KEY, email text NOT NULL);";

    private final Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    CommandLineIT(@TempDir Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder.resolve("migrations/1_init"));
        Files.writeString(folder.resolve("migrations/1_init/migration.sql"), TABLE);
    }

    @Test
    void anEmptyDatabaseHasEverythingPending() throws IOException {
        try (var database = Databases.create()) {
            assertThat(check(database, "--output", "json")).isEqualTo(2);
            assertThat(json().at("/verdict").asText()).isEqualTo("Pending");
            assertThat(json().at("/history/pending/0").asText()).isEqualTo("1_init");
            assertThat(json().at("/drift/items")).isEmpty();
            assertThat(told(err)).isEmpty();
        }
    }

    @Test
    void aPreconditionThatDoesNotHoldIsFoundAndNamed() throws IOException {
        try (var database = Databases.create()) {
            database.run("CREATE TABLE films (id int); INSERT INTO films VALUES (4711), (4711)");
            var twice = "once=SELECT id FROM films GROUP BY id HAVING count(*) = 2";

            assertThat(check(database, "--precondition", twice, "--fail-on", "Precondition", "--output", "json"))
                    .isEqualTo(2);
            assertThat(json().at("/preconditions/0/name").asText()).isEqualTo("once");
            assertThat(json().at("/preconditions/0/holds")).isEqualTo(BooleanNode.FALSE);
            assertThat(told(out)).doesNotContain("4711");
        }
    }

    @Test
    void aMigrationThatDoesNotReplayCannotBeTold() throws IOException {
        Files.writeString(folder.resolve("migrations/1_init/migration.sql"), "CREATE TABLE broken (id nonsense);");
        try (var database = Databases.create()) {
            assertThat(check(database, "--output", "json")).isEqualTo(1);
            assertThat(json().at("/verdict").asText()).isEqualTo("Unknown");
            assertThat(json().at("/failures/0/reason").asText()).isEqualTo("ReplayFailed");
            assertThat(told(err)).startsWith("schemalatch: ReplayFailed: ").contains("1_init");
        }
    }

    @Test
    void aWrongPasswordCannotBeToldAndIsNotRepeated() {
        try (var database = Databases.create()) {
            var status = run(
                    Map.of("PGPASSWORD", "not-the-password"),
                    "check",
                    "--database",
                    database.uri().replaceAll(":[^:@/]+@", "@"),
                    "--migrations",
                    folder.resolve("migrations").toString());

            assertThat(status).isEqualTo(1);
            assertThat(told(out)).contains("AuthenticationFailed");
            assertThat(told(out) + told(err)).doesNotContain("not-the-password");
        }
    }

    @Test
    void twoDatabasesAreComparedFromTheExpectedSide() throws IOException {
        try (var expected = Databases.create();
                var actual = Databases.create()) {
            expected.run(TABLE, "CREATE TABLE lost (id integer)");
            actual.run(TABLE, "ALTER TABLE users ALTER email DROP NOT NULL", "CREATE TABLE found (id integer)");

            assertThat(diff(expected, actual)).isEqualTo(2);
            assertThat(json().at("/drift/missing").asInt()).isEqualTo(1);
            assertThat(json().at("/drift/extra").asInt()).isEqualTo(1);
            assertThat(json().at("/drift/changed").asInt()).isEqualTo(1);
            assertThat(json().has("history")).isFalse();
        }
    }

    @Test
    void thePrintedScriptMendsTheDatabaseInEitherDirection() throws IOException {
        try (var expected = Databases.create();
                var actual = Databases.create()) {
            expected.run(TABLE, "CREATE TABLE lost (id integer)");
            actual.run(TABLE, "ALTER TABLE users ALTER email DROP NOT NULL", "CREATE TABLE found (id integer)");

            var catchUp = plan(expected, actual, "--print", "catch-up", "--accept-data-loss");
            var repair = plan(expected, actual, "--print", "repair", "--accept-data-loss");

            assertThat(repair).contains("-- Proven: ").contains("DROP TABLE public.found;");
            actual.run(repair);
            assertThat(diff(expected, actual)).isZero();
            actual.run(catchUp);
            assertThat(diff(expected, actual)).isEqualTo(2);
        }
    }

    @Test
    void whatLosesDataIsNotRunUnlessItIsAcceptedOnPurpose() throws IOException {
        try (var expected = Databases.create();
                var actual = Databases.create()) {
            expected.run(TABLE);
            actual.run(TABLE, "CREATE TABLE found (id integer)", "ALTER TABLE users ALTER email DROP NOT NULL");

            actual.run(plan(expected, actual, "--print", "repair"));

            assertThat(diff(expected, actual)).isEqualTo(2);
            assertThat(json().at("/drift/items")).hasSize(1);
            assertThat(json().at("/drift/items/0/identity").asText()).isEqualTo("public.found");
        }
    }

    @Test
    void rowsInTheWayAreCountedAndNeverShown() throws IOException {
        try (var expected = Databases.create();
                var actual = Databases.create()) {
            expected.run(TABLE);
            actual.run(
                    TABLE,
                    "ALTER TABLE users ALTER email DROP NOT NULL",
                    "INSERT INTO users VALUES (4711, NULL), (4712, NULL), (4713, 'x')");

            var report = new ObjectMapper().readTree(plan(expected, actual, "--probe", "--output", "json"));

            assertThat(report.at("/plan/repair/proven").asBoolean()).isTrue();
            assertThat(report.at("/plan/counts/0/rows").asInt()).isEqualTo(2);
            assertThat(report.toString()).doesNotContain("4711");
        }
    }

    @Test
    void aDatabaseIsTheSameAsItself() {
        try (var database = Databases.create()) {
            database.run(TABLE);

            assertThat(diff(database, database)).isZero();
        }
    }

    private String plan(TestDatabase expected, TestDatabase actual, String... options) {
        var fixed = List.of("plan", "--expected-url-env", "EXPECTED", "--actual-url-env", "ACTUAL");
        var urls = Map.of("EXPECTED", expected.uri(), "ACTUAL", actual.uri());
        out.reset();
        run(urls, Stream.concat(fixed.stream(), Stream.of(options)).toArray(String[]::new));
        var plan = told(out);
        out.reset();
        return plan;
    }

    private int check(TestDatabase database, String... options) {
        var fixed = new String[] {
            "check",
            "--database-url-env",
            "URL",
            "--migrations",
            folder.resolve("migrations").toString()
        };
        var args = Stream.of(fixed, options).flatMap(Stream::of).toArray(String[]::new);
        return run(Map.of("URL", database.uri()), args);
    }

    private int diff(TestDatabase expected, TestDatabase actual) {
        return run(
                Map.of("EXPECTED", expected.uri(), "ACTUAL", actual.uri()),
                "diff",
                "--expected-url-env",
                "EXPECTED",
                "--actual-url-env",
                "ACTUAL",
                "--output",
                "json");
    }

    private int run(Map<String, String> environment, String... args) {
        var terminal = new Terminal(stream(out), stream(err), environment, "", folder, Optional.empty());
        return Main.run(terminal, RealEngine::new, args);
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(told(out));
    }

    private static String told(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    /** The real road, with the shadow servers of the whole test run. */
    private static final class RealEngine implements Engine {

        @Override
        public Checker checker() {
            return Checkers.real();
        }

        @Override
        public Differ differ() {
            return new TwoDatabases(new Postgres(AddressPolicy.open()), Checkers.shadows(), InstantSource.system());
        }

        @Override
        public void close() {
            // The servers go on for other tests.
        }
    }
}
