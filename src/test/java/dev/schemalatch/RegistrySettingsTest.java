package dev.schemalatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemalatch.connection.AddressPolicy;
import dev.schemalatch.registry.Registries;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operator's properties, with the variables that the chart sets, as a policy for registries. */
class RegistrySettingsTest {

    @Test
    void nothingSaidMeansAllRegistriesOverTlsAlone() {
        var registries = registries(Map.of());

        assertThat(registries.allowed()).isEmpty();
        assertThat(registries.mirrors()).isEmpty();
        assertThat(registries.plainHttp()).isEmpty();
        assertThat(registries.certificates()).isEmpty();
        assertThat(registries.limits().time()).isEqualTo(Duration.ofMinutes(1));
        assertThat(registries.cacheBytes()).isEqualTo(1024L * 1024 * 1024);
        assertThat(registries.cache().toString()).endsWith("schemalatch-images");
    }

    @Test
    void everythingThatTheChartSetsArrives(@TempDir Path folder) throws IOException {
        var pem = Files.writeString(folder.resolve("ca.crt"), "-----BEGIN CERTIFICATE-----");

        var registries = registries(Map.of(
                "SCHEMALATCH_ALLOWED_REGISTRIES", "registry.example,ghcr.io/team/*",
                "SCHEMALATCH_REGISTRY_MIRRORS", "docker.io=one.example/hub,docker.io=two.example,quay.io=one.example",
                "SCHEMALATCH_PLAIN_HTTP_REGISTRIES", "registry.internal:5000",
                "SCHEMALATCH_REGISTRY_CA", pem.toString(),
                "SCHEMALATCH_IMAGE_CACHE", "/var/cache/schemalatch",
                "SCHEMALATCH_IMAGE_CACHE_MIB", "64",
                "SCHEMALATCH_IMAGE_MIB", "100",
                "SCHEMALATCH_IMAGE_LAYER_MIB", "50",
                "SCHEMALATCH_IMAGE_TIME", "90s"));

        assertThat(registries.allowed()).containsExactly("registry.example", "ghcr.io/team/*");
        assertThat(registries.mirrors())
                .containsEntry("docker.io", List.of("one.example/hub", "two.example"))
                .containsEntry("quay.io", List.of("one.example"));
        assertThat(registries.plainHttp()).containsExactly("registry.internal:5000");
        assertThat(registries.certificates().get("*"))
                .singleElement()
                .isEqualTo("-----BEGIN CERTIFICATE-----".getBytes(StandardCharsets.UTF_8));
        assertThat(registries.cache()).isEqualTo(Path.of("/var/cache/schemalatch"));
        assertThat(registries.cacheBytes()).isEqualTo(64L * 1024 * 1024);
        assertThat(registries.limits().imageBytes()).isEqualTo(100L * 1024 * 1024);
        assertThat(registries.limits().layerBytes()).isEqualTo(50L * 1024 * 1024);
        assertThat(registries.limits().time()).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void whatCannotBeReadIsNamed() {
        assertThatThrownBy(() -> registries(Map.of("SCHEMALATCH_REGISTRY_MIRRORS", "mirror.example")))
                .hasMessage("schemalatch.registries.mirrors is written registry=mirror, separated by commas");
        assertThatThrownBy(() -> registries(Map.of("SCHEMALATCH_IMAGE_TIME", "soon")))
                .hasMessageContaining("schemalatch.image.time is no duration");
        assertThatThrownBy(() -> registries(Map.of("SCHEMALATCH_IMAGE_CACHE_MIB", "1Gi")))
                .hasMessageContaining("schemalatch.image.cache-mib is no number of MiB");
    }

    private static Registries registries(Map<String, String> environment) {
        return new RegistrySettings(name -> setting(name, environment)).registries(AddressPolicy.open());
    }

    /** The application's own properties, with variables as the configuration library fills them in. */
    private static Optional<String> setting(String name, Map<String, String> environment) {
        var properties = new Properties();
        try (var file = Files.newBufferedReader(Path.of("src/main/resources/application.properties"))) {
            properties.load(file);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
        var variables = new HashMap<>(environment);
        variables.put("java.io.tmpdir", "/tmp");
        return Optional.ofNullable(properties.getProperty(name))
                .map(text -> filled(text, variables))
                .filter(text -> !text.isEmpty());
    }

    private static String filled(String text, Map<String, String> variables) {
        var start = text.lastIndexOf("${");
        if (start < 0) {
            return text;
        }
        var end = text.indexOf('}', start);
        var named = text.substring(start + 2, end).split(":", 2);
        var value = variables.getOrDefault(named[0], named.length > 1 ? named[1] : "");
        return filled(text.substring(0, start) + value + text.substring(end + 1), variables);
    }
}
