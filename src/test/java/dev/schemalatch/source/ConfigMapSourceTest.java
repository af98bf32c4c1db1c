package dev.schemalatch.source;

import static dev.schemalatch.source.Refusals.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.schemalatch.failure.Reason;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ConfigMapSourceTest {

    private static final byte[] LATIN1 = "-- café\n".getBytes(StandardCharsets.ISO_8859_1);

    @Test
    void keysAreFilesWithoutFolders() {
        var bundle = source(Map.of("0_init.sql", "SELECT 'é';\r\n", "migration_lock.toml", "x"))
                .read();

        assertThat(bundle.shape()).isEqualTo(Bundle.Shape.FLAT);
        assertThat(bundle.files()).containsOnlyKeys("0_init.sql", "migration_lock.toml");
        assertThat(bundle.text("0_init.sql")).isEqualTo("SELECT 'é';\r\n");
        assertThat(bundle.directories()).isEmpty();
        assertThat(bundle.origin().kind()).isEqualTo("ConfigMap");
        assertThat(bundle.origin().name()).isEqualTo("orders-migrations");
    }

    @Test
    void aBinaryKeyThatIsNoArchiveIsAFileThatIsNotUtf8() {
        var bundle = new ConfigMapSource("orders-migrations", Map.of("1.sql", ""), Map.of("0.sql", LATIN1)).read();

        assertThat(bundle.files().get("0.sql")).isEqualTo(LATIN1);
        assertThat(bundle.files()).containsOnlyKeys("0.sql", "1.sql");
    }

    @Test
    void aConfigMapWithoutKeysIsEmpty() {
        assertFails(Reason.MigrationsEmpty, source(Map.of())::read)
                .contains("ConfigMap orders-migrations")
                .contains("Put the application's migrations there");
    }

    @Test
    void anArchiveStandsAlone() {
        var archive = PackedFiles.of("a/migration.sql").tgz();
        var beside = new ConfigMapSource("orders-migrations", Map.of("a.sql", ""), Map.of("m.tgz", archive));
        var two = new ConfigMapSource("orders-migrations", Map.of(), Map.of("m.tgz", archive, "n.tgz", archive));

        assertFails(Reason.LayoutUnknown, beside::read)
                .contains("key m.tgz is an archive")
                .contains("either one archive or");
        assertFails(Reason.LayoutUnknown, two::read);
    }

    @Test
    void anArchiveAmongTheTextKeysIsInTheWrongPlace() {
        assertFails(Reason.ArchiveInvalid, source(Map.of("m.tgz", "H4sIAAAA"))::read)
                .contains("under binaryData");
    }

    @Test
    void oneKeyInBothMapsIsADuplicate() {
        var source = new ConfigMapSource("orders-migrations", Map.of("a.sql", ""), Map.of("a.sql", LATIN1));

        assertFails(Reason.DuplicateMigration, source::read).contains("holds a.sql twice");
    }

    @Test
    void aConfigMapHasLimitsToo() {
        var data = new TreeMap<>(Map.of("a.sql", "1234", "b.sql", "1234"));

        assertFails(
                Reason.MigrationsTooLarge,
                new ConfigMapSource("orders-migrations", data, new TreeMap<>(), new Limits(10, 3, 100, 10))::read);
        assertFails(
                Reason.MigrationsTooLarge,
                new ConfigMapSource("orders-migrations", data, new TreeMap<>(), new Limits(1, 10, 100, 10))::read);
    }

    @Test
    void severalConfigMapsAreOneFolder() {
        var merged = new MergedSource(List.of(
                        new ConfigMapSource("orders-a", Map.of("0.sql", "0"), Map.of()),
                        new ConfigMapSource("orders-b", Map.of("1.sql", "1"), Map.of())))
                .read();

        assertThat(merged.files()).containsOnlyKeys("0.sql", "1.sql");
        assertThat(merged.origin()).hasToString("ConfigMap orders-a, orders-b");
        assertThat(merged.origin().digest())
                .isEqualTo(source(Map.of("0.sql", "0", "1.sql", "1"))
                        .read()
                        .origin()
                        .digest());
    }

    @Test
    void severalArchivesAreOneFolder() {
        var merged = new MergedSource(List.of(
                        archived("orders-a", PackedFiles.of("a/migration.sql")),
                        archived("orders-b", PackedFiles.of("b/migration.sql").folder("c"))))
                .read();

        assertThat(merged.directories()).containsExactly("a", "b", "c");
        assertThat(merged.files()).containsOnlyKeys("a/migration.sql", "b/migration.sql");
    }

    @Test
    void aPathInTwoConfigMapsNamesBoth() {
        var merged = new MergedSource(List.of(
                new ConfigMapSource("orders-a", Map.of("0.sql", "x"), Map.of()),
                new ConfigMapSource("orders-b", Map.of("0.sql", "x"), Map.of())));

        assertFails(Reason.DuplicateMigration, merged::read)
                .contains("ConfigMap orders-a and ConfigMap orders-b both hold 0.sql");
    }

    @Test
    void plainKeysAndAnArchiveDoNotMerge() {
        var merged = new MergedSource(List.of(
                new ConfigMapSource("orders-a", Map.of("0.sql", "x"), Map.of()),
                archived("orders-b", PackedFiles.of("b/migration.sql"))));

        assertFails(Reason.LayoutUnknown, merged::read)
                .contains("ConfigMap orders-a")
                .contains("ConfigMap orders-b");
    }

    private static ConfigMapSource source(Map<String, String> data) {
        return new ConfigMapSource("orders-migrations", data, Map.of());
    }

    private static ConfigMapSource archived(String name, PackedFiles files) {
        return new ConfigMapSource(name, Map.of(), Map.of("migrations.tgz", files.tgz()));
    }
}
