package dev.schemalatch.cli;

import dev.schemalatch.connection.AddressPolicy;
import dev.schemalatch.registry.ImageReference;
import dev.schemalatch.registry.Images;
import dev.schemalatch.registry.Registries;
import dev.schemalatch.source.Source;
import dev.schemalatch.source.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Where the migrations are: on disk, or in an image of a registry. */
final class MigrationsOption {

    /** Says that an image is meant, whatever the rest looks like. */
    private static final String IMAGE = "oci://";

    @Spec(Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Option(
            names = "--migrations",
            paramLabel = "PATH|IMAGE",
            description = "the folder of migrations, a .zip or .tgz of it, or the name of an image in a registry")
    private Optional<String> migrations = Optional.empty();

    @Option(
            names = "--migrations-path",
            paramLabel = "PATH",
            description = "the folder of migrations inside the image, such as /app/prisma/migrations")
    private Optional<String> folder = Optional.empty();

    @Option(
            names = "--plain-http",
            description = "speaks plain HTTP to the image's registry; what is sent can be read on the way")
    private boolean plainHttp;

    @Option(
            names = "--registry-ca",
            paramLabel = "FILE",
            description = "PEM certificates of authorities that the registry's certificate may be of; may be repeated")
    private List<Path> authorities = new ArrayList<>();

    boolean given() {
        return migrations.isPresent();
    }

    /**
     * The place that the options name.
     *
     * @throws ParameterException where they name none
     */
    Source source(Terminal terminal) {
        var named = migrations.orElseThrow(
                () -> usage("--migrations is missing. Name the folder of migrations, or the image that holds them"));
        if (!isImage(named)) {
            if (folder.isPresent() || plainHttp || !authorities.isEmpty()) {
                throw usage("--migrations-path, --plain-http and --registry-ca are for an image, and " + named
                        + " is a path. Write oci://" + named + " where an image is meant");
            }
            return Sources.at(Path.of(named));
        }
        var image = ImageReference.parse(named.startsWith(IMAGE) ? named.substring(IMAGE.length()) : named);
        return new Images(registries(terminal, image))
                .source(image, folder.orElse(""), new DockerLogins(terminal).of(image));
    }

    // what is there is meant; else an image's name says its registry, its tag or its digest
    private static boolean isImage(String named) {
        if (named.startsWith(IMAGE)) {
            return true;
        }
        try {
            return !Files.exists(Path.of(named)) && ImageReference.looksLike(named);
        } catch (InvalidPathException noPath) {
            return ImageReference.looksLike(named);
        }
    }

    private Registries registries(Terminal terminal, ImageReference image) {
        var cache = terminal.variable("XDG_CACHE_HOME").map(Path::of).orElseGet(() -> terminal.home()
                .resolve(".cache"));
        var registries = Registries.in(cache.resolve("schemalatch").resolve("images"), AddressPolicy.open());
        if (plainHttp) {
            registries = registries.withPlainHttp(image.registry());
        }
        for (var authority : authorities) {
            registries = registries.withCertificates(pem(authority));
        }
        return registries;
    }

    private byte[] pem(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw usage("--registry-ca: the file %s cannot be read".formatted(file));
        }
    }

    private ParameterException usage(String message) {
        return new ParameterException(command.commandLine(), message);
    }
}
