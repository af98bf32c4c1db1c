package dev.schemalatch;

import dev.schemalatch.check.GoDuration;
import dev.schemalatch.connection.AddressPolicy;
import dev.schemalatch.registry.PullLimits;
import dev.schemalatch.registry.Registries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What an installation's settings say of registries. */
record RegistrySettings(Function<String, Optional<String>> settings) {

    private static final long MIB = 1024 * 1024;

    Registries registries(AddressPolicy addresses) {
        var registries = Registries.in(Path.of(text("image.cache")), addresses)
                .withAllowed(list("registries.allowed"))
                .withCacheBytes(mebibytes("image.cache-mib"))
                .withLimits(limits());
        for (var pair : list("registries.mirrors")) {
            var equals = pair.indexOf('=');
            if (equals < 0) {
                throw invalid("registries.mirrors", "is written registry=mirror, separated by commas");
            }
            registries = registries.withMirrors(
                    pair.substring(0, equals).strip(),
                    List.of(pair.substring(equals + 1).strip()));
        }
        for (var host : list("registries.plain-http")) {
            registries = registries.withPlainHttp(host);
        }
        return optional("registries.ca")
                .map(RegistrySettings::content)
                .map(registries::withCertificates)
                .orElse(registries);
    }

    private PullLimits limits() {
        var time = GoDuration.parse(text("image.time"))
                .filter(length -> !length.isZero())
                .orElseThrow(() -> invalid("image.time", "is no duration; write it like 30s or 1m"));
        return PullLimits.DEFAULT
                .withBytes(mebibytes("image.mib"), mebibytes("image.layer-mib"))
                .withTime(time);
    }

    private static byte[] content(String file) {
        try {
            return Files.readAllBytes(Path.of(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the certificates of registries cannot be read", unreadable);
        }
    }

    private long mebibytes(String name) {
        try {
            return Math.multiplyExact(Long.parseLong(text(name)), MIB);
        } catch (ArithmeticException | NumberFormatException notANumber) {
            throw invalid(name, "is no number of MiB");
        }
    }

    private List<String> list(String name) {
        return optional(name).stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .toList();
    }

    private String text(String name) {
        return optional(name).orElseThrow(() -> invalid(name, "is not set"));
    }

    private Optional<String> optional(String name) {
        return settings.apply("schemalatch." + name);
    }

    private static IllegalArgumentException invalid(String name, String what) {
        return new IllegalArgumentException("schemalatch." + name + " " + what);
    }
}
