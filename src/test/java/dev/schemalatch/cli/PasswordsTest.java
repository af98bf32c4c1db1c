package dev.schemalatch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemalatch.connection.ConnectionUri;
import dev.schemalatch.connection.Password;
import dev.schemalatch.failure.FailedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordsTest {

    private static final String URL = "postgresql://app@db.example/orders";

    private final Path home;
    private final Map<String, String> environment = new HashMap<>();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    PasswordsTest(@TempDir Path home) {
        this.home = home;
    }

    @ParameterizedTest
    @CsvSource({
        "db.example:5432:orders:app:s3cret, s3cret",
        "*:*:*:app:s3cret, s3cret",
        "db.example:*:orders:*:pass:word, pass",
        "db.example:5432:orders:app:pass\\:word, pass:word",
        "db.example:5432:orders:app:back\\\\slash, back\\slash",
        "other:5432:orders:app:s3cret, ''",
        "db.example:5433:orders:app:s3cret, ''",
        "db.example:5432:orders:App:s3cret, ''",
        "#db.example:5432:orders:app:s3cret, ''",
        "db.example:5432:orders:app, ''",
        "'', ''"
    })
    void aLineOfPgpassFitsAsInLibpq(String line, String password) {
        assertThat(inFile(line)).isEqualTo(password);
    }

    @Test
    void theFirstLineThatFitsCounts() {
        assertThat(inFile("*:*:other:*:no", "*:*:orders:*:first", "*:*:*:*:second"))
                .isEqualTo("first");
    }

    @Test
    void theEnvironmentComesBeforeTheFile() throws IOException {
        pgpass("rw-------");
        environment.put("PGPASSWORD", "from the environment");

        assertThat(found()).isEqualTo("from the environment");
    }

    @Test
    void theFileIsFoundInTheHomeFolder() throws IOException {
        pgpass("rw-------");

        assertThat(found()).isEqualTo("from the file");
    }

    @Test
    void anotherFileMayBeNamed() throws IOException {
        var mine = Files.writeString(home.resolve("mine"), "*:*:*:*:mine");
        Files.setPosixFilePermissions(mine, PosixFilePermissions.fromString("rw-------"));
        environment.put("PGPASSFILE", mine.toString());

        assertThat(found()).isEqualTo("mine");
    }

    @Test
    void aFileThatOthersMayReadIsNotUsedAndSaidSo() throws IOException {
        pgpass("rw-r-----");

        assertThat(found()).isEmpty();
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains(".pgpass is not used")
                .contains("chmod 600");
    }

    @Test
    void nobodyIsAskedWhereNobodyIs() {
        assertThat(found()).isEmpty();
    }

    @Test
    void aPasswordFileThatIsEmptyOrAwayIsNamed() throws IOException {
        var empty = Files.createFile(home.resolve("empty"));
        var away = home.resolve("away");
        var file = Files.writeString(home.resolve("file"), "first\nsecond\n");

        assertThatThrownBy(() -> Passwords.in(empty))
                .isInstanceOf(FailedException.class)
                .hasMessageContaining("empty");
        assertThatThrownBy(() -> Passwords.in(away))
                .isInstanceOf(FailedException.class)
                .hasMessageContaining("away");
        assertThat(Passwords.in(file).reveal()).isEqualTo("first");
    }

    private void pgpass(String permissions) throws IOException {
        var file = Files.writeString(home.resolve(".pgpass"), "# mine\n*:*:orders:*:from the file\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    private static String inFile(String... lines) {
        return new PasswordFile(List.of(lines))
                .passwordFor(ConnectionUri.parse(URL, "test"))
                .map(Password::reveal)
                .orElse("");
    }

    private String found() {
        var stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        var terminal = new Terminal(stream, stream, environment, "", home, Optional.empty());
        return new Passwords(terminal).find(ConnectionUri.parse(URL, "test")).reveal();
    }
}
