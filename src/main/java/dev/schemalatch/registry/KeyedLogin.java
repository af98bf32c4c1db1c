package dev.schemalatch.registry;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A login and the key that it stands under: a registry, perhaps with a path, with globs in the parts of its host.
 *
 * @param key without scheme and without the version of the API
 * @see <a href="https://github.com/kubernetes/kubernetes/blob/master/pkg/credentialprovider/keyring.go">URLsMatch</a>
 */
record KeyedLogin(String key, Login login) {

    /** All that Docker Hub is called in such files. */
    private static final Set<String> DOCKER_HUB = Set.of("docker.io", "index.docker.io", "registry-1.docker.io");

    KeyedLogin {
        key = key.replaceFirst("^https?://", "").replaceFirst("/v[12]/?$", "").replaceFirst("/$", "");
    }

    boolean fits(String registry, String repository) {
        var slash = key.indexOf('/');
        var host = slash < 0 ? key : key.substring(0, slash);
        var path = slash < 0 ? "" : key.substring(slash + 1);
        return (hostFits(host, registry) || DOCKER_HUB.contains(host) && DOCKER_HUB.contains(registry))
                && repository.startsWith(path);
    }

    private static boolean hostFits(String glob, String registry) {
        var globs = withoutPort(glob).split("\\.", -1);
        var parts = withoutPort(registry).split("\\.", -1);
        if (globs.length != parts.length || !port(glob).equals(port(registry))) {
            return false;
        }
        for (var i = 0; i < globs.length; i++) {
            if (!partFits(globs[i], parts[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean partFits(String glob, String part) {
        var expression = new StringBuilder();
        glob.toLowerCase(Locale.ROOT).codePoints().forEach(c -> {
            switch (c) {
                case '*' -> expression.append(".*");
                case '?' -> expression.append('.');
                default -> expression.append(Pattern.quote(Character.toString(c)));
            }
        });
        return part.toLowerCase(Locale.ROOT).matches(expression.toString());
    }

    private static String withoutPort(String host) {
        return host.substring(0, host.length() - port(host).length());
    }

    private static String port(String host) {
        var colon = host.lastIndexOf(':');
        return colon < 0 || host.endsWith("]") ? "" : host.substring(colon);
    }
}
