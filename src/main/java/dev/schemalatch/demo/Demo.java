package dev.schemalatch.demo;

import dev.schemalatch.check.Checker;
import dev.schemalatch.embedded.EmbeddedPostgres;
import dev.schemalatch.embedded.Folders;
import dev.schemalatch.operator.Installation;
import dev.schemalatch.operator.Reports;
import dev.schemalatch.operator.RunningOperator;
import dev.schemalatch.operator.Workshop;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Plays the story with the real operator in this process, and leaves nothing behind. */
public final class Demo {

    private static final String DEFINITION = "deploy/crds/migrationdriftchecks.schemalatch.dev-v1.yml";
    private static final String STORY = "deploy/samples/movies";

    private final PrintStream out;
    private final Map<String, String> environment;
    private final Path checkout;
    private final Checker checker;

    /** @param checkout the folder of the sources: the manifests and the story's files are there */
    public Demo(PrintStream out, Map<String, String> environment, Path checkout, Checker checker) {
        this.out = out;
        this.environment = Map.copyOf(environment);
        this.checkout = checkout;
        this.checker = checker;
    }

    /**
     * Plays it.
     *
     * @param cluster on the current cluster of the kubeconfig
     * @param download whether a Kubernetes API server may be downloaded
     * @return whether the database is in sync at the end, as the story has it
     */
    public boolean play(boolean cluster, boolean download) {
        try (var leftovers = Leftovers.untilExit()) {
            var definition = read(checkout.resolve(DEFINITION));
            var production = leftovers.add(Production.start(new EmbeddedPostgres(Folders.of(environment))));
            var kubernetes = leftovers.add(Kubernetes.start(choice(cluster, download), environment));
            out.println("database    PostgreSQL %s, embedded".formatted(production.version()));
            out.println("kubernetes  " + kubernetes.description());
            var namespace = leftovers.add(Namespace.create(kubernetes, name(), definition));
            leftovers.add(operator(kubernetes, namespace));
            var story = new Story(production, new Repository(checkout.resolve(STORY)), namespace, narrator(definition));
            story.prepare();
            return story.play();
        }
    }

    private static Kubernetes.Choice choice(boolean cluster, boolean download) {
        if (cluster) {
            return Kubernetes.Choice.CURRENT;
        }
        return download ? Kubernetes.Choice.DOWNLOADED : Kubernetes.Choice.AT_HAND;
    }

    /** Another one each time: two demos may play on one cluster. */
    private static String name() {
        return "schemalatch-demo-" + UUID.randomUUID().toString().substring(0, 8);
    }

    private RunningOperator operator(Kubernetes kubernetes, Namespace namespace) {
        var workshop = new Workshop(
                kubernetes.client(),
                checker,
                Reports.rendered(),
                new SimpleMeterRegistry(),
                Clock.systemUTC(),
                RandomGenerator.getDefault(),
                Installation.named("schemalatch-demo"));
        var options = new RunningOperator.Options(Set.of(namespace.name()), 1, kubernetes.complete());
        return RunningOperator.start(kubernetes.client(), workshop, options);
    }

    private Narrator narrator(String definition) {
        var columns = new KubernetesSerialization()
                .unmarshal(definition, CustomResourceDefinition.class)
                .getSpec()
                .getVersions()
                .get(0)
                .getAdditionalPrinterColumns();
        return new Narrator(out, Clock.systemUTC(), columns);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
