package dev.schemalatch.registry;

import dev.schemalatch.failure.FailedException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Asks one server for what belongs to one image, as one login, and proves who asks where the server wants to know. */
final class Dialogue {

    /** Manifests are a few kilobytes; registries refuse to keep more than this. */
    private static final int LARGEST_MANIFEST = 4 * 1024 * 1024;

    private static final Map<String, String> MANIFESTS = Map.of("Accept", String.join(", ", Manifest.ACCEPTED));

    private final Endpoint endpoint;
    private final Login login;
    private final Wire wire;
    private final Courier courier;
    private final Trouble trouble;
    private Optional<String> authorization = Optional.empty();

    Dialogue(Endpoint endpoint, Login login, Wire wire, ImageReference image) {
        this.endpoint = endpoint;
        this.login = login;
        this.wire = wire;
        this.courier = new Courier(wire);
        this.trouble = new Trouble(image, endpoint.host());
    }

    Trouble trouble() {
        return trouble;
    }

    Deadline deadline() {
        return wire.deadline();
    }

    /** Bytes and digest of a manifest. */
    record Fetched(Digest digest, byte[] content) {}

    /** The digest that a tag stands for, by a request that registries do not count as a pull; empty where one cannot tell so. */
    Optional<Digest> digest(String version) {
        return asked(
                "HEAD",
                "manifests/" + version,
                MANIFESTS,
                answer -> answer.status() == 405
                        ? Optional.empty()
                        : successful(answer).header("Docker-Content-Digest").flatMap(Digest::parse));
    }

    /**
     * The manifest of that tag or digest.
     *
     * @throws FailedException {@code ImageCorrupt} where it is not what the digest says
     */
    Fetched manifest(String version) {
        return asked("GET", "manifests/" + version, MANIFESTS, answer -> {
            var content = successful(answer)
                    .body(LARGEST_MANIFEST)
                    .orElseThrow(() -> trouble.strange("sent a manifest larger than any"));
            var named = Digest.parse(version)
                    .or(() -> answer.header("Docker-Content-Digest").flatMap(Digest::parse));
            named.filter(digest -> !digest.of(content)).ifPresent(digest -> {
                throw trouble.corrupt(digest);
            });
            return new Fetched(named.orElseGet(() -> Digest.sha256(content)), content);
        });
    }

    /** What to do with an answer. */
    interface Reading<T> {
        T read(Answer answer) throws IOException;
    }

    /** A layer, unchecked. */
    <T> T blob(Digest digest, Reading<T> reading) {
        return asked("GET", "blobs/" + digest, Map.of(), answer -> reading.read(successful(answer)));
    }

    private Answer successful(Answer answer) {
        if (answer.status() != 200) {
            throw trouble.of(answer, login);
        }
        return answer;
    }

    private <T> T asked(String method, String what, Map<String, String> headers, Reading<T> reading) {
        var ask = Wire.Ask.of(method, endpoint.uri(what), new LinkedHashMap<>(headers));
        try (var answer = authorized(ask)) {
            return reading.read(answer);
        } catch (IOException broken) {
            throw trouble.of(broken, wire.deadline());
        }
    }

    private Answer authorized(Wire.Ask ask) throws IOException {
        var first = courier.send(ask.with(authorization));
        if (first.status() != 401) {
            return first;
        }
        var challenge = Challenge.of(first.headers("WWW-Authenticate")).orElseThrow(() -> trouble.denied(login));
        var at = first.from();
        first.close();
        // a server that it was sent on to is not one that the login is for
        var home = Courier.sameServer(at, ask.at());
        var tokens = new Tokens(courier, endpoint, trouble);
        var proof = tokens.authorization(challenge, home ? login : new Login.Anonymous())
                .orElseThrow(() -> trouble.denied(login));
        if (home) {
            authorization = Optional.of(proof);
        }
        return courier.send((home ? ask : ask.to(at)).with(Optional.of(proof)));
    }
}
