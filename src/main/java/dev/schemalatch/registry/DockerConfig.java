package dev.schemalatch.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.schemalatch.connection.Password;
import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.source.Shown;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Docker's file of logins, in its present form and in the one before.
 *
 * @param place as messages name it
 * @see <a href="https://github.com/docker/cli/blob/master/cli/config/configfile/file.go">configfile</a>
 */
record DockerConfig(String place) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    List<KeyedLogin> logins(byte[] json) {
        var logins = new ArrayList<KeyedLogin>();
        var root = root(json);
        var auths = root.has("auths") ? root.get("auths") : root;
        for (var one : auths.properties()) {
            if (one.getValue().isObject()) {
                login(one.getKey(), one.getValue()).ifPresent(login -> logins.add(new KeyedLogin(one.getKey(), login)));
            }
        }
        return List.copyOf(logins);
    }

    private JsonNode root(byte[] json) {
        try {
            var root = JSON.readTree(json);
            if (root.isObject()) {
                return root;
            }
        } catch (IOException notJson) {
            throw invalid("is not JSON");
        }
        throw invalid("is no object of logins");
    }

    private Optional<Login> login(String key, JsonNode one) {
        var identity = text(one, "identitytoken");
        if (!identity.isEmpty()) {
            return Optional.of(new Login.Refresh(Password.of(identity)));
        }
        var registry = text(one, "registrytoken");
        if (!registry.isEmpty()) {
            return Optional.of(new Login.Bearer(Password.of(registry)));
        }
        var auth = text(one, "auth");
        if (!auth.isEmpty()) {
            return Optional.of(decoded(key, auth));
        }
        var user = text(one, "username");
        return user.isEmpty() ? Optional.empty() : Optional.of(Login.basic(user, text(one, "password")));
    }

    private Login decoded(String key, String auth) {
        try {
            // without padding, as some write it; Docker pads the password with NULs
            var text = new String(Base64.getDecoder().decode(auth.strip()), StandardCharsets.UTF_8)
                    .replaceFirst("\0+$", "");
            var colon = text.indexOf(':');
            if (colon > 0) {
                return Login.basic(text.substring(0, colon), text.substring(colon + 1));
            }
        } catch (IllegalArgumentException notBase64) {
            throw broken(key);
        }
        throw broken(key);
    }

    private FailedException broken(String key) {
        return invalid("holds an auth for " + Shown.name(key) + " that is not the base64 of user:password");
    }

    private static String text(JsonNode one, String field) {
        return one.path(field).asText("");
    }

    private FailedException invalid(String what) {
        return FailedException.of(
                Reason.SecretInvalid,
                place + " " + what + ". Write it anew, by kubectl create secret docker-registry or docker login.");
    }
}
