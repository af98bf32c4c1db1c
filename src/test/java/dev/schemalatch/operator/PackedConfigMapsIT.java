package dev.schemalatch.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.schemalatch.gitops.Kubectl;
import dev.schemalatch.source.FolderSource;
import dev.schemalatch.source.PackedConfigMap;
import dev.schemalatch.source.Packing;
import dev.schemalatch.source.Source;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packed folders, through an API server with its limits, and beside what kubectl makes of the same files. */
class PackedConfigMapsIT extends OperatorOnCluster {

    private final Random random = new Random(3);
    private final Path folder;

    PackedConfigMapsIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void whatIsSplitIsStoredAndReadAgain() throws IOException {
        for (var i = 10; i < 35; i++) {
            write("V%d__step.sql".formatted(i), noise(100_000));
        }

        assertThat(throughTheServer("orders", false)).hasSize(3);
    }

    @Test
    void soAreArchives() throws IOException {
        for (var i = 10; i < 35; i++) {
            write("%d_step/up.sql".formatted(i), noise(100_000));
            write("%d_step/down.sql".formatted(i), "DROP TABLE a;\n".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(throughTheServer("orders", true)).hasSize(3);
    }

    @Test
    void asManyKeysAsFitAreStored() throws IOException {
        for (var i = 1000; i < 4800; i++) {
            write("%d_%s.up.sql".formatted(i, "x".repeat(100)), new byte[0]);
        }

        assertThat(throughTheServer("orders", false))
                .singleElement()
                .satisfies(name -> assertThat(configMap(name).getData()).hasSize(3800));
    }

    @Test
    void theServerRefusesWhatIsLargerThanThat() {
        assumeTrue(cluster.real(), "needs a real API server: the in-process one has no limits");
        var large = new ConfigMapBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName("large")
                .endMetadata()
                .addToData("1.sql", "x".repeat(1024 * 1024 + 1))
                .build();

        assertThatThrownBy(() -> cluster.admin().resource(large).create()).hasMessageContaining("Too long");
    }

    @Test
    void kubectlMakesTheSameOfAFlatFolder() throws IOException {
        var kubectl = Kubectl.ofTheMachine();
        assumeTrue(kubectl.isPresent(), "kubectl is not installed");
        write("V1__init.sql", "SELECT 1;\n".getBytes(StandardCharsets.UTF_8));
        write("V2__crlf.sql", "SELECT 'é';\r\n\r\n  ".getBytes(StandardCharsets.UTF_8));
        write("V3__latin.sql", "SELECT 'é'".getBytes(StandardCharsets.ISO_8859_1));
        write("V4__empty.sql", new byte[0]);
        var made = Serialization.unmarshal(
                kubectl.orElseThrow()
                        .run("create", "configmap", "orders", "--from-file=" + folder, "--dry-run=client", "-oyaml")
                        .text(),
                ConfigMap.class);
        made.getMetadata().setNamespace(namespace);
        cluster.admin().resource(made).create();

        assertThat(read("configMap: {name: orders}").read().origin().digest())
                .isEqualTo(new FolderSource(folder).read().origin().digest());
        throughTheServer("packed", false);
    }

    /** Packs the folder, stores it, reads it as a check would; names of the ConfigMaps. */
    private List<String> throughTheServer(String name, boolean hashed) {
        var bundle = new FolderSource(folder).read();
        var packing = Packing.of(bundle, name, hashed, any -> true);
        packing.configMaps()
                .forEach(one -> cluster.admin().resource(stored(one)).create());
        var names = packing.names().stream().map("{name: %s}"::formatted).collect(Collectors.joining(", "));

        var read = read("configMaps: [%s]".formatted(names)).read();

        assertThat(read.origin().digest()).isEqualTo(bundle.origin().digest());
        return packing.names();
    }

    private Source read(String source) {
        var reader = new Cluster(cluster.operator());
        return new CheckSources(reader, new ImageSources(reader, Optional.empty()))
                .of(Resources.of(namespace, "orders", source, ""));
    }

    private ConfigMap stored(PackedConfigMap packed) {
        var binary = new TreeMap<String, String>();
        packed.binaryData()
                .forEach((key, content) -> binary.put(key, Base64.getEncoder().encodeToString(content)));
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName(packed.name())
                .endMetadata()
                .withData(Map.copyOf(packed.data()))
                .withBinaryData(binary)
                .build();
    }

    private ConfigMap configMap(String name) {
        return Objects.requireNonNull(cluster.admin()
                .configMaps()
                .inNamespace(namespace)
                .withName(name)
                .get());
    }

    private byte[] noise(int bytes) {
        var content = new byte[bytes];
        random.nextBytes(content);
        return content;
    }

    private void write(String path, byte[] content) throws IOException {
        var file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }
}
