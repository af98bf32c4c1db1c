package dev.schemalatch.registry;

import static dev.schemalatch.source.Refusals.assertFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.schemalatch.connection.AddressPolicy;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.source.Bundle;
import dev.schemalatch.source.Sources;
import dev.schemalatch.testing.DockerRegistry;
import dev.schemalatch.testing.ImageLayer;
import dev.schemalatch.testing.ImageManifest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Images of every form in a real registry. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImagesIT {

    private static final String MIGRATIONS = "/app/prisma/migrations";

    private final Path folder;
    private DockerRegistry registry;
    private Images images;

    ImagesIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeAll
    void start() throws IOException {
        assumeTrue(
                DockerRegistry.program().isPresent(),
                "docker-registry is not installed (apt-get install docker-registry)");
        registry = DockerRegistry.start(Files.createDirectories(folder.resolve("registry")));
        images = new Images(
                Registries.in(folder.resolve("cache"), AddressPolicy.open()).withPlainHttp(registry.host()));
    }

    @AfterAll
    void stop() {
        if (registry != null) {
            registry.close();
        }
    }

    private ImageReference pushed(String repository, ImageManifest manifest) throws Exception {
        registry.push(repository, "1", manifest);
        return ImageReference.parse(registry.host() + "/" + repository + ":1");
    }

    private Bundle read(ImageReference image, String path) {
        return images.source(image, path, Credentials.none()).read();
    }

    @Test
    void aDockerImageIsReadWithItsDigest() throws Exception {
        var manifest = ImageManifest.docker()
                .layer(ImageLayer.of("bin/sh").gzip())
                .layer(ImageLayer.of("app/prisma/migrations/0_init/migration.sql", "app/server.js")
                        .gzip());
        var image = pushed("docker", manifest);

        var bundle = read(image, MIGRATIONS);

        assertThat(bundle.files()).containsOnlyKeys("0_init/migration.sql");
        assertThat(bundle.text("0_init/migration.sql")).isEqualTo("-- app/prisma/migrations/0_init/migration.sql\n");
        assertThat(bundle.origin().kind()).isEqualTo("Image");
        assertThat(bundle.origin().name()).isEqualTo(image.toString());
        assertThat(bundle.origin().resolved()).contains(manifest.digest());
        assertThat(images.resolve(image, Credentials.none()).digest()).contains(manifest.digest());
    }

    @Test
    void layersOfAllPackingsAreRead() throws Exception {
        var image = pushed(
                "packings",
                ImageManifest.oci()
                        .layer(ImageLayer.of("m/1.sql").tar())
                        .layer(ImageLayer.of("m/2.sql").gzip())
                        .layer(ImageLayer.of("m/3.sql").zstd()));

        assertThat(read(image, "m").files()).containsOnlyKeys("1.sql", "2.sql", "3.sql");
    }

    @Test
    void anIndexIsReadByItsLinuxImage() throws Exception {
        var linux = registry.push(
                "index",
                "linux",
                ImageManifest.oci().layer(ImageLayer.of("m/linux.sql").gzip()));
        var windows = registry.push(
                "index",
                "windows",
                ImageManifest.oci().layer(ImageLayer.of("m/windows.sql").gzip()));
        for (var type : new String[] {ImageManifest.OCI_INDEX, ImageManifest.DOCKER_LIST}) {
            var index = ImageManifest.index(type)
                    .platform("windows", "amd64", windows)
                    .platform("unknown", "unknown", windows)
                    .platform("linux", "s390x", linux);
            var image = pushed("index", index);

            var bundle = read(image, "m");

            assertThat(bundle.files()).containsOnlyKeys("linux.sql");
            assertThat(bundle.origin().resolved()).contains(index.digest());
        }
    }

    @Test
    void whatUpperLayersRemoveIsGone() throws Exception {
        var image = pushed(
                "whiteouts",
                ImageManifest.oci()
                        .layer(ImageLayer.of("m/1.sql", "m/2.sql", "m/old/3.sql", "n/4.sql")
                                .gzip())
                        .layer(ImageLayer.of("m/.wh.2.sql", "m/old/.wh..wh..opq", "m/old/5.sql", "m/1.sql/.wh.x")
                                .gzip()));

        assertThat(read(image, "m").files()).containsOnlyKeys("1.sql", "old/5.sql");
    }

    @Test
    void foldersAreFoundThroughLinks() throws Exception {
        var image = pushed(
                "links",
                ImageManifest.oci()
                        .layer(ImageLayer.of("srv/releases/7/db/migrations/1.sql")
                                .gzip())
                        .layer(new ImageLayer()
                                .link("app", "/srv/current")
                                .link("srv/current", "releases/7")
                                .link("srv/releases/7/migrations", "db/migrations")
                                .gzip()));

        assertThat(read(image, "/app/migrations").files()).containsOnlyKeys("1.sql");
        assertThat(read(image, "/app").files()).as("where projects keep them").containsOnlyKeys("1.sql");
    }

    @Test
    void linksToFilesAreReadInsideTheFolderAlone() throws Exception {
        var image = pushed(
                "filelinks",
                ImageManifest.oci()
                        .layer(ImageLayer.of("store/9.sql").gzip())
                        .layer(ImageLayer.of("m/1.sql", "store/x.sql")
                                .link("m/2.sql", "1.sql")
                                .link("m/3.sql", "/m/1.sql")
                                .hardLink("m/4.sql", "m/1.sql")
                                .hardLink("m/5.sql", "./store/9.sql")
                                .link("m/notes", "/etc/passwd")
                                .link("m/folder", "/m")
                                .gzip()));
        var bundle = read(image, "m");

        assertThat(bundle.files()).containsOnlyKeys("1.sql", "2.sql", "3.sql", "4.sql", "5.sql");
        assertThat(bundle.text("4.sql")).isEqualTo("-- m/1.sql\n");
        assertThat(bundle.text("5.sql")).isEqualTo("-- store/9.sql\n");

        for (var target : new String[] {"/store/x.sql", "../store/x.sql", "nothing.sql"}) {
            var out = pushed(
                    "out",
                    ImageManifest.oci()
                            .layer(new ImageLayer().link("m/1.sql", target).gzip()));
            assertFails(Reason.MigrationsUnreadable, () -> read(out, "m")).contains("/m/1.sql is a link that leads");
        }
    }

    @Test
    void aFolderThatOrasPushedIsRead() throws Exception {
        var image = pushed(
                "oras",
                ImageManifest.artifact("application/vnd.unknown.config.v1+json")
                        .layer(
                                "application/vnd.oci.image.layer.v1.tar+gzip",
                                ImageLayer.of("db/1.sql", "db/2.sql").gzip(),
                                Map.of(
                                        "org.opencontainers.image.title", "db",
                                        "io.deis.oras.content.unpack", "true")));

        assertThat(read(image, "").files()).containsOnlyKeys("1.sql", "2.sql");
        assertThat(read(image, "db").files()).containsOnlyKeys("1.sql", "2.sql");
    }

    @Test
    void filesThatOrasPushedAreRead() throws Exception {
        var manifest = ImageManifest.artifact("application/vnd.oci.empty.v1+json");
        for (var name : new String[] {"1.sql", "sub/2.sql"}) {
            manifest.layer(
                    "text/plain",
                    ("-- " + name).getBytes(StandardCharsets.UTF_8),
                    Map.of("org.opencontainers.image.title", name));
        }

        var bundle = read(pushed("orasfiles", manifest), "");

        assertThat(bundle.files()).containsOnlyKeys("1.sql", "sub/2.sql");
        assertThat(bundle.text("sub/2.sql")).isEqualTo("-- sub/2.sql");
    }

    @Test
    void anArtifactOfFluxIsRead() throws Exception {
        var image = pushed(
                "flux",
                ImageManifest.artifact("application/vnd.cncf.flux.config.v1+json")
                        .layer(
                                "application/vnd.cncf.flux.content.v1.tar+gzip",
                                ImageLayer.of("migrations/1.sql", "README.md").gzip()));

        assertThat(read(image, "").files()).containsOnlyKeys("1.sql");
        assertThat(read(image, "/migrations").files()).containsOnlyKeys("1.sql");
    }

    @Test
    void whatIsNotThereIsNamed() throws Exception {
        var image = pushed(
                "present", ImageManifest.oci().layer(ImageLayer.of("m/1.sql").gzip()));

        assertFails(Reason.MigrationsEmpty, () -> read(image, "/app/m")).contains("has no folder /app/m");
        assertFails(Reason.MigrationsEmpty, () -> read(image, "/m/1.sql")).contains("has no folder");
        assertFails(Reason.SpecInvalid, () -> read(image, "")).contains("needs the path");
        assertFails(Reason.SpecInvalid, () -> read(image, "../x")).contains("leads out");
        var missing = ImageReference.parse(registry.host() + "/present:2");
        assertFails(Reason.ImageNotFound, () -> read(missing, "m")).contains("has no image " + missing);
        assertFails(Reason.ImageNotFound, () -> images.resolve(missing, Credentials.none()))
                .contains("its tag");
        var other = ImageReference.parse(registry.host() + "/absent@sha256:" + "0".repeat(64));
        assertFails(Reason.ImageNotFound, () -> read(other, "m")).contains("absent");
    }

    @Test
    void aFolderAndItsImageHaveOneDigest() throws Exception {
        var files = Files.createDirectories(folder.resolve("same/0_init"));
        Files.writeString(files.resolve("migration.sql"), "SELECT 1;");
        var image = pushed(
                "same",
                ImageManifest.oci()
                        .layer(new ImageLayer()
                                .file("m/0_init/migration.sql", "SELECT 1;")
                                .gzip()));

        assertThat(read(image, "m").origin().digest())
                .isEqualTo(Sources.at(folder.resolve("same")).read().origin().digest());
    }
}
