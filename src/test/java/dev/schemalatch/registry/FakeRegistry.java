package dev.schemalatch.registry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.schemalatch.testing.ImageManifest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server that answers as a test tells it to, and remembers what it was asked. */
final class FakeRegistry implements AutoCloseable {

    /** What to do with a request. */
    interface Behaviour {
        void answer(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Behaviour> behaviours = new ConcurrentSkipListMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private volatile Optional<String> challenge = Optional.empty();
    private volatile Optional<String> taken = Optional.empty();

    private FakeRegistry(HttpServer server) {
        this.server = server;
    }

    static FakeRegistry start() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        var registry = new FakeRegistry(server);
        server.createContext("/", registry::handle);
        server.setExecutor(registry.threads);
        server.start();
        return registry;
    }

    int port() {
        return server.getAddress().getPort();
    }

    String host() {
        return "localhost:" + port();
    }

    ImageReference image() {
        return ImageReference.parse(host() + "/team/orders:1");
    }

    /** What happens with requests whose path holds this. */
    void on(String part, Behaviour behaviour) {
        behaviours.put(part, behaviour);
    }

    /** Asks for proof before anything else. */
    void requiring(String authentication) {
        challenge = Optional.of(authentication);
    }

    void requiringNothing() {
        challenge = Optional.empty();
    }

    /** The one proof that is good enough. */
    void taking(String authorization) {
        taken = Optional.of(authorization);
    }

    /** Answers with a manifest and its contents. */
    void serve(ImageManifest manifest) {
        serve(manifest.bytes());
        on("/blobs/", exchange -> {
            var path = exchange.getRequestURI().getPath();
            var blob = manifest.blobs().get(path.substring(path.lastIndexOf('/') + 1));
            answer(exchange, blob == null ? 404 : 200, blob == null ? new byte[0] : blob);
        });
    }

    void serve(byte[] manifest) {
        on("/manifests/", exchange -> {
            exchange.getResponseHeaders().set("Docker-Content-Digest", ImageManifest.digest(manifest));
            answer(exchange, 200, manifest);
        });
    }

    private void handle(HttpExchange exchange) {
        try (exchange) {
            var path = exchange.getRequestURI().toString();
            asked.add(path);
            var sent = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"));
            sent.ifPresent(authorizations::add);
            if (challenge.isPresent() && (sent.isEmpty() || taken.isPresent() && !taken.equals(sent))) {
                exchange.getResponseHeaders().set("WWW-Authenticate", challenge.get());
                answer(exchange, 401, new byte[0]);
                return;
            }
            var behaviour = behaviours.entrySet().stream()
                    .filter(one -> path.contains(one.getKey()))
                    .findFirst()
                    .map(Map.Entry::getValue)
                    .orElse(unknown -> answer(unknown, 404, new byte[0]));
            behaviour.answer(exchange);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        if (exchange.getRequestMethod().equals("HEAD") || body.length == 0) {
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    static void redirect(HttpExchange exchange, String target) throws IOException {
        exchange.getResponseHeaders().set("Location", target);
        answer(exchange, 307, new byte[0]);
    }

    List<String> asked() {
        return asked;
    }

    List<String> authorizations() {
        return authorizations;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
