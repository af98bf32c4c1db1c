package dev.schemalatch.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.schemalatch.registry.Credentials;
import dev.schemalatch.registry.ImageReference;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The logins that {@code docker login} left: in its file, or with the program that the file names.
 *
 * @see <a href="https://docs.docker.com/reference/cli/docker/login/#credential-stores">Credential stores</a>
 */
record DockerLogins(Terminal terminal) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What Docker calls its own registry there. */
    private static final String DOCKER_HUB = "https://index.docker.io/v1/";

    /** What there is for an image; nothing where Docker never wrote anything. */
    Credentials of(ImageReference image) {
        var file = terminal.variable("DOCKER_CONFIG")
                .map(Path::of)
                .orElseGet(() -> terminal.home().resolve(".docker"))
                .resolve("config.json");
        try {
            var content = Files.readAllBytes(file);
            var inFile = Credentials.read("The file " + file, withAuths(content));
            return helper(content, image)
                    .flatMap(helper -> helper.login(address(image), image.registry()))
                    .map(login -> login.and(inFile))
                    .orElse(inFile);
        } catch (IOException absent) {
            return Credentials.none();
        }
    }

    // a file that only names programs must not be taken for one of the older form
    private static byte[] withAuths(byte[] content) {
        var root = tree(content);
        return root.filter(JsonNode::isObject)
                .filter(file -> !file.has("auths"))
                .map(file -> "{\"auths\":{}}".getBytes(StandardCharsets.UTF_8))
                .orElse(content);
    }

    private Optional<LoginProgram> helper(byte[] content, ImageReference image) {
        return tree(content)
                .map(root -> root.path("credHelpers")
                        .path(image.registry())
                        .asText(root.path("credsStore").asText("")))
                .filter(name -> !name.isEmpty())
                .map(name -> new LoginProgram(terminal, name));
    }

    private static Optional<JsonNode> tree(byte[] content) {
        try {
            return Optional.ofNullable(JSON.readTree(content));
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }

    private static String address(ImageReference image) {
        return image.registry().equals("docker.io") ? DOCKER_HUB : image.registry();
    }
}
