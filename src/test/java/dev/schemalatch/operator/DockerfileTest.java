package dev.schemalatch.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class DockerfileTest {

    @Test
    void theImageRunsAsTheUserOfTheChartAndNeverAsRoot() throws IOException {
        var user = Chart.object(Deployment.class)
                .getSpec()
                .getTemplate()
                .getSpec()
                .getSecurityContext()
                .getRunAsUser();

        assertThat(lines("USER")).containsExactly("USER %d:%d".formatted(user, user));
    }

    @Test
    void everyBaseImageHasATagThatStays() throws IOException {
        assertThat(lines("FROM")).hasSize(2).allMatch(line -> line.matches("FROM [a-z/-]+:[0-9][\\w.-]+( AS \\w+)?"));
    }

    @Test
    void whatIsWrittenToIsMountedByTheChart() throws IOException {
        var container = Chart.object(Deployment.class)
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .get(0);

        assertThat(container.getVolumeMounts())
                .extracting(VolumeMount::getMountPath)
                .containsExactlyInAnyOrder("/tmp", "/var/lib/schemalatch", "/var/cache/schemalatch");
        assertThat(lines("VOLUME"))
                .containsExactly("VOLUME [\"/tmp\", \"/var/lib/schemalatch\", \"/var/cache/schemalatch\"]");
        assertThat(container.getEnv()).extracting(EnvVar::getName).contains("SCHEMALATCH_POSTGRES_DATA");
    }

    @Test
    void nothingIsFetchedOutsideTheBuildAndNoSecretIsAnArgument() throws IOException {
        assertThat(Files.readString(Path.of("Dockerfile"))).doesNotContain("ADD http", "curl", "wget", "ARG ");
    }

    @Test
    void theCommandIsTheOperator() throws IOException {
        assertThat(lines("CMD")).containsExactly("CMD [\"operator\"]");
        assertThat(Chart.object(Deployment.class)
                        .getSpec()
                        .getTemplate()
                        .getSpec()
                        .getContainers()
                        .get(0)
                        .getArgs())
                .containsExactly("operator");
    }

    private static List<String> lines(String instruction) throws IOException {
        return Files.readAllLines(Path.of("Dockerfile")).stream()
                .filter(line -> line.startsWith(instruction + " "))
                .toList();
    }
}
