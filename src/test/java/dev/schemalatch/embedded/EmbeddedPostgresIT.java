package dev.schemalatch.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemalatch.failure.FailedException;
import dev.schemalatch.testing.Databases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EmbeddedPostgresIT {

    private static final Folders FOLDERS = Folders.of(System.getenv());

    @ParameterizedTest
    @MethodSource(Databases.MAJORS)
    void everySupportedMajorStartsAndSaysItsVersion(int major) {
        try (var database = Databases.create(major)) {
            assertThat(database.column("SHOW server_version_num"))
                    .containsExactly(
                            String.valueOf(Databases.server(major).version().number()));
        }
    }

    @Test
    void theArchivesAreFoundWhateverTheWorkingDirectoryIs() {
        assertThat(Folders.of(Map.of()).archives())
                .hasValueSatisfying(folder -> assertThat(folder).isAbsolute());
        assertThat(Databases.majors()).containsExactly(14, 15, 16, 17, 18);
    }

    @Test
    void aClosedServerLeavesNoProcessAndNoFiles() {
        // given
        var server = new EmbeddedPostgres(FOLDERS).startOnSocket(Databases.ANY_MAJOR);
        var socket = server.socket();
        var folder = socket.resolve("../..").normalize();
        assertThat(socket).exists();

        // when
        server.close();

        // then
        assertThat(server.running()).isFalse();
        assertThat(folder).doesNotExist();
    }

    @Test
    void onlyItsOwnAccountCanEnterTheFolderOfTheSocket() throws Exception {
        try (var server = new EmbeddedPostgres(FOLDERS).startOnSocket(Databases.ANY_MAJOR)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(
                            server.socket().resolve("..").normalize())))
                    .isEqualTo("rwx------");
            assertThatThrownBy(() -> server.settings("postgres")).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void severalAtOnceUnpackAVersionOnce(@TempDir Path home) throws Exception {
        // given
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
        var folders = new Folders(FOLDERS.archives(), home, FOLDERS.data());

        // when
        try (var threads = Executors.newFixedThreadPool(2)) {
            CompletableFuture.allOf(
                            CompletableFuture.runAsync(() -> new EmbeddedPostgres(folders).prepare(18), threads),
                            CompletableFuture.runAsync(() -> new EmbeddedPostgres(folders).prepare(18), threads))
                    .join();
        }

        // then
        try (var made = Files.list(home).filter(Files::isDirectory)) {
            assertThat(made).hasSize(1);
        }
        var withoutArchives = new EmbeddedPostgres(new Folders(Optional.empty(), home, FOLDERS.data()));
        try (var server = withoutArchives.startOnSocket(18)) {
            assertThat(server.version().major()).isEqualTo(18);
        }
    }

    @Test
    void aVersionThatIsNowhereIsNamedWithTheWayOut(@TempDir Path home) {
        var postgres = new EmbeddedPostgres(new Folders(Optional.empty(), home, home));

        assertThatThrownBy(() -> postgres.startOnSocket(16))
                .isInstanceOf(FailedException.class)
                .hasMessageContaining("no embedded PostgreSQL 16")
                .hasMessageContaining("SCHEMALATCH_POSTGRES_ARCHIVES");
    }

    @Test
    void safeExtensionsAreTrustedAndDangerousOnesAreNot() throws Exception {
        var extensions = new Installations(FOLDERS, Account.current())
                .programs(18)
                .folder()
                .resolve("share/postgresql/extension");

        assertThat(Files.readString(extensions.resolve("pg_stat_statements.control")))
                .contains("trusted = true");
        for (var dangerous : new String[] {"dblink", "postgres_fdw", "file_fdw"}) {
            assertThat(Files.readString(extensions.resolve(dangerous + ".control")))
                    .doesNotContain("trusted = true");
        }
    }
}
