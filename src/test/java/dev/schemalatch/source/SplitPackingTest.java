package dev.schemalatch.source;

import static dev.schemalatch.source.Refusals.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.schemalatch.failure.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Folders that one ConfigMap does not hold. */
class SplitPackingTest {

    private static final int KIB = 1024;

    private final Random random = new Random(7);
    private final TreeMap<String, byte[]> files = new TreeMap<>();
    private final TreeSet<String> directories = new TreeSet<>();

    @Test
    void plainKeysGoToAsManyConfigMapsAsTheyTake() {
        for (var i = 10; i < 40; i++) {
            noise("20240%d_step/migration.sql".formatted(i), 100 * KIB);
        }
        text("migration_lock.toml", "provider = \"postgresql\"\n");

        var packing = Packing.of(bundle(), "orders", false, any -> true);

        assertThat(packing.names()).containsExactly("orders-1of4", "orders-2of4", "orders-3of4", "orders-4of4");
        assertThat(packing.configMaps()).allMatch(one -> one.archive().isEmpty() && one.fits());
        assertThat(packing.notes().get(0))
                .isEqualTo("Packed as 4 ConfigMaps of plain keys, since one is too small."
                        + " The check has to name all of them.");
        assertThat(read(packing).files().keySet())
                .contains("2024010_step__migration.sql", "migration_lock.toml")
                .hasSize(31);
        assertThat(read(packing).shape()).isEqualTo(Bundle.Shape.FLAT);
    }

    @Test
    void whatKeysWouldLoseGoesIntoAnArchiveEach() {
        for (var i = 10; i < 40; i++) {
            noise("%d_step/up.sql".formatted(i), 100 * KIB);
            text("%d_step/down.sql".formatted(i), "DROP TABLE a;\n");
        }
        directories.add("99_none");

        var packing = Packing.of(bundle(), "orders", false, any -> true);

        assertThat(packing.names()).containsExactly("orders-1of4", "orders-2of4", "orders-3of4", "orders-4of4");
        assertThat(packing.configMaps()).allMatch(one -> one.archive().isPresent() && one.fits());
        assertThat(packing.notes().get(0)).contains("an archive each: 10_step/down.sql cannot be a plain key");
        assertSame(read(packing), bundle());
    }

    @Test
    void aMigrationMoreChangesNothingButTheLastConfigMap() {
        for (var i = 10; i < 34; i++) {
            noise("%d_step/up.sql".formatted(i), 100 * KIB);
        }
        var before = Packing.of(bundle(), "orders", true, any -> true).names();

        text("34_step/up.sql", "SELECT 1;\n");
        var after = Packing.of(bundle(), "orders", true, any -> true).names();

        assertThat(after).hasSize(3).allMatch(name -> name.matches("orders-[0-9a-f]{10}"));
        assertThat(after.subList(0, 2)).isEqualTo(before.subList(0, 2));
        assertThat(after.get(2)).isNotEqualTo(before.get(2));
    }

    @Test
    void manySmallFilesAreNoMoreThanTheyPackTo() {
        for (var i = 1000; i < 6000; i++) {
            text("%d_step/up.sql".formatted(i), "CREATE TABLE t%d (id bigint); -- %s\n".formatted(i, hex(500)));
        }

        var packing = Packing.of(bundle(), "orders", false, any -> true);

        assertThat(packing.configMaps()).hasSize(2).allMatch(PackedConfigMap::fits);
        assertThat(packing.configMaps().get(0).size()).isGreaterThan(900_000);
        assertSame(read(packing), bundle());
    }

    @Test
    void keysThatTheStoreWouldRefuseAreNotPlain() {
        for (var i = 1000; i < 9000; i++) {
            text("%d_%s.up.sql".formatted(i, "long".repeat(40)), "");
        }

        assertThat(Packing.of(bundle(), "orders", false, any -> true).configMaps())
                .singleElement()
                .matches(one -> one.archive().isPresent());
    }

    @Test
    void oneFileTooBigForAConfigMapMakesArchivesOfAll() {
        text("V1__big.sql", "INSERT INTO a VALUES (1);\n".repeat(60_000));
        noise("V2__noise.sql", 600 * KIB);
        noise("V3__noise.sql", 600 * KIB);

        var packing = Packing.of(bundle(), "orders", false, any -> true);

        assertThat(packing.notes().get(0)).contains("an archive each: V1__big.sql is larger than a ConfigMap");
        assertSame(read(packing), bundle());
    }

    @Test
    void aFileThatFitsInNoFormIsToldWithTheWayOut() {
        text("V1__small.sql", "SELECT 1;\n");
        noise("V2__noise.sql", 2000 * KIB);

        assertFails(Reason.MigrationsTooLarge, () -> Packing.of(bundle(), "orders", false, any -> true))
                .contains("V2__noise.sql is 2 MiB even packed; a ConfigMap holds 977 KiB")
                .contains("spec.migrations.image", "spec.migrations.workload");
    }

    @Test
    void moreConfigMapsThanACheckNamesAreTooMany() {
        for (var i = 10; i < 43; i++) {
            noise("%d_step/up.sql".formatted(i), 900 * KIB);
        }

        assertFails(Reason.MigrationsTooLarge, () -> Packing.of(bundle(), "orders", false, any -> true))
                .contains("33 ConfigMaps; a check can name 32", "spec.migrations.image");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "V1__init.sql,V1.1__more.sql,R__views.sql,U1__init.sql",
                "000001_init.up.sql,000001_init.down.sql",
                "20240101120000_init.sql",
                "00001_init.sql,00002_more.go",
                "20240101_a__migration.sql,20240102_b.sql",
                "atlas.sum,20240101_a.sql",
                "changelog.xml,1_a.sql"
            })
    void flatFilesOfOtherToolsArePlainKeysAndNothingIsLost(String names) {
        Arrays.stream(names.split(",")).forEach(name -> text(name, "-- " + name + "\r\n"));

        var packing = Packing.of(bundle(), "orders", false, any -> true);

        assertThat(packing.configMaps()).singleElement().matches(one -> one.archive()
                .isEmpty());
        assertSame(read(packing), bundle());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "meta/_journal.json,0000_init.sql",
                "2024-01-01_init/up.sql,2024-01-01_init/down.sql",
                "deploy/a.sql,sqitch.plan",
                "shop/migrations/0001_initial.py",
                "20240101_init/migration.sql,20240101_init/snapshot.json"
            })
    void foldersOfOtherToolsAreArchives(String names) {
        Arrays.stream(names.split(",")).forEach(name -> text(name, "-- " + name + "\n"));

        var packing = Packing.of(bundle(), "orders", false, any -> true);

        assertThat(packing.configMaps()).singleElement().matches(one -> one.archive()
                .isPresent());
        assertSame(read(packing), bundle());
    }

    @Test
    void whateverIsSplitIsReadAgainByteForByte() {
        for (var round = 0; round < 12; round++) {
            files.clear();
            directories.clear();
            var nested = random.nextBoolean();
            for (var i = 100; i < 110 + random.nextInt(40); i++) {
                noise("%d_step%s.sql".formatted(i, nested ? "/up" : ""), random.nextInt(400 * KIB));
                if (nested && random.nextInt(5) == 0) {
                    directories.add("%d_empty/below".formatted(i));
                }
            }

            var packing = Packing.of(bundle(), "orders", random.nextBoolean(), any -> true);

            assertThat(packing.configMaps()).allMatch(PackedConfigMap::fits);
            assertSame(read(packing), bundle());
        }
    }

    private static void assertSame(Bundle read, Bundle packed) {
        assertThat(read.files().keySet()).isEqualTo(packed.files().keySet());
        assertThat(read.directories()).isEqualTo(packed.directories());
        assertThat(read.origin().digest()).isEqualTo(packed.origin().digest());
    }

    private static Bundle read(Packing packing) {
        return new MergedSource(packing.configMaps().stream()
                        .map(one -> new ConfigMapSource(one.name(), one.data(), one.binaryData()))
                        .toList())
                .read();
    }

    private void noise(String path, int bytes) {
        var content = new byte[bytes];
        random.nextBytes(content);
        files.put(path, content);
    }

    private String hex(int digits) {
        return random.ints(digits, 0, 16).mapToObj(Integer::toHexString).reduce("", String::concat);
    }

    private void text(String path, String text) {
        files.put(path, text.getBytes(StandardCharsets.UTF_8));
    }

    private Bundle bundle() {
        var tree = new FileTree("Folder orders", Limits.DEFAULT, Reason.MigrationsTooLarge);
        directories.forEach(tree::directory);
        files.forEach(tree::file);
        return tree.bundle("Folder", "orders", Bundle.Shape.TREE);
    }
}
