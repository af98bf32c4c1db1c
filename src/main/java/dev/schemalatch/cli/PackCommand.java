package dev.schemalatch.cli;

import dev.schemalatch.source.Packing;
import dev.schemalatch.source.Sources;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code schemalatch pack}: a migrations folder as the ConfigMaps that a MigrationDriftCheck names. */
@Command(
        name = "pack",
        description =
                "Writes a migrations folder as a ConfigMap to standard output: as plain keys where they fit, else as"
                        + " one archive; what is too big for one as several, which the check names together. Comments"
                        + " in the output say how.",
        footerHeading = "%nExample:%n",
        footer = "  schemalatch pack prisma/migrations --name orders-migrations | kubectl apply --server-side -f -")
final class PackCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "PATH", description = "the folder of migrations, or a .zip or .tgz of it")
    private Path path = Path.of("");

    @Option(
            names = "--name",
            paramLabel = "NAME",
            defaultValue = "migrations",
            description = "the ConfigMap's name, of several its beginning; default ${DEFAULT-VALUE}")
    private String name = "migrations";

    @Option(names = "--namespace", paramLabel = "NAME", description = "its namespace; default: none is written")
    private Optional<String> namespace = Optional.empty();

    @Option(names = "--hash", description = "ends names in a hash of the content and makes ConfigMaps immutable")
    private boolean hash;

    PackCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var folder = Sources.at(path).read();
        var migrations = FolderMigrations.of(folder);
        var packing = Packing.of(folder, name, hash, migrations::areIn);
        packing.notes().forEach(terminal::say);
        terminal.out().print(new ConfigMapText(namespace, hash, migrations.tool()).of(packing));
        return Exit.NOTHING_FOUND;
    }
}
