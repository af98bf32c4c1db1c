package dev.schemalatch.registry;

import static dev.schemalatch.source.Refusals.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.schemalatch.connection.Password;
import dev.schemalatch.failure.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {

    private static Credentials read(String json) {
        return Credentials.read("Secret regcred, key .dockerconfigjson", json.getBytes(StandardCharsets.UTF_8));
    }

    private static String auth(String login) {
        return Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    }

    private static String user(Credentials credentials, String registry, String repository) {
        return credentials.matching(registry, repository).stream()
                .map(login -> ((Login.Basic) login).user())
                .findFirst()
                .orElse("nobody");
    }

    @ParameterizedTest
    @CsvSource({
        "registry.example, registry.example, true",
        "https://registry.example, registry.example, true",
        "http://registry.example:5000/v2/, registry.example:5000, true",
        "registry.example, registry.example:5000, false",
        "registry.example/team, registry.example, true",
        "registry.example/other, registry.example, false",
        "*.example, registry.example, true",
        "*.example, a.registry.example, false",
        "re?istry.*, registry.example, true",
        "docker.io, docker.io, true",
        "https://index.docker.io/v1/, docker.io, true",
        "registry-1.docker.io, docker.io, true",
        "docker.io, registry.example, false",
    })
    void keysFitAsTheKubeletSaysTheyDo(String key, String registry, boolean fits) {
        var credentials = read("{\"auths\":{\"%s\":{\"auth\":\"%s\"}}}".formatted(key, auth("alice:x")));

        assertThat(credentials.matching(registry, "team/orders")).hasSize(fits ? 1 : 0);
    }

    @Test
    void theLongerKeyComesFirstThenTheFirstGiven() {
        var first = read("{\"auths\":{\"r.example\":{\"auth\":\"%s\"},\"r.example/team\":{\"auth\":\"%s\"}}}"
                .formatted(auth("whole:x"), auth("team:x")));
        var second = read("{\"auths\":{\"r.example\":{\"auth\":\"%s\"}}}".formatted(auth("later:x")));

        assertThat(user(first.and(second), "r.example", "team/orders")).isEqualTo("team");
        assertThat(user(first.and(second), "r.example", "x")).isEqualTo("whole");
        assertThat(user(second.and(first), "r.example", "x")).isEqualTo("later");
        assertThat(first.and(second).matching("r.example", "team/orders")).hasSize(3);
    }

    @Test
    void allFormsOfLoginsAreRead() {
        var forms = List.of(
                "{\"auth\":\"%s\"}".formatted(auth("alice:pa:ss")),
                "{\"auth\":\"%s\"}".formatted(auth("alice:pa:ss").replace("=", "")),
                "{\"auth\":\"%s\"}".formatted(auth("alice:pa:ss\0\0")),
                "{\"username\":\"alice\",\"password\":\"pa:ss\",\"email\":\"a@b\"}");
        for (var form : forms) {
            for (var file :
                    List.of("{\"auths\":{\"r.example\":%s},\"HttpHeaders\":{}}", "{\"https://r.example\":%s}")) {
                assertThat(read(file.formatted(form)).matching("r.example", "x"))
                        .containsExactly(new Login.Basic("alice", Password.of("pa:ss")));
            }
        }
        assertThat(read("{\"auths\":{\"r.example\":{}}}").matching("r.example", "x"))
                .isEmpty();
        assertThat(read("{}").matching("r.example", "x")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "canary",
                "{\"auths\":{\"r\":{\"auth\":\"canary!\"}}}",
                "{\"auths\":{\"r\":{\"auth\":\"Y2FuYXJ5\"}}}",
            })
    void whatIsNoSuchFileIsNamedWithoutItsContent(String content) {
        assertFails(Reason.SecretInvalid, () -> read(content))
                .startsWith("Secret regcred, key .dockerconfigjson ")
                .doesNotContainIgnoringCase("canary")
                .doesNotContain("Y2FuYXJ5");
    }

    @Test
    void nothingShowsASecret() {
        var file = "{\"auths\":{\"a.example\":{\"auth\":\"%s\"},\"b.example\":{\"identitytoken\":\"canary\"},"
                + "\"c.example\":{\"registrytoken\":\"canary\"}}}";
        var credentials = read(file.formatted(auth("alice:canary")));

        assertThat(credentials.toString()).doesNotContain("canary").contains("a.example");
        for (var host : List.of("a.example", "b.example", "c.example")) {
            assertThat(credentials.matching(host, "x").toString())
                    .doesNotContain("canary")
                    .contains("***");
        }
    }
}
