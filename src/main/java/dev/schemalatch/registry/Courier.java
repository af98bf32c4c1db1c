package dev.schemalatch.registry;

import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Follows redirects, as registries send them to where their layers lie: never with credentials to another host, never from TLS to
 * plain HTTP.
 */
record Courier(Wire wire) {

    private static final Set<Integer> ELSEWHERE = Set.of(301, 302, 303, 307, 308);
    private static final int MOST = 5;

    /** Sends a request, and goes where the answers say. */
    Answer send(Wire.Ask ask) throws IOException {
        var next = ask;
        for (var hop = 0; hop <= MOST; hop++) {
            var answer = wire.send(next);
            if (!ELSEWHERE.contains(answer.status())) {
                return answer;
            }
            var target = answer.header("Location").flatMap(location -> resolved(answer.from(), location));
            answer.close();
            next = redirected(next, target.orElseThrow(() -> refused(ask, "to nowhere")));
        }
        throw refused(ask, "on and on");
    }

    /** Sends a request that is itself secret, and follows nothing. */
    Answer sendSecret(Wire.Ask ask) throws IOException {
        var answer = wire.send(ask);
        if (ELSEWHERE.contains(answer.status())) {
            answer.close();
            throw refused(ask, "that carry credentials to another place");
        }
        return answer;
    }

    private static Wire.Ask redirected(Wire.Ask ask, URI target) {
        if (target.getHost() == null || target.getUserInfo() != null || !isHttp(target)) {
            throw refused(ask, "to what is no address of a server");
        }
        if (ask.at().getScheme().equalsIgnoreCase("https")
                && !target.getScheme().equalsIgnoreCase("https")) {
            throw refused(ask, "from TLS to plain HTTP");
        }
        var there = ask.to(target);
        return sameServer(ask.at(), target) ? there : there.with(Optional.empty());
    }

    static boolean sameServer(URI one, URI other) {
        return one.getScheme().equalsIgnoreCase(other.getScheme())
                && one.getHost().equalsIgnoreCase(other.getHost())
                && port(one) == port(other);
    }

    private static int port(URI uri) {
        return uri.getPort() >= 0 ? uri.getPort() : uri.getScheme().equalsIgnoreCase("https") ? 443 : 80;
    }

    private static boolean isHttp(URI target) {
        return target.getScheme() != null
                && Set.of("http", "https").contains(target.getScheme().toLowerCase(Locale.ROOT));
    }

    private static Optional<URI> resolved(URI from, String location) {
        try {
            return Optional.of(from.resolve(location));
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    private static FailedException refused(Wire.Ask ask, String how) {
        return FailedException.of(
                Reason.RedirectRefused,
                "The server " + ask.at().getAuthority() + " redirects requests " + how
                        + ", which is not followed. Have its operator correct that, or name another registry.");
    }
}
