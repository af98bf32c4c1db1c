package dev.schemalatch.source;

import static dev.schemalatch.source.Refusals.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.schemalatch.failure.Reason;
import dev.schemalatch.tool.Migration;
import dev.schemalatch.tool.MigrationTool;
import dev.schemalatch.tool.Project;
import dev.schemalatch.tool.Tools;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackingTest {

    private final TreeMap<String, byte[]> files = new TreeMap<>();
    private final TreeSet<String> directories = new TreeSet<>();

    @Test
    void migrationsBecomePlainKeys() {
        file("1_a/migration.sql", "SELECT 1;\n");
        file("migration_lock.toml", "provider = \"postgresql\"\n");

        var packing = Packing.of(bundle(), "orders-migrations", false, any -> true);
        var configMap = packing.configMaps().get(0);

        assertThat(packing.names()).containsExactly("orders-migrations");
        assertThat(configMap.name()).isEqualTo("orders-migrations");
        assertThat(configMap.data()).containsOnlyKeys("1_a__migration.sql", "migration_lock.toml");
        assertThat(configMap.binaryData()).isEmpty();
        assertThat(configMap.archive()).isEmpty();
        assertThat(packing.notes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\n", "\ufeffa", "a\0b", "\u0085", "\u2028"})
    void textThatYamlWouldChangeIsKeptAsBytes(String text) {
        file("1_a/migration.sql", text);

        var packed = only(Packing.of(bundle(), "orders-migrations", false, any -> true));

        assertThat(packed.data()).isEmpty();
        assertThat(packed.binaryData().get("1_a__migration.sql")).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1_a/down.sql", "é/migration.sql", "a b/migration.sql", "loose.sql", "x/y/migration.sql", "a.zip"
            })
    void whatPlainKeysWouldLoseIsPackedAsAnArchive(String path) {
        file("0_init/migration.sql", "");
        file(path, "x");

        var packing = Packing.of(bundle(), "orders-migrations", false, any -> true);

        assertThat(only(packing).archive()).contains("migrations.tgz");
        assertThat(packing.notes()).singleElement().asString().contains(path);
        assertThat(read(packing).files()).containsOnlyKeys("0_init/migration.sql", path);
    }

    @Test
    void aFolderWithoutFilesIsKeptByAnArchive() {
        file("0_init/migration.sql", "");
        directories.add("1_none");

        assertThat(read(Packing.of(bundle(), "orders-migrations", false, any -> true))
                        .directories())
                .containsExactly("0_init", "1_none");
    }

    @Test
    void anArchiveIsMadeBeforeTheApiServerRefuses() {
        var frame = (int) PackedConfigMap.size("0_init__migration.sql", 0);
        file("0_init/migration.sql", "x".repeat(PackedConfigMap.MOST - frame));
        assertThat(only(Packing.of(bundle(), "orders-migrations", false, any -> true))
                        .archive())
                .isEmpty();

        file("0_init/migration.sql", "x".repeat(PackedConfigMap.MOST - frame + 1));
        var packing = Packing.of(bundle(), "orders-migrations", false, any -> true);

        assertThat(only(packing).archive()).isPresent();
        assertThat(only(packing).size()).isLessThan(PackedConfigMap.MOST);
        assertThat(packing.notes()).singleElement().asString().contains("977 KiB of files do not fit");
    }

    @Test
    void whatClientSideApplyRefusesIsNoted() {
        file("0_init/migration.sql", "<".repeat(50_000));

        assertThat(Packing.of(bundle(), "orders-migrations", false, any -> true).notes())
                .singleElement()
                .asString()
                .contains("--server-side")
                .contains("ServerSideApply=true");
    }

    @Test
    void aHashedNameChangesWithTheContentAlone() {
        file("0_init/migration.sql", "a");
        var name = Packing.of(bundle(), "orders", true, any -> true).names().get(0);
        var same = Packing.of(bundle(), "orders", true, any -> true).names().get(0);
        file("0_init/migration.sql", "b");

        assertThat(name).isEqualTo(same).matches("orders-[0-9a-f]{10}");
        assertThat(Packing.of(bundle(), "orders", true, any -> true).names().get(0))
                .isNotEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Orders", "orders_1", "-orders", "orders-", "a..b", "a.-b", "ord ers"})
    void aNameThatKubernetesRefusesIsRefusedHere(String name) {
        file("0_init/migration.sql", "");

        assertFails(Reason.SpecInvalid, () -> Packing.of(bundle(), name, false, any -> true))
                .contains("lower-case letters");
    }

    @Test
    void anArchiveSaysNothingOfWhereAndWhenItWasMade() {
        file("0_init/migration.sql", "a");
        file("é" + "x".repeat(120) + "/migration.sql", "b");

        var archive = read(TarGzipWriter.pack(bundle()));

        assertThat(TarGzipWriter.pack(bundle())).isEqualTo(TarGzipWriter.pack(bundle()));
        assertThat(archive.files()).containsOnlyKeys(files.keySet());
        assertThat(new String(TarGzipWriter.pack(bundle()), StandardCharsets.ISO_8859_1))
                .startsWith("\u001f\u008b\b\0\0\0\0\0");
    }

    @Test
    void whateverIsPackedIsReadAgainByteForByte() {
        var random = new Random(42);
        for (var round = 0; round < 300; round++) {
            files.clear();
            directories.clear();
            for (var i = 1 + random.nextInt(8); i > 0; i--) {
                var name = pick(
                                random,
                                "20240101_init",
                                "V1__x",
                                "a__migration",
                                "a",
                                "0.1-b",
                                "ü",
                                "a b",
                                "l".repeat(250))
                        + i;
                if (random.nextInt(20) == 0) {
                    directories.add(name);
                } else {
                    files.put(name + "/migration.sql", content(random));
                }
                if (random.nextInt(20) == 0) {
                    files.put(name + pick(random, "/README.md", ".sql", "/old/migration.sql"), content(random));
                }
            }
            file("0_init/migration.sql", "-- one at least\n");
            file("migration_lock.toml", "provider = \"postgresql\"\n");

            var packing = Packing.of(bundle(), "orders", random.nextBoolean(), any -> true);

            assertThat(migrations(read(packing))).isEqualTo(migrations(bundle()));
            assertThat(Tools.claiming(read(packing)))
                    .extracting(MigrationTool::name)
                    .contains("Prisma");
        }
    }

    private static byte[] content(Random random) {
        var bytes = new byte[random.nextInt(40)];
        random.nextBytes(bytes);
        return random.nextInt(3) == 0
                ? bytes
                : pick(random, "SELECT 1;\n", "a\r\nb\n", "", "é😀\n", "  x  \n\n", "\t- a: |\n", "'\"\\\n")
                        .getBytes(StandardCharsets.UTF_8);
    }

    private static String pick(Random random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private static List<Migration> migrations(Bundle bundle) {
        return Tools.named("Prisma").files(Project.of(bundle)).migrations().stream()
                .map(migration -> new Migration(migration.name(), "", migration.content()))
                .toList();
    }

    private static PackedConfigMap only(Packing packing) {
        assertThat(packing.configMaps()).hasSize(1);
        return packing.configMaps().get(0);
    }

    private static Bundle read(Packing packing) {
        var packed = only(packing);
        return new ConfigMapSource(packed.name(), packed.data(), packed.binaryData()).read();
    }

    private static Bundle read(byte[] archive) {
        return new Archive("Archive x", "x.tgz", archive)
                .unpack(Limits.DEFAULT)
                .bundle("Archive", "x", Bundle.Shape.TREE);
    }

    private void file(String path, String text) {
        files.put(path, text.getBytes(StandardCharsets.UTF_8));
    }

    private Bundle bundle() {
        files.keySet().forEach(path -> {
            for (var slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
                directories.add(path.substring(0, slash));
            }
        });
        return new Bundle(
                new Origin("Folder", "orders", ContentDigest.of(files, directories)),
                Bundle.Shape.TREE,
                files,
                directories);
    }
}
