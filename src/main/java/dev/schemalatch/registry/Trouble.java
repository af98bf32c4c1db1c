package dev.schemalatch.registry;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import java.io.EOFException;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/**
 * What goes wrong between a registry and us, in words. Nothing that a server wrote gets into them.
 *
 * @param image as the user named it
 * @param host who did not do as hoped, with its port
 */
record Trouble(ImageReference image, String host) {

    private static final int ERRORS = 16 * 1024;
    private static final Set<String> DENIED = Set.of("DENIED", "UNAUTHORIZED");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** An answer that is not what was asked for. */
    FailedException of(Answer answer, Login login) {
        return switch (answer.status()) {
            case 401, 403 -> denied(login);
            case 404 -> codes(answer).anyMatch(DENIED::contains) ? denied(login) : notFound();
            case 429 -> busy();
            default -> strange("answered with status " + answer.status());
        };
    }

    /** No token for a login. */
    FailedException noToken(Answer answer, Login login) {
        return switch (answer.status()) {
            case 400, 401, 403, 404 -> denied(login);
            case 429 -> busy();
            default -> strange("answered the request for a token with status " + answer.status());
        };
    }

    FailedException denied(Login login) {
        var whom = login instanceof Login.Anonymous ? "anybody" : "the login that fits it";
        return failure(
                Reason.ImageAccessDenied,
                "The registry %s does not let %s pull %s, or has no such repository. Check the image's name, and name a pull"
                        + " secret that may pull it (on the command line: docker login %s).",
                host,
                whom,
                image.name(),
                image.registry());
    }

    FailedException notFound() {
        return failure(
                Reason.ImageNotFound,
                "The registry %s has no image %s. Check its name, its tag and whether it was pushed.",
                host,
                image);
    }

    FailedException strange(String what) {
        return failure(
                Reason.RegistryUnreachable,
                "The registry %s %s, as no registry does (%s). Check that its name and port are those of a registry.",
                host,
                what,
                image);
    }

    FailedException plainRealm() {
        return failure(
                Reason.PlainHttpRefused,
                "The registry %s wants credentials for %s sent over plain HTTP. Have its operator name a place with TLS.",
                host,
                image);
    }

    FailedException corrupt(Digest digest) {
        return failure(
                Reason.ImageCorrupt,
                "What the registry %s sent of %s is not what the digest %s says. It is asked again; if this stays, push the"
                        + " image anew.",
                host,
                image,
                digest);
    }

    /** What broke a connection, or kept it from being made. */
    FailedException of(IOException broken, Deadline deadline) {
        var said = words(broken, deadline);
        return new FailedException(said.failure(), broken);
    }

    private FailedException words(IOException broken, Deadline deadline) {
        if (deadline.passed()) {
            return deadline.over("Image " + image + " of the registry " + host);
        }
        if (broken instanceof Lookup.Refused) {
            return failure(
                    Reason.AddressRefused,
                    "Reading %s leads to an address that this installation does not connect to (loopback, link-local, multicast"
                            + " or listed). Name another registry, or have the installation allow it.",
                    image);
        }
        if (broken instanceof SSLException && chain(broken).noneMatch(EOFException.class::isInstance)) {
            return isPlain(broken)
                    ? failure(
                            Reason.PlainHttpRefused,
                            "The registry %s (%s) does not speak TLS. Give it a certificate, or have the installation allow plain"
                                    + " HTTP for it (on the command line: --plain-http).",
                            host,
                            image)
                    : failure(
                            Reason.TlsRefused,
                            "The registry %s (%s) shows a certificate that is not trusted or not its own. Have the installation"
                                    + " trust its authority (on the command line: --registry-ca FILE), or correct the name.",
                            host,
                            image);
        }
        return failure(
                Reason.RegistryUnreachable,
                "The registry %s (%s) could not be reached, or broke off. Check its name, its port, whether it speaks TLS, and the"
                        + " network.",
                host,
                image);
    }

    // the JDK has no type for it
    private static boolean isPlain(IOException broken) {
        return chain(broken)
                .anyMatch(one -> String.valueOf(one.getMessage()).contains("Unsupported or unrecognized SSL"));
    }

    private static Stream<Throwable> chain(Throwable first) {
        return Stream.iterate(first, one -> one != null, Throwable::getCause).limit(10);
    }

    private static Stream<String> codes(Answer answer) {
        try {
            var body = answer.body(ERRORS).orElse(new byte[0]);
            return JSON.readTree(body).path("errors").findValuesAsText("code").stream();
        } catch (IOException | RuntimeException none) {
            return Stream.empty();
        }
    }

    private FailedException busy() {
        return failure(
                Reason.RegistryBusy,
                "The registry %s has had more requests than it answers, for now (%s). It is asked again later; a login or a"
                        + " mirror raises what it allows.",
                host,
                image);
    }

    private static FailedException failure(Reason reason, String message, Object... parts) {
        return FailedException.of(reason, message.formatted(parts));
    }
}
