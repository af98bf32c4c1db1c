package dev.schemalatch.registry;

import static dev.schemalatch.source.Refusals.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.schemalatch.failure.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageReferenceTest {

    private static final String DIGEST = "sha256:" + "0123456789abcdef".repeat(4);

    @ParameterizedTest
    @CsvSource({
        "orders, docker.io/library/orders:latest",
        "orders:1.2, docker.io/library/orders:1.2",
        "team/orders, docker.io/team/orders:latest",
        "docker.io/orders, docker.io/library/orders:latest",
        "index.docker.io/team/orders, docker.io/team/orders:latest",
        "localhost/orders, localhost/orders:latest",
        "localhost:5000/orders, localhost:5000/orders:latest",
        "registry.example/team/a/b-c__d.e:v_1.0-RC, registry.example/team/a/b-c__d.e:v_1.0-RC",
        "registry:5000/orders, registry:5000/orders:latest",
        "[::1]:5000/orders:1, [::1]:5000/orders:1",
        "GHCR/orders, GHCR/orders:latest",
    })
    void namesAreCompletedAsDockerDoes(String written, String complete) {
        assertThat(ImageReference.parse(written)).hasToString(complete);
    }

    @Test
    void aDigestIsKeptAndComesBeforeTheTag() {
        var both = ImageReference.parse("registry.example:5000/team/orders:1.2@" + DIGEST);
        var digest = ImageReference.parse("orders@" + DIGEST);

        assertThat(both).hasToString("registry.example:5000/team/orders:1.2@" + DIGEST);
        assertThat(both.version()).isEqualTo(DIGEST);
        assertThat(digest).hasToString("docker.io/library/orders@" + DIGEST);
        assertThat(digest.tag()).isEmpty();
        assertThat(ImageReference.parse("orders:1").at(DIGEST)).isEqualTo(ImageReference.parse("orders:1@" + DIGEST));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Orders",
                "team/",
                "/orders",
                "orders:",
                "orders:-x",
                "orders@sha256:abc",
                "orders@",
                "a//b",
                "registry.example/../x",
                "https://registry.example/orders",
                "registry.example/orders:1:2/x",
                "reg istry.example/orders",
                "user@registry.example/orders",
                "registry.example:port/orders",
                "a/b?c=d",
            })
    void whatIsNoNameIsRefused(String written) {
        assertFails(Reason.ImageReferenceInvalid, () -> ImageReference.parse(written))
                .contains("names no image");
    }

    @Test
    void aPathIsNotTakenForAnImage() {
        assertThat(List.of("registry.example/orders", "orders:1", "localhost:5000/x", "team/orders@" + DIGEST))
                .allMatch(ImageReference::looksLike);
        assertThat(List.of("migrations", "prisma/migrations", "./a", "../a", "/a", "C:\\migrations", "a/b.zip", ""))
                .noneMatch(ImageReference::looksLike);
    }

    @ParameterizedTest
    @CsvSource({
        "registry.example, true",
        "registry.example/team/*, true",
        "registry.example/team/orders, true",
        "*.example, true",
        "*, true",
        "*/team/*, true",
        "registry.example/team, false",
        "registry.example/other/*, false",
        "registry.example:5000, false",
        "example, false",
        "docker.io/*, false",
        "*.example/orders, false",
    })
    void anAllowListNamesRegistriesAndWhatTheyHold(String glob, boolean matches) {
        assertThat(new Glob(glob).matches(ImageReference.parse("registry.example/team/orders:1")))
                .isEqualTo(matches);
    }
}
