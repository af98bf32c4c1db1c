package dev.schemalatch.registry;

import dev.schemalatch.registry.Manifest.Platform;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which of an image's platforms is read: migrations are the same on all, so this machine's, whose layers others may have been
 * pulled of already, else any Linux, else what names no system.
 *
 * @param architecture as registries name it
 */
record Platforms(String architecture) {

    static Platforms ofThisMachine() {
        var name = System.getProperty("os.arch", "");
        return new Platforms(
                switch (name) {
                    case "x86_64" -> "amd64";
                    case "aarch64" -> "arm64";
                    default -> name;
                });
    }

    Optional<Descriptor> choose(List<Platform> platforms) {
        var linux = (Predicate<Platform>) platform -> platform.os().equals("linux");
        return Stream.of(linux.and(platform -> platform.architecture().equals(architecture)), linux, (Predicate<
                                Platform>)
                        platform -> platform.os().isEmpty())
                .flatMap(fitting -> platforms.stream()
                        .filter(platform -> !platform.attestation())
                        .filter(fitting))
                .findFirst()
                .map(Platform::manifest);
    }
}
