package dev.schemalatch.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the folder that holds etcd and kube-apiserver as {@code k8s/<version>-<platform>/}: the layout of kube-api-test and
 * of setup-envtest.
 */
final class ControlPlanePrograms {

    private ControlPlanePrograms() {}

    static Optional<Path> find(Map<String, String> environment) {
        var home = Path.of(System.getProperty("user.home", "."));
        return Stream.of(
                        path(environment, "KUBE_API_TEST_DIR"),
                        path(environment, "KUBEBUILDER_ASSETS")
                                .map(assets -> assets.resolve("../..").normalize()),
                        Optional.of(home.resolve(".kubeapitest")),
                        Optional.of(home.resolve(".local/share/kubebuilder-envtest")))
                .flatMap(Optional::stream)
                .filter(ControlPlanePrograms::holdsPrograms)
                .findFirst();
    }

    private static boolean holdsPrograms(Path folder) {
        if (!Files.isDirectory(folder.resolve("k8s"))) {
            return false;
        }
        try (var versions = Files.list(folder.resolve("k8s"))) {
            return versions.anyMatch(version -> Stream.of("etcd", "kube-apiserver", "kubectl")
                    .allMatch(program -> Files.isExecutable(version.resolve(program))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> path(Map<String, String> environment, String variable) {
        return Optional.ofNullable(environment.get(variable))
                .filter(text -> !text.isBlank())
                .map(Path::of);
    }
}
