package dev.schemalatch.cli;

import dev.schemalatch.demo.Demo;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code schemalatch demo}: only in a checkout, whose launcher brings what the story needs. */
@Command(
        name = "demo",
        description =
                "Plays the story of a database that has left its migrations: with an embedded PostgreSQL, a Kubernetes"
                        + " API and the real operator. Under a minute; leaves nothing behind.",
        footerHeading = "%nExample:%n",
        footer = "  schemalatch demo")
final class DemoCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Supplier<Engine> engine;
    private final Path checkout;

    @Option(names = "--cluster", description = "on the current cluster of the kubeconfig, in a namespace of its own")
    private boolean cluster;

    @Option(
            names = "--download",
            description = "on a real Kubernetes API server, downloaded where it is not at hand (some 100 MB, once)")
    private boolean download;

    DemoCommand(Terminal terminal, Supplier<Engine> engine, Path checkout) {
        this.terminal = terminal;
        this.engine = engine;
        this.checkout = checkout;
    }

    @Override
    public Integer call() {
        var demo = new Demo(
                terminal.out(), terminal.environment(), checkout, engine.get().checker());
        return demo.play(cluster, download) ? Exit.NOTHING_FOUND : Exit.COULD_NOT_TELL;
    }
}
