package dev.schemalatch.registry;

import static dev.schemalatch.source.Refusals.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import dev.schemalatch.connection.AddressPolicy;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.testing.ImageLayer;
import dev.schemalatch.testing.ImageManifest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A registry that takes tokens, and the server that gives them. */
class TokenIT {

    private final Path folder;
    private final ImageManifest manifest =
            ImageManifest.oci().layer(ImageLayer.of("m/1.sql").gzip());
    private FakeRegistry registry;
    private FakeRegistry tokens;
    private Images images;

    TokenIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void start() throws IOException {
        registry = FakeRegistry.start();
        tokens = FakeRegistry.start();
        registry.requiring(
                "Bearer realm=\"http://%s/token?a=b\",service=\"the, registry\",scope=\"repository:team/orders:pull\""
                        .formatted(tokens.host()));
        registry.serve(manifest);
        registry.taking("Bearer token-of-alice");
        tokens.on("/token", this::giveToken);
        images = new Images(Registries.in(folder, AddressPolicy.open()).withPlainHttp(registry.host()));
    }

    @AfterEach
    void stop() {
        registry.close();
        tokens.close();
    }

    private void giveToken(HttpExchange exchange) throws IOException {
        var sent = exchange.getRequestHeaders().getOrDefault("Authorization", List.of()).stream()
                .findFirst()
                .map(header -> new String(
                        Base64.getDecoder().decode(header.substring("Basic ".length())), StandardCharsets.UTF_8))
                .orElse("anybody:");
        var form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var user = form.contains("refresh_token=identity") ? "alice" : sent.substring(0, sent.indexOf(':'));
        var json = "{\"token\":\"token-of-%s\",\"expires_in\":300}".formatted(user);
        FakeRegistry.answer(exchange, 200, json.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> read(Credentials credentials) {
        return List.copyOf(
                images.source(registry.image(), "m", credentials).read().files().keySet());
    }

    @Test
    void aTokenIsFetchedAsTheRegistrySays() {
        var files = read(Credentials.of(registry.host(), "alice", "pass:word"));

        assertThat(files).containsExactly("1.sql");
        assertThat(tokens.asked())
                .containsExactly(
                        "/token?a=b&service=the%2C+registry&scope=repository%3Ateam%2Forders%3Apull&account=alice");
        assertThat(registry.authorizations()).containsOnly("Bearer token-of-alice");
    }

    @Test
    void oneTenantsTokenAndLayersServeNoOther() {
        assertThat(read(Credentials.of(registry.host(), "alice", "x"))).hasSize(1);
        var before = registry.asked().size();

        assertFails(Reason.ImageAccessDenied, () -> read(Credentials.of(registry.host(), "mallory", "x")));
        assertFails(Reason.ImageAccessDenied, () -> read(Credentials.none()));
        assertThat(registry.authorizations()
                        .subList(
                                registry.authorizations().size() - 2,
                                registry.authorizations().size()))
                .containsExactly("Bearer token-of-mallory", "Bearer token-of-anybody");

        assertThat(read(Credentials.of(registry.host(), "alice", "x"))).hasSize(1);
        assertThat(registry.asked().subList(before, registry.asked().size()))
                .as("layers come from the cache")
                .noneMatch(path -> path.contains("/blobs/"));
    }

    @Test
    void aLayerThatAnotherRepositoryHasIsNotGivenByItsDigest() {
        assertThat(read(Credentials.of(registry.host(), "alice", "x"))).hasSize(1);
        registry.taking("Bearer token-of-mallory");
        var own = ImageReference.parse(registry.host() + "/mallory/orders:1");
        registry.on("/blobs/", exchange -> FakeRegistry.answer(exchange, 404, new byte[0]));

        assertFails(
                Reason.ImageNotFound, images.source(own, "m", Credentials.of(registry.host(), "mallory", "x"))::read);
    }

    @Test
    void anIdentityTokenIsExchanged() {
        var json = "{\"auths\":{\"%s\":{\"auth\":\"PHRva2VuPjo=\",\"identitytoken\":\"identity\"}}}"
                .formatted(registry.host());

        assertThat(read(Credentials.read("x", json.getBytes(StandardCharsets.UTF_8))))
                .hasSize(1);
    }

    @Test
    void aRegistryTokenIsSentAsItIs() {
        var json = "{\"auths\":{\"%s\":{\"registrytoken\":\"token-of-alice\"}}}".formatted(registry.host());

        assertThat(read(Credentials.read("x", json.getBytes(StandardCharsets.UTF_8))))
                .hasSize(1);
        assertThat(tokens.asked()).isEmpty();
    }

    @Test
    void aTokenServerThatRefusesOrTalksNonsenseIsNamed() {
        tokens.on("/token", exchange -> FakeRegistry.answer(exchange, 401, new byte[0]));
        assertFails(Reason.ImageAccessDenied, () -> read(Credentials.of(registry.host(), "alice", "canary")))
                .doesNotContain("canary");
        for (var nonsense : List.of("", "[]", "{\"token\":\"a\\nb\"}", "{\"token\":\"" + "x".repeat(300_000) + "\"}")) {
            tokens.on(
                    "/token",
                    exchange -> FakeRegistry.answer(exchange, 200, nonsense.getBytes(StandardCharsets.UTF_8)));
            assertFails(Reason.RegistryUnreachable, () -> read(Credentials.none()))
                    .contains("token");
        }
        for (var realm : List.of("", "file:///token", "http://user:word@localhost/token", "no uri at all")) {
            registry.requiring("Bearer realm=\"" + realm + "\"");
            assertFails(Reason.RegistryUnreachable, () -> read(Credentials.none()))
                    .contains("no usable place");
        }
    }

    @Test
    void anImageThatIsReadAgainIsAskedForByOneRequest() {
        registry.requiringNothing();
        read(Credentials.none());
        var before = registry.asked().size();

        read(Credentials.none());

        assertThat(registry.asked().subList(before, registry.asked().size()))
                .as("one HEAD, which registries do not count as a pull")
                .containsExactly("/v2/team/orders/manifests/1");
    }
}
