package dev.schemalatch.testing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Debian's {@code docker-registry}, the reference implementation, as a child of the test. */
public final class DockerRegistry implements AutoCloseable {

    private final Process process;
    private final int port;
    private final Path log;
    private final UnaryOperator<HttpRequest.Builder> login;
    private final HttpClient client;
    private final String scheme;

    private DockerRegistry(
            Process process, int port, Path log, UnaryOperator<HttpRequest.Builder> login, Optional<Authority> tls) {
        this.process = process;
        this.port = port;
        this.log = log;
        this.login = login;
        this.scheme = tls.isPresent() ? "https" : "http";
        this.client = tls.map(authority ->
                        HttpClient.newBuilder().sslContext(authority.context()).build())
                .orElseGet(HttpClient::newHttpClient);
    }

    /** The program, where it is installed: {@code apt-get install docker-registry}. */
    public static Optional<Path> program() {
        return Stream.of("/usr/bin/docker-registry", "/usr/local/bin/docker-registry")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Without logins or TLS. */
    public static DockerRegistry start(Path folder) throws IOException {
        return start(folder, "", request -> request, Optional.empty());
    }

    /** With a user {@code alice} whose password is {@code se:cret}. */
    public static DockerRegistry withLogin(Path folder) throws IOException {
        var users = Files.writeString(
                folder.resolve("htpasswd"), "alice:$2y$05$xfqqE/FDFcNrXsyBVBI/aebu/f8urbZQS7mx6M8r5Vwi1LhQyldne\n");
        var auth = "auth: {htpasswd: {realm: test, path: '%s'}}\n".formatted(users);
        var header = "Basic " + Base64.getEncoder().encodeToString("alice:se:cret".getBytes(StandardCharsets.UTF_8));
        return start(folder, auth, request -> request.header("Authorization", header), Optional.empty());
    }

    /** With a certificate that a private authority signed. */
    public static DockerRegistry withTls(Path folder, Authority authority) throws IOException {
        return start(folder, "", request -> request, Optional.of(authority));
    }

    private static DockerRegistry start(
            Path folder, String auth, UnaryOperator<HttpRequest.Builder> login, Optional<Authority> tls)
            throws IOException {
        var port = freePort();
        var certificate = tls.map(authority -> "  tls: {certificate: '%s', key: '%s'}\n"
                        .formatted(authority.certificateFile(), authority.keyFile()))
                .orElse("");
        var config = Files.writeString(
                folder.resolve("config.yml"), """
                version: 0.1
                log: {level: warn}
                storage: {filesystem: {rootdirectory: '%s'}}
                http:
                  addr: 127.0.0.1:%d
                  secret: test
                %s%s""".formatted(folder.resolve("data"), port, certificate, auth));
        var log = folder.resolve("registry.log");
        var process = new ProcessBuilder(program().orElseThrow().toString(), "serve", config.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        var registry = new DockerRegistry(process, port, log, login, tls);
        await("the registry").atMost(Duration.ofSeconds(30)).until(registry::listens);
        return registry;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private boolean listens() throws IOException {
        if (!process.isAlive()) {
            throw new IllegalStateException(Files.readString(log));
        }
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Host and port. */
    public String host() {
        return "localhost:" + port;
    }

    /** Pushes all that a manifest names, and then itself, under a tag or its digest. */
    public ImageManifest push(String repository, String version, ImageManifest manifest) throws Exception {
        for (var blob : manifest.blobs().entrySet()) {
            upload(repository, blob.getKey(), blob.getValue());
        }
        var put = HttpRequest.newBuilder(uri("/v2/" + repository + "/manifests/" + version))
                .header("Content-Type", manifest.mediaType())
                .PUT(BodyPublishers.ofByteArray(manifest.bytes()));
        send(put, 201);
        return manifest;
    }

    private void upload(String repository, String digest, byte[] content) throws Exception {
        var begun = send(
                HttpRequest.newBuilder(uri("/v2/" + repository + "/blobs/uploads/"))
                        .POST(BodyPublishers.noBody()),
                202);
        var location = begun.headers().firstValue("Location").orElseThrow();
        var target = URI.create(location + (location.contains("?") ? "&" : "?") + "digest=" + digest);
        send(
                HttpRequest.newBuilder(uri("/").resolve(target))
                        .header("Content-Type", "application/octet-stream")
                        .PUT(BodyPublishers.ofByteArray(content)),
                201);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, int expected) throws Exception {
        var answer = client.send(login.apply(request).build(), BodyHandlers.ofString());
        if (answer.statusCode() != expected) {
            throw new IllegalStateException(answer + " " + answer.body());
        }
        return answer;
    }

    private URI uri(String path) {
        return URI.create(scheme + "://" + host() + path);
    }

    @Override
    public void close() {
        process.destroy();
        await("the registry's end").atMost(Duration.ofSeconds(10)).until(() -> !process.isAlive());
    }
}
