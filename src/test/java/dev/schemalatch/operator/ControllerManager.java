package dev.schemalatch.operator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The cluster's own controllers that rollouts need, as a process beside the API server of tests. */
final class ControllerManager implements AutoCloseable {

    private static final List<String> CONTROLLERS = List.of(
            "deployment-controller",
            "replicaset-controller",
            "disruption-controller",
            "namespace-controller",
            "serviceaccount-controller",
            "clusterrole-aggregation-controller",
            "garbage-collector-controller");

    private final Process process;
    private final Path folder;

    private ControllerManager(Process process, Path folder) {
        this.process = process;
        this.folder = folder;
    }

    /** Whether the programs of the API server have it beside them. */
    static boolean isThere(Path programs) {
        return program(programs).isPresent();
    }

    private static Optional<Path> program(Path programs) {
        try (var files = Files.walk(programs.resolve("k8s"), 2)) {
            return files.filter(file -> file.getFileName().toString().equals("kube-controller-manager"))
                    .max(Comparator.naturalOrder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ControllerManager start(Path programs, String kubeconfig) {
        try {
            var folder = Files.createTempDirectory("controllers");
            var file = folder.resolve("kubeconfig");
            Files.writeString(file, kubeconfig);
            var process = new ProcessBuilder(
                            program(programs).orElseThrow().toString(),
                            "--kubeconfig=" + file,
                            "--authentication-kubeconfig=" + file,
                            "--authorization-kubeconfig=" + file,
                            "--controllers=" + String.join(",", CONTROLLERS),
                            "--use-service-account-credentials=true",
                            "--leader-elect=false",
                            "--bind-address=127.0.0.1",
                            "--secure-port=0",
                            "--kube-api-qps=200",
                            "--kube-api-burst=400")
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log").toFile())
                    .start();
            return new ControllerManager(process, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
