package dev.schemalatch.api.v1alpha1;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.crdv2.generator.CRDGenerator;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceColumnDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrdTest {

    private static final String FILE = "migrationdriftchecks.schemalatch.dev-v1.yml";
    private static final Path COMMITTED = Path.of("deploy", "crds", FILE);

    @Test
    void theCommittedDefinitionIsWhatTheClassesSay(@TempDir Path folder) throws IOException {
        new CRDGenerator()
                .customResourceClasses(MigrationDriftCheck.class)
                .forCRDVersions("v1")
                .withPostProcessor(new CrdFinish())
                .inOutputDir(folder.toFile())
                .detailedGenerate();

        assertThat(Files.readString(COMMITTED))
                .as("deploy/crds is not current: run `./mvnw package` and commit what it writes there")
                .isEqualTo(Files.readString(folder.resolve(FILE)));
    }

    @Test
    void columnsComeInTheOrderInWhichTheyAreDeclared() throws IOException {
        assertThat(committed().getSpec().getVersions().get(0).getAdditionalPrinterColumns())
                .extracting(CustomResourceColumnDefinition::getName)
                .containsExactly(
                        Arrays.stream(MigrationDriftCheck.class.getAnnotationsByType(AdditionalPrinterColumn.class))
                                .map(AdditionalPrinterColumn::name)
                                .toArray(String[]::new));
    }

    @Test
    void aResourceHasAStatusFromItsFirstMomentOn() throws IOException {
        assertThat(Serialization.asYaml(schema().getProperties().get("status")))
                .contains("default:\n  observedGeneration: -1\n");
    }

    @Test
    void conditionsAreKeyedByTheirType() throws IOException {
        assertThat(Files.readString(COMMITTED))
                .contains(
                        "x-kubernetes-list-map-keys:\n                - \"type\"\n                x-kubernetes-list-type: \"map\"");
    }

    @Test
    void everyFieldIsExplained() throws IOException {
        assertExplained("", schema());
    }

    private static void assertExplained(String path, JSONSchemaProps schema) {
        Map<String, JSONSchemaProps> properties = schema.getProperties() == null ? Map.of() : schema.getProperties();
        properties.forEach((name, property) -> {
            assertThat(property.getDescription())
                    .as("description of %s.%s", path, name)
                    .isNotBlank();
            assertExplained(path + "." + name, property);
            if (property.getItems() != null) {
                assertExplained(path + "." + name, property.getItems().getSchema());
            }
        });
    }

    private static JSONSchemaProps schema() throws IOException {
        return committed().getSpec().getVersions().get(0).getSchema().getOpenAPIV3Schema();
    }

    private static CustomResourceDefinition committed() throws IOException {
        return Serialization.unmarshal(Files.readString(COMMITTED), CustomResourceDefinition.class);
    }
}
