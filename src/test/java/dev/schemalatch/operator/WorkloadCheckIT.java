package dev.schemalatch.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemalatch.failure.Reason;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks whose migrations are in the image that a workload runs, with a real registry. */
class WorkloadCheckIT extends ImagesOnCluster {

    private static final Map<String, String> TEMPLATE_OF = Map.of(
            "Deployment", "{selector: {matchLabels: {app: web}}, template: %s}",
            "StatefulSet", "{serviceName: web, selector: {matchLabels: {app: web}}, template: %s}",
            "DaemonSet", "{selector: {matchLabels: {app: web}}, template: %s}",
            "CronJob", "{schedule: '@daily', jobTemplate: {spec: {template: %s}}}",
            "Job", "{template: %s}");

    WorkloadCheckIT(@TempDir Path folder) throws IOException {
        super(folder);
    }

    @Test
    void everyKindOfWorkloadSaysWhichImageItRuns() {
        var image = shipped.push("1", "1_init", "2_more");
        TEMPLATE_OF
                .keySet()
                .forEach(kind -> workload(kind, "", "containers: [{name: app, image: '%s'}]".formatted(image)));

        for (var kind : TEMPLATE_OF.keySet()) {
            cluster.admin()
                    .resource(unnumbered(
                            Resources.of(namespace, kind.toLowerCase(java.util.Locale.ROOT), of(kind, ""), "")))
                    .create();
        }

        for (var kind : TEMPLATE_OF.keySet()) {
            eventually(kind.toLowerCase(java.util.Locale.ROOT), status -> {
                assertThat(source(status).name()).isEqualTo(image);
                assertThat(migrations(status).pending()).containsExactly("2_more");
            });
        }
    }

    @Test
    void theContainerIsTheNamedOneOrTheAnnotatedOneOrTheFirst() {
        var first = shipped.push("1", "1_init", "of_the_first");
        var second = shipped.push("2", "1_init", "of_the_second");
        var third = shipped.push("3", "1_init", "of_the_third");
        var containers =
                "containers: [{name: app, image: '%s'}, {name: side, image: '%s'}], initContainers: [{name: migrate, image: '%s'}]"
                        .formatted(first, second, third);
        workload("StatefulSet", "", containers);
        workload("DaemonSet", "annotations: {kubectl.kubernetes.io/default-container: side}, ", containers);

        check(of("StatefulSet", ""));
        eventually("orders", status -> assertThat(migrations(status).pending()).containsExactly("of_the_first"));
        edit(of("StatefulSet", ", container: side"));
        eventually("orders", status -> assertThat(migrations(status).pending()).containsExactly("of_the_second"));
        edit(of("StatefulSet", ", container: migrate"));
        eventually("orders", status -> assertThat(migrations(status).pending()).containsExactly("of_the_third"));
        edit(of("DaemonSet", ""));
        eventually("orders", status -> assertThat(migrations(status).pending()).containsExactly("of_the_second"));
        edit(of("DaemonSet", ", container: nobody"));
        stalls(Reason.SpecInvalid, "spec.migrations.workload.container can be: app, side, migrate");
    }

    @Test
    void aPrivateImageIsPulledAsItsPodsPullIt() {
        cluster.admin().resource(secret.secret(namespace, "regcred", "se:cret")).create();
        serviceAccount("orders-app", "regcred");
        var image = secret.push("1", "1_init");
        restart(Optional.of(secret.reader()));
        var containers = "containers: [{name: app, image: '%s'}]".formatted(image);
        workload("StatefulSet", "", containers);

        check(of("StatefulSet", ""));
        stalls(Reason.ImageAccessDenied, "orders");

        workload("DaemonSet", "", "serviceAccountName: orders-app, " + containers);
        edit(of("DaemonSet", ""));
        eventually("orders", status -> assertThat(source(status).name()).isEqualTo(image));

        workload("Deployment", "", "imagePullSecrets: [{name: gone}, {name: regcred}], " + containers);
        var again = secret.push("1", "1_init", "2_more");
        assertThat(again).isNotEqualTo(image);
        edit(of("Deployment", ""));
        eventually("orders", status -> assertThat(condition(status, "Ready").reason())
                .isEqualTo(Reason.InSync.name()));
    }

    @Test
    void aDeploymentThatRunsAnotherImageIsCheckedAtOnce() {
        var first = shipped.push("1", "1_init");
        var second = shipped.push("2", "1_init", "2_more");
        workload("Deployment", "", "containers: [{name: app, image: '%s'}]".formatted(first));
        check(of("Deployment", ""));
        eventually("orders", status -> assertThat(source(status).name()).isEqualTo(first));

        cluster.admin()
                .apps()
                .deployments()
                .inNamespace(namespace)
                .withName("web")
                .edit(web -> {
                    web.getSpec().getTemplate().getSpec().getContainers().get(0).setImage(second);
                    return web;
                });

        eventually("orders", status -> {
            assertThat(source(status).name()).isEqualTo(second);
            assertThat(migrations(status).pending()).containsExactly("2_more");
        });
    }

    @Test
    void aWorkloadThatIsNotThereIsSaid() {
        check(of("Job", ""));

        stalls(Reason.WorkloadNotFound, "Job %s/web does not exist".formatted(namespace));
    }

    private static String of(String kind, String more) {
        return "workload: {kind: %s, name: web, path: %s%s}".formatted(kind, ShippedImages.PATH, more);
    }

    private void workload(String kind, String metadata, String pod) {
        var template = "{metadata: {%slabels: {app: web}}, spec: {restartPolicy: %s, %s}}"
                .formatted(metadata, kind.endsWith("Job") ? "Never" : "Always", pod);
        HasMetadata workload = Serialization.unmarshal("""
                apiVersion: %s/v1
                kind: %s
                metadata: {namespace: %s, name: web}
                spec: %s
                """.formatted(
                        kind.endsWith("Job") ? "batch" : "apps",
                        kind,
                        namespace,
                        Objects.requireNonNull(TEMPLATE_OF.get(kind)).formatted(template)));
        cluster.admin().resource(workload).create();
    }
}
