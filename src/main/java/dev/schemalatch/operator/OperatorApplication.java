package dev.schemalatch.operator;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.javaoperatorsdk.operator.Operator;
import io.javaoperatorsdk.operator.OperatorException;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * {@code schemalatch operator}: runs until it is told to stop. Exit status 0 after an orderly stop; 1 where it could not
 * begin: the definition is not installed, or a right is missing. A cluster that does not answer is waited for.
 */
public final class OperatorApplication implements QuarkusApplication {

    private static final Logger LOG = Logger.getLogger(OperatorApplication.class);
    private static final Duration BETWEEN_CALLS = Duration.ofSeconds(2);

    private final Operator operator;
    private final KubernetesClient client;
    private final Workshop workshop;
    private final Set<String> namespaces;

    @Inject
    OperatorApplication(
            Operator operator,
            KubernetesClient client,
            Workshop workshop,
            @ConfigProperty(name = "schemalatch.watch-namespaces") Optional<Set<String>> namespaces) {
        this.operator = operator;
        this.client = client;
        this.workshop = workshop;
        this.namespaces = namespaces.orElseGet(Set::of);
    }

    @Override
    public int run(String... arguments) throws InterruptedException {
        awaitCluster();
        workshop.shadowPods().sweep(namespaces);
        try {
            operator.start();
        } catch (OperatorException failed) {
            LOG.errorf(
                    "cannot start: %s. Is the chart installed with its definition and its rights?",
                    rootMessage(failed));
            return 1;
        }
        LOG.info("watching");
        Quarkus.waitForExit();
        operator.stop();
        return 0;
    }

    private void awaitCluster() throws InterruptedException {
        while (!answers()) {
            Thread.sleep(BETWEEN_CALLS);
        }
    }

    private boolean answers() {
        try {
            return client.getKubernetesVersion() != null;
        } catch (KubernetesClientException away) {
            LOG.warnf("cluster does not answer, waiting url=%s", client.getMasterUrl());
            return false;
        }
    }

    private static String rootMessage(Throwable failed) {
        var root = failed;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return Optional.ofNullable(root.getMessage()).orElse(root.getClass().getSimpleName());
    }
}
