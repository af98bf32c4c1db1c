package dev.schemalatch.gitops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.schemalatch.api.v1alpha1.MigrationDriftCheckSpec;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class SamplesTest {

    private static final ObjectMapper STRICT =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    @TestFactory
    Stream<DynamicTest> everyCheckHasOnlyFieldsThatExist() throws IOException {
        return Stream.concat(samples(), samples(Path.of("deploy/samples")))
                .filter(sample -> sample.at("/kind").asText().equals("MigrationDriftCheck"))
                .map(sample -> dynamicTest(sample.at("/metadata/name").asText(), () -> {
                    var spec = STRICT.treeToValue(sample.get("spec"), MigrationDriftCheckSpec.class);
                    assertThat(spec.database().secretRef().name()).isNotEmpty();
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyGatedDeploymentSaysByWhatAndWhatItShips() throws IOException {
        return samples()
                .filter(sample -> sample.at("/kind").asText().equals("Deployment"))
                .map(sample -> dynamicTest(sample.at("/metadata/name").asText(), () -> {
                    var template = sample.at("/spec/template/metadata");
                    assertThat(template.at("/labels/schemalatch.dev~1gated").asText())
                            .isEqualTo("true");
                    assertThat(template.at("/annotations/schemalatch.dev~1check")
                                    .asText())
                            .isEqualTo("orders");
                    assertThat(template.at("/annotations/schemalatch.dev~1migrations")
                                    .asText())
                            .isEqualTo("orders-migrations");
                    assertThat(sample.at("/spec/strategy/type").asText()).isNotEqualTo("Recreate");
                }));
    }

    private static Stream<JsonNode> samples() throws IOException {
        return samples(Path.of("deploy/gitops"));
    }

    private static Stream<JsonNode> samples(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files
                    .filter(file -> file.toString().endsWith(".yaml") && !file.startsWith(Testdata.FOLDER))
                    .toList()
                    .stream()
                    .flatMap(file -> Arrays.stream(Testdata.text(file).split("(?m)^---\n")))
                    .map(document -> Serialization.unmarshal(document, JsonNode.class));
        }
    }
}
