package dev.schemalatch.source;

import static dev.schemalatch.source.Refusals.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveTest {

    enum Kind {
        TGZ("migrations.tgz", PackedFiles::tgz),
        ZIP("migrations.zip", PackedFiles::zip);

        private final String key;
        private final Function<PackedFiles, byte[]> packer;

        Kind(String key, Function<PackedFiles, byte[]> packer) {
            this.key = key;
            this.packer = packer;
        }

        Bundle read(PackedFiles files) {
            return read(packer.apply(files));
        }

        Bundle read(byte[] archive) {
            return new ConfigMapSource("orders-migrations", Map.of(), Map.of(key, archive)).read();
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyByteOfEveryFileComesOutAsItWentIn(Kind kind) {
        var bytes = new byte[256];
        for (var i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }

        var bundle = kind.read(
                new PackedFiles().file("./0_init/migration.sql", bytes).folder("1_none"));

        assertThat(bundle.files()).containsOnlyKeys("0_init/migration.sql");
        assertThat(bundle.files().get("0_init/migration.sql")).isEqualTo(bytes);
        assertThat(bundle.directories()).containsExactly("0_init", "1_none");
        assertThat(bundle.shape()).isEqualTo(Bundle.Shape.TREE);
        assertThat(bundle.origin()).hasToString("ConfigMap orders-migrations");
    }

    @ParameterizedTest
    @EnumSource
    void theFirstBytesTellAnArchiveWhateverItsKeySays(Kind kind) {
        var archive = kind.packer.apply(PackedFiles.of("0_init/migration.sql"));

        var bundle = new ConfigMapSource("orders-migrations", Map.of(), Map.of("blob", archive)).read();

        assertThat(bundle.files()).containsOnlyKeys("0_init/migration.sql");
    }

    @ParameterizedTest
    @EnumSource
    void whatMacOsDropsIntoArchivesIsNoMigration(Kind kind) {
        var bundle = kind.read(PackedFiles.of(
                "0_init/migration.sql", "0_init/._migration.sql", "__MACOSX/0_init/._migration.sql", ".DS_Store"));

        assertThat(bundle.files()).containsOnlyKeys("0_init/migration.sql");
        assertThat(bundle.directories()).containsExactly("0_init");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evil.sql",
                "a/../../evil.sql",
                "a/..",
                "/etc/evil.sql",
                "..\\evil.sql",
                "C:\\evil.sql",
                "C:/evil.sql"
            })
    void namesThatLeadOutOfTheFolderAreRefused(String name) {
        for (var kind : Kind.values()) {
            assertFails(Reason.ArchiveRefused, () -> kind.read(PackedFiles.of("0_init/migration.sql", name)))
                    .contains("ConfigMap orders-migrations, key " + kind.key)
                    .contains("Pack the migrations folder itself");
        }
    }

    @ParameterizedTest
    @EnumSource
    void controlCharactersOfANameDoNotReachTheMessage(Kind kind) {
        assertFails(Reason.ArchiveRefused, () -> kind.read(PackedFiles.of("a\u001b[31m\nb.sql")))
                .contains("a?[31m?b.sql");
    }

    @ParameterizedTest
    @EnumSource
    void linksAreRefused(Kind kind) {
        assertFails(
                        Reason.ArchiveRefused,
                        () -> kind.read(PackedFiles.of("a/migration.sql").special("passwd", TarConstants.LF_SYMLINK)))
                .contains("the entry passwd is a link");
    }

    @ParameterizedTest
    @ValueSource(
            bytes = {
                TarConstants.LF_LINK,
                TarConstants.LF_CHR,
                TarConstants.LF_BLK,
                TarConstants.LF_FIFO,
                TarConstants.LF_CONTIG,
                TarConstants.LF_MULTIVOLUME
            })
    void devicesAndOtherSpecialEntriesAreRefused(byte type) {
        var packed = PackedFiles.of("a/migration.sql").special("thing", type);

        assertFails(Reason.ArchiveRefused, () -> Kind.TGZ.read(packed)).contains("the entry thing is");
    }

    @ParameterizedTest
    @EnumSource
    void aPathThatIsThereTwiceIsNamed(Kind kind) {
        assertFails(Reason.DuplicateMigration, () -> kind.read(PackedFiles.of("a/migration.sql", "./a//migration.sql")))
                .contains("holds a/migration.sql twice");
    }

    @ParameterizedTest
    @EnumSource
    void aPathThatIsAFileAndAFolderIsBroken(Kind kind) {
        assertFails(Reason.ArchiveInvalid, () -> kind.read(PackedFiles.of("a", "a/migration.sql")));
        assertFails(Reason.ArchiveInvalid, () -> kind.read(PackedFiles.of("a/migration.sql", "a")));
    }

    @ParameterizedTest
    @EnumSource
    void anArchiveOfNothingIsEmpty(Kind kind) {
        assertFails(Reason.MigrationsEmpty, () -> kind.read(new PackedFiles())).contains("holds no files");
        assertFails(Reason.MigrationsEmpty, () -> kind.read(new PackedFiles().folder("a")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"migrations.tgz", "migrations.tar.gz", "migrations.ZIP", "m.tar", "m.tar.zst", "m.7z", "m.rar"})
    void whatIsNamedLikeAnArchiveAndIsNoneIsBroken(String key) {
        var source = new ConfigMapSource(
                "orders-migrations", Map.of(), Map.of(key, "SELECT 1;".getBytes(StandardCharsets.UTF_8)));

        assertFails(Reason.ArchiveInvalid, source::read)
                .contains("ConfigMap orders-migrations, key " + key)
                .contains("schemalatch pack");
    }

    @ParameterizedTest
    @EnumSource
    void anArchiveThatIsCutShortIsBroken(Kind kind) {
        var archive = kind.packer.apply(PackedFiles.of("a/migration.sql", "b/migration.sql"));

        for (var length = 2; length < archive.length; length++) {
            var cut = Arrays.copyOf(archive, length);
            assertFails(Reason.ArchiveInvalid, () -> kind.read(cut));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDamagedArchiveNeverYieldsOtherContentOrAnotherKindOfFailure(Kind kind) {
        var random = new Random(20251018);
        var archive = kind.packer.apply(
                PackedFiles.of("a/migration.sql", "b/migration.sql").folder("c"));
        // the empty folder may come out as an empty file: a single bit makes the difference
        var contents = Set.of("-- a/migration.sql\n", "-- b/migration.sql\n", "");
        var allowed = EnumSet.of(
                Reason.ArchiveInvalid, Reason.ArchiveRefused, Reason.DuplicateMigration, Reason.MigrationsEmpty);

        for (var round = 0; round < 1500; round++) {
            var damaged = archive.clone();
            for (var hits = 1 + random.nextInt(3); hits > 0; hits--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            try {
                assertThat(kind.read(damaged).files().values())
                        .allSatisfy(bytes -> assertThat(contents).contains(new String(bytes, StandardCharsets.UTF_8)));
            } catch (FailedException failed) {
                assertThat(failed.failure().reason()).isIn(allowed);
            }
        }
    }

    @Test
    void aKeyThatOnlyBeginsWithTheLettersOfAZipIsPlainText() {
        var text = "PK is no header".getBytes(StandardCharsets.UTF_8);

        var bundle = new ConfigMapSource("orders-migrations", Map.of(), Map.of("a.sql", text)).read();

        assertThat(bundle.shape()).isEqualTo(Bundle.Shape.FLAT);
    }
}
