package dev.schemalatch.source;

import static dev.schemalatch.source.Refusals.assertFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.schemalatch.failure.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderSourceIT {

    private final Path folder;

    FolderSourceIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void aFolderIsReadWithAllThatIsBelowIt() throws IOException {
        write("0_init/migration.sql");
        write("migration_lock.toml");
        Files.createDirectories(folder.resolve("1_none"));

        var bundle = Sources.at(folder).read();

        assertThat(bundle.files()).containsOnlyKeys("0_init/migration.sql", "migration_lock.toml");
        assertThat(bundle.directories()).containsExactly("0_init", "1_none");
        assertThat(bundle.origin()).hasToString("Folder " + folder);
    }

    @Test
    void aProjectIsReadWhereItKeepsItsMigrations() throws IOException {
        write("prisma/migrations/0_init/migration.sql");
        write("src/main.ts");

        for (var given : List.of(folder, folder.resolve("prisma"), folder.resolve("prisma/migrations"))) {
            var bundle = Sources.at(given).read();

            assertThat(bundle.files()).containsOnlyKeys("0_init/migration.sql");
            assertThat(bundle.origin()).hasToString("Folder " + folder.resolve("prisma/migrations"));
        }
    }

    @Test
    void aFolderAndAnArchiveOfItHaveOneDigest() throws IOException {
        write("0_init/migration.sql");
        var archive = Files.write(
                folder.resolveSibling(folder.getFileName() + ".tgz"),
                PackedFiles.of("0_init/migration.sql").tgz());

        assertThat(Sources.at(archive).read().origin().digest())
                .isEqualTo(Sources.at(folder).read().origin().digest());
        Files.delete(archive);
    }

    @Test
    void whatOtherProgramsKeepInAProjectIsLeftAlone() throws IOException {
        write("0_init/migration.sql");
        write("node_modules/x/migration.sql");
        write(".git/HEAD");
        write(".DS_Store");

        assertThat(Sources.at(folder).read().files()).containsOnlyKeys("0_init/migration.sql");
    }

    @Test
    void aLinkIsFollowedInsideTheFolderOnly() throws IOException {
        write("0_init/migration.sql");
        write("1_same/README.md");
        Files.createSymbolicLink(folder.resolve("1_same/migration.sql"), folder.resolve("0_init/migration.sql"));
        Files.createSymbolicLink(folder.resolve("notes.txt"), Path.of("/etc/hostname"));
        Files.createSymbolicLink(folder.resolve("2_linked"), folder.resolve("0_init"));
        Files.createSymbolicLink(folder.resolve("3_up"), folder);

        assertThat(Sources.at(folder).read().files())
                .containsOnlyKeys("0_init/migration.sql", "1_same/README.md", "1_same/migration.sql");
    }

    @Test
    void aMigrationsFolderThatIsALinkOutOfTheProjectIsNotRead() throws IOException {
        write("README.md");
        Files.createSymbolicLink(folder.resolve("migrations"), Path.of("/etc"));
        Files.createSymbolicLink(folder.resolve("..data"), Path.of("/etc"));

        assertThat(Sources.at(folder).read().files()).containsOnlyKeys("README.md");
    }

    @Test
    void aMigrationThatIsALinkOutOfTheFolderIsNamed() throws IOException {
        write("0_init/README.md");
        Files.createSymbolicLink(folder.resolve("0_init/migration.sql"), Path.of("/etc/passwd"));

        assertFails(Reason.MigrationsUnreadable, Sources.at(folder)::read)
                .contains("0_init/migration.sql is a link that leads out of the folder");
    }

    @Test
    void aMigrationThatIsALinkToNothingIsNamed() throws IOException {
        write("0_init/README.md");
        Files.createSymbolicLink(folder.resolve("0_init/migration.sql"), Path.of("nothing.sql"));

        assertFails(Reason.MigrationsUnreadable, Sources.at(folder)::read).contains("leads nowhere");
    }

    @Test
    void aMountedConfigMapHasKeysAndNoFolders() throws IOException {
        write("..2026_11_20/0_init.sql");
        Files.createSymbolicLink(folder.resolve("..data"), Path.of("..2026_11_20"));
        Files.createSymbolicLink(folder.resolve("0_init.sql"), Path.of("..data/0_init.sql"));

        var bundle = Sources.at(folder).read();

        assertThat(bundle.shape()).isEqualTo(Bundle.Shape.FLAT);
        assertThat(bundle.files()).containsOnlyKeys("0_init.sql");
    }

    @Test
    void aMountedConfigMapMayMapItsKeysToFolders() throws IOException {
        write("..2026_11_20/0_init/migration.sql");
        Files.createSymbolicLink(folder.resolve("..data"), Path.of("..2026_11_20"));
        Files.createSymbolicLink(folder.resolve("0_init"), Path.of("..data/0_init"));

        var bundle = Sources.at(folder).read();

        assertThat(bundle.shape()).isEqualTo(Bundle.Shape.TREE);
        assertThat(bundle.files()).containsOnlyKeys("0_init/migration.sql");
    }

    @Test
    void aWholeFileSystemIsNotRead() {
        assumeTrue(Files.isDirectory(Path.of("/usr")), "no /usr on this machine");

        assertFails(Reason.MigrationsTooLarge, Sources.at(Path.of("/usr"))::read)
                .contains("Folder /usr holds more than");
    }

    @Test
    void aHugeFileIsNamed() throws IOException {
        Files.write(folder.resolve("dump.sql"), new byte[101]);
        var source = new FolderSource(folder, new Limits(10, 100, 1000, 10));

        assertFails(Reason.MigrationsTooLarge, source::read).contains("with dump.sql it holds more than is read");
    }

    @Test
    void anUnreadableFileIsNamed() throws IOException {
        write("0_init/migration.sql");
        var file = folder.resolve("0_init/migration.sql");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        assumeTrue(!Files.isReadable(file), "this user may read everything");

        assertFails(Reason.MigrationsUnreadable, Sources.at(folder)::read)
                .contains("0_init/migration.sql cannot be read");
    }

    @Test
    void anEmptyFolderAndAMissingOneAreTold() {
        assertFails(Reason.MigrationsEmpty, Sources.at(folder)::read).contains("holds no files");
        assertFails(Reason.MigrationsEmpty, () -> Sources.at(folder.resolve("gone")))
                .contains("neither a folder nor a file");
        assertFails(Reason.MigrationsEmpty, new FolderSource(folder.resolve("gone"))::read)
                .contains("does not exist");
    }

    @Test
    void aFileThatIsNoArchiveIsTold() throws IOException {
        write("migration.sql");

        assertFails(Reason.ArchiveInvalid, Sources.at(folder.resolve("migration.sql"))::read)
                .contains("is no .zip and no .tgz archive");
    }

    private void write(String path) throws IOException {
        Files.createDirectories(folder.resolve(path).getParent());
        Files.writeString(folder.resolve(path), "-- " + path + "\n");
    }
}
