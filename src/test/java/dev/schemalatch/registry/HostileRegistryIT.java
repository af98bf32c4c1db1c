package dev.schemalatch.registry;

import static dev.schemalatch.source.Refusals.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import dev.schemalatch.connection.AddressPolicy;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.source.Bundle;
import dev.schemalatch.source.Limits;
import dev.schemalatch.testing.ImageLayer;
import dev.schemalatch.testing.ImageManifest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Registries and images that mean no good, or are broken. */
class HostileRegistryIT {

    private final Path folder;
    private FakeRegistry registry;
    private FakeRegistry storage;

    HostileRegistryIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void start() throws IOException {
        registry = FakeRegistry.start();
        storage = FakeRegistry.start();
    }

    @AfterEach
    void stop() {
        registry.close();
        storage.close();
    }

    private Registries registries() {
        return Registries.in(folder, AddressPolicy.open()).withPlainHttp(registry.host());
    }

    private Bundle read(Registries registries, String path) {
        return read(registries, path, Credentials.none());
    }

    private Bundle read(Registries registries, String path, Credentials credentials) {
        return new Images(registries)
                .source(registry.image(), path, credentials)
                .read();
    }

    private static PullLimits limits(Duration time) {
        return PullLimits.DEFAULT.withTime(time);
    }

    @Test
    void aRegistryThatIsNotOnTheListIsNotAsked() {
        registry.serve(ImageManifest.oci().layer(ImageLayer.of("m/1.sql").gzip()));

        assertFails(
                        Reason.RegistryNotAllowed,
                        () -> read(
                                registries().withAllowed(List.of("registry.example", registry.host() + "/other/*")),
                                "m"))
                .contains(registry.image().name());
        assertThat(registry.asked()).isEmpty();
        assertThat(read(registries().withAllowed(List.of(registry.host() + "/team/*")), "m")
                        .files())
                .hasSize(1);
    }

    @Test
    void layersAreFetchedElsewhereWithoutTheLogin() {
        var layer = ImageLayer.of("m/1.sql").gzip();
        registry.requiring("Basic realm=x");
        registry.serve(ImageManifest.oci().layer(layer));
        registry.on(
                "/blobs/",
                exchange -> FakeRegistry.redirect(exchange, "http://127.0.0.1:" + storage.port() + "/signed?key=1"));
        storage.on("/signed", exchange -> FakeRegistry.answer(exchange, 200, layer));

        var bundle = read(registries(), "m", Credentials.of(registry.host(), "alice", "secret"));

        assertThat(bundle.files()).containsOnlyKeys("1.sql");
        assertThat(registry.authorizations()).anyMatch(sent -> sent.startsWith("Basic "));
        assertThat(storage.asked()).hasSize(1);
        assertThat(storage.authorizations()).isEmpty();
    }

    @Test
    void redirectsThatLeadNowhereOrOnAndOnAreNotFollowed() {
        registry.serve(ImageManifest.oci().layer(ImageLayer.of("m/1.sql").gzip()));
        for (var target :
                List.of("file:///etc/passwd", "http://user:word@localhost:1/", "http:///x", "/v2/again/blobs/x")) {
            registry.on("/blobs/", exchange -> FakeRegistry.redirect(exchange, target));

            assertFails(Reason.RedirectRefused, () -> read(registries(), "m")).contains(registry.host());
        }
    }

    @Test
    void aTokenIsNotFetchedWhereCredentialsWouldBeSentOn() {
        registry.requiring("Bearer realm=\"http://" + storage.host() + "/token\",service=\"x\"");
        storage.on(
                "/token",
                exchange -> FakeRegistry.redirect(exchange, "http://127.0.0.1:" + registry.port() + "/steal"));

        assertFails(
                        Reason.RedirectRefused,
                        () -> read(registries(), "m", Credentials.of(registry.host(), "alice", "canary")))
                .doesNotContain("canary");
        assertThat(registry.asked()).noneMatch(path -> path.contains("steal"));
    }

    @Test
    void addressesOfTheInsideAreRefusedForRegistriesAndForRedirects() {
        var guarded = Registries.in(folder, AddressPolicy.guarded(List.of(), List.of()))
                .withPlainHttp(registry.host());
        assertFails(Reason.AddressRefused, () -> read(guarded, "m")).contains("does not connect to");
        assertThat(registry.asked()).isEmpty();

        registry.serve(ImageManifest.oci().layer(ImageLayer.of("m/1.sql").gzip()));
        registry.on("/blobs/", exchange -> FakeRegistry.redirect(exchange, "http://169.254.169.254/latest/meta-data"));
        var loopback = Registries.in(folder, AddressPolicy.guarded(List.of(), List.of("127.0.0.0/8", "::1")))
                .withPlainHttp(registry.host());
        assertFails(Reason.AddressRefused, () -> read(loopback, "m")).contains("does not connect to");
    }

    @Test
    void aRegistryThatSaysNothingIsGivenUp() throws IOException {
        try (var silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            var image = ImageReference.parse("localhost:" + silent.getLocalPort() + "/team/orders:1");
            var images = new Images(Registries.in(folder, AddressPolicy.open())
                    .withPlainHttp(image.registry())
                    .withLimits(limits(Duration.ofSeconds(1))));
            var start = System.nanoTime();

            assertFails(Reason.RegistryTimeout, images.source(image, "m", Credentials.none())::read)
                    .contains("within 1 s");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void aTlsServerThatSaysNothingIsGivenUp() throws IOException {
        try (var silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            var image = ImageReference.parse("localhost:" + silent.getLocalPort() + "/team/orders:1");
            var images =
                    new Images(Registries.in(folder, AddressPolicy.open()).withLimits(limits(Duration.ofSeconds(1))));

            assertFails(Reason.RegistryTimeout, images.source(image, "m", Credentials.none())::read);
        }
    }

    @Test
    void aRegistryThatDripsIsGivenUp() {
        registry.serve(ImageManifest.oci().layer(ImageLayer.of("m/1.sql").gzip()));
        registry.on("/blobs/", HostileRegistryIT::drip);
        var start = System.nanoTime();

        assertFails(Reason.RegistryTimeout, () -> read(registries().withLimits(limits(Duration.ofSeconds(2))), "m"));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
    }

    private static void drip(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 1_000_000);
        for (var i = 0; i < 200; i++) {
            exchange.getResponseBody().write(0);
            exchange.getResponseBody().flush();
            Awaitility.await().pollDelay(Duration.ofMillis(100)).until(() -> true);
        }
    }

    @Test
    void whatIsNotWhatItsDigestSaysIsRefused() {
        var manifest = ImageManifest.oci().layer(ImageLayer.of("m/1.sql").gzip());
        registry.serve(manifest);
        registry.on(
                "/blobs/",
                exchange -> FakeRegistry.answer(
                        exchange, 200, ImageLayer.of("m/2.sql").gzip()));
        assertFails(Reason.ImageCorrupt, () -> read(registries(), "m"));

        registry.on("/blobs/", exchange -> FakeRegistry.answer(exchange, 200, new byte[100_000]));
        assertFails(Reason.ImageCorrupt, () -> read(registries(), "m"));

        registry.on("/manifests/", exchange -> {
            exchange.getResponseHeaders().set("Docker-Content-Digest", "sha256:" + "0".repeat(64));
            FakeRegistry.answer(exchange, 200, manifest.bytes());
        });
        assertFails(Reason.ImageCorrupt, () -> read(registries(), "m"));
        assertFails(
                Reason.ImageCorrupt,
                new Images(registries())
                        .source(registry.image().at("sha256:" + "0".repeat(64)), "m", Credentials.none())::read);
    }

    @Test
    void answersAreTakenForWhatTheyAre() {
        var cases = Map.of(
                401, Reason.ImageAccessDenied,
                403, Reason.ImageAccessDenied,
                404, Reason.ImageNotFound,
                429, Reason.RegistryBusy,
                500, Reason.RegistryUnreachable,
                204, Reason.RegistryUnreachable);
        cases.forEach((status, reason) -> {
            registry.on("/manifests/", exchange -> FakeRegistry.answer(exchange, status, new byte[0]));
            assertFails(reason, () -> read(registries(), "m")).contains(registry.host());
        });
        var nobody = ImageReference.parse("registry.invalid/orders");
        assertFails(Reason.RegistryUnreachable, new Images(registries()).source(nobody, "m", Credentials.none())::read);
    }

    @Test
    void manifestsOfNoUseAreNamed() {
        for (var json : List.of("{\"schemaVersion\":1,\"fsLayers\":[]}", "[]", "<html>", "{\"schemaVersion\":2}")) {
            registry.serve(json.getBytes(StandardCharsets.UTF_8));

            assertFails(Reason.ImageUnsupported, () -> read(registries(), "m")).startsWith("Image " + registry.image());
        }
        registry.serve(new byte[5_000_000]);
        assertFails(Reason.RegistryUnreachable, () -> read(registries(), "m")).contains("larger than any");
    }

    @Test
    void largeImagesAndLayersAreNotPulled() {
        registry.serve(ImageManifest.oci()
                .layer(ImageLayer.of("a").gzip())
                .layer(new ImageLayer().file("x", new byte[5000]).tar()));

        assertFails(
                        Reason.ImageTooLarge,
                        () -> read(registries().withLimits(PullLimits.DEFAULT.withBytes(100_000, 1000)), "m"))
                .contains("1 KiB a layer");
        assertFails(
                Reason.ImageTooLarge,
                () -> read(registries().withLimits(PullLimits.DEFAULT.withBytes(6_000, 100_000)), "m"));
        assertFails(Reason.ImageTooLarge, () -> read(registries().withCacheBytes(1000), "m"));
        assertThat(registry.asked()).noneMatch(path -> path.contains("/blobs/"));
        assertFails(
                Reason.ImageTooLarge,
                () -> read(registries().withLimits(PullLimits.DEFAULT.withBytes(6_700, 100_000)), "m"));
    }

    @Test
    void layersThatUnpackWithoutEndAreNotUnpacked() {
        registry.serve(ImageManifest.oci()
                .layer(new ImageLayer().file("m/1.sql", new byte[80 << 20]).gzip()));
        assertFails(Reason.ImageTooLarge, () -> read(registries(), "m")).contains("unpacks to more than 64 MiB");

        var name = new byte[2 << 20];
        Arrays.fill(name, (byte) 'x');
        registry.serve(ImageManifest.oci()
                .layer(new ImageLayer()
                        .special("././@LongLink", TarArchiveEntry.LF_GNUTYPE_LONGNAME, name)
                        .gzip()));
        assertFails(Reason.ImageTooLarge, () -> read(registries(), "m")).contains("names that long");
    }

    @Test
    void manyFilesAndLargeOnesAreNamed() {
        registry.serve(ImageManifest.oci()
                .layer(ImageLayer.of("m/1.sql", "m/2.sql", "m/3.sql").gzip()));
        var two = new PullLimits(1 << 20, 1 << 20, 100, 10, new Limits(2, 100, 100, 10), Duration.ofMinutes(1));
        assertFails(Reason.MigrationsTooLarge, () -> read(registries().withLimits(two), "m"))
                .contains("more than 2");

        var few = new PullLimits(1 << 20, 1 << 20, 2, 10, Limits.DEFAULT, Duration.ofMinutes(1));
        assertFails(Reason.ImageTooLarge, () -> read(registries().withLimits(few), "m"));
    }

    @Test
    void entriesThatLeadOutAndDevicesAreRefused() {
        for (var name : List.of("m/../../1.sql", "../1.sql", "m/x/..", "a/../m/1.sql")) {
            registry.serve(ImageManifest.oci().layer(ImageLayer.of(name).gzip()));
            assertFails(Reason.ImageRefused, () -> read(registries(), "m")).contains("leads out of the image");
        }
        registry.serve(ImageManifest.oci()
                .layer(new ImageLayer().hardLink("m/1.sql", "../../etc/passwd").gzip()));
        assertFails(Reason.ImageRefused, () -> read(registries(), "m"));
        for (var type : List.of(TarArchiveEntry.LF_CHR, TarArchiveEntry.LF_BLK, TarArchiveEntry.LF_FIFO)) {
            registry.serve(ImageManifest.oci()
                    .layer(ImageLayer.of("m/1.sql").special("m/2.sql", type).gzip()));
            assertFails(Reason.ImageRefused, () -> read(registries(), "m")).contains("/m/2.sql is a device");
        }
    }

    @Test
    void layersThatAreNoArchivesAreNamed() {
        registry.serve(ImageManifest.oci()
                .layer("BZh91AY&SY no archive at all, whatever it says".getBytes(StandardCharsets.UTF_8)));
        assertFails(Reason.ImageUnsupported, () -> read(registries(), "m")).contains("is broken, or is no tar archive");

        var cut = ImageLayer.of("m/1.sql").gzip();
        registry.serve(ImageManifest.oci().layer(Arrays.copyOf(cut, cut.length / 2)));
        assertFails(Reason.ImageUnsupported, () -> read(registries(), "m"));
    }
}
