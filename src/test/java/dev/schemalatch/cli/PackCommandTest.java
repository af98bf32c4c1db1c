package dev.schemalatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackCommandTest {

    private static final String SQL = """

            -- leading empty line, trailing blanks, a tab, quotes
            CREATE TABLE "users" (\tid integer);\s\s
              INSERT INTO "users" VALUES ('it''s: a #test', "~", yes);
            SELECT $$é — %s \\ {{ }}$$;
            no newline at the end""";

    private final Path migrations;
    private final Shell shell;

    PackCommandTest(@TempDir Path folder) throws IOException {
        this.shell = new Shell(folder);
        this.migrations = Files.createDirectories(folder.resolve("migrations"));
        Files.createDirectories(migrations.resolve("1_init"));
        Files.writeString(migrations.resolve("1_init/migration.sql"), SQL);
    }

    @Test
    void everyFileComesThroughYamlUnchanged() throws IOException {
        assertThat(pack("--name", "orders-migrations", "--namespace", "shop")).isZero();

        var configMap = configMap();
        assertThat(configMap.get("kind").asText()).isEqualTo("ConfigMap");
        assertThat(configMap.at("/metadata/name").asText()).isEqualTo("orders-migrations");
        assertThat(configMap.at("/metadata/namespace").asText()).isEqualTo("shop");
        assertThat(configMap.at("/metadata/labels/schemalatch.dev~1watch").asText())
                .isEqualTo("true");
        assertThat(configMap.at("/data/1_init__migration.sql").asText()).isEqualTo(SQL);
    }

    @Test
    void aHashedNameIsForAnImmutableConfigMap() throws IOException {
        assertThat(pack("--hash")).isZero();

        var configMap = configMap();
        assertThat(configMap.at("/metadata/name").asText()).matches("migrations-[0-9a-f]+");
        assertThat(configMap.get("immutable").asBoolean()).isTrue();
        assertThat(configMap.at("/metadata/namespace").isMissingNode()).isTrue();
    }

    @Test
    void whatYamlWouldChangeIsEncoded() throws IOException {
        Files.writeString(migrations.resolve("1_init/migration.sql"), "SELECT 1;\r\n");

        assertThat(pack()).isZero();
        assertThat(configMap().at("/binaryData/1_init__migration.sql").binaryValue())
                .asString()
                .isEqualTo("SELECT 1;\r\n");
    }

    @Test
    void whatNoKeyCanHoldGoesIntoAnArchiveAndThatIsSaid() throws IOException {
        Files.createDirectories(migrations.resolve("2_empty"));

        assertThat(pack()).isZero();
        assertThat(configMap().at("/binaryData/migrations.tgz").binaryValue()).startsWith(0x1f, 0x8b);
        assertThat(shell.err()).startsWith("schemalatch: Packed as one archive");
    }

    @Test
    void whatIsTooBigForOneGoesToSeveralThatTheOutputSaysHowToName() throws IOException {
        var random = new java.util.Random(1);
        for (var i = 10; i < 35; i++) {
            var noise = new byte[100_000];
            random.nextBytes(noise);
            Files.createDirectories(migrations.resolve(i + "_more"));
            Files.write(migrations.resolve(i + "_more/migration.sql"), noise);
        }

        assertThat(pack("--name", "orders")).isZero();

        assertThat(shell.out()).startsWith("""
                # The MigrationDriftCheck names them:
                #   migrations:
                #     tool: Prisma
                #     configMaps:
                #       - name: orders-1of3
                #       - name: orders-2of3
                #       - name: orders-3of3
                # and the pod template of a gated Deployment:
                #   schemalatch.dev/migrations: orders-1of3,orders-2of3,orders-3of3
                """);
        assertThat(shell.err()).contains("Packed as 3 ConfigMaps of plain keys");
        try (var documents = new YAMLMapper().readerFor(JsonNode.class).<JsonNode>readValues(shell.out())) {
            assertThat(documents.readAll())
                    .extracting(one -> one.at("/metadata/name").asText())
                    .containsExactly("orders-1of3", "orders-2of3", "orders-3of3");
        }
    }

    @Test
    void flatFilesOfAnotherToolArePlainKeysAndTheToolIsNamed() throws IOException {
        Files.delete(migrations.resolve("1_init/migration.sql"));
        Files.delete(migrations.resolve("1_init"));
        Files.writeString(migrations.resolve("V1__init.sql"), SQL);
        Files.writeString(migrations.resolve("V1.1__more.sql"), "SELECT 1;\r\n");
        Files.writeString(migrations.resolve("R__views.sql"), "SELECT 2;\n");

        assertThat(pack("--name", "orders")).isZero();

        assertThat(shell.out()).contains("#     tool: Flyway\n#     configMap: {name: orders}\n");
        assertThat(configMap().at("/data").fieldNames()).toIterable().containsExactly("R__views.sql", "V1__init.sql");
        assertThat(configMap().at("/binaryData").fieldNames()).toIterable().containsExactly("V1.1__more.sql");
    }

    @Test
    void keysThatWouldBeOtherMigrationsAreNotMade() throws IOException {
        Files.createDirectories(migrations.resolve("1_init/old"));
        Files.writeString(migrations.resolve("1_init/old/migration.sql"), "SELECT 2;\n");

        assertThat(pack()).isZero();
        assertThat(configMap().at("/binaryData").fieldNames()).toIterable().containsExactly("migrations.tgz");
    }

    @Test
    void aNameThatIsNoneIsRefused() {
        assertThat(pack("--name", "Orders")).isEqualTo(1);
        assertThat(shell.err()).contains("SpecInvalid", "Orders");
    }

    private JsonNode configMap() throws IOException {
        return new YAMLMapper().readTree(shell.out());
    }

    private int pack(String... options) {
        var args = new String[options.length + 2];
        args[0] = "pack";
        args[1] = migrations.toString();
        System.arraycopy(options, 0, args, 2, options.length);
        return shell.run(args);
    }
}
