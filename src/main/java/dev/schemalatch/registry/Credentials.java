package dev.schemalatch.registry;

import dev.schemalatch.connection.Password;
import dev.schemalatch.failure.FailedException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Logins for registries, as Docker keeps them, found by the kubelet's rules: of several that fit the longest key comes first, then
 * the order in which they were given. None of them ever shows itself.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/containers/images/#config-json">How the kubelet reads config.json</a>
 */
public final class Credentials {

    private final List<KeyedLogin> logins;

    private Credentials(List<KeyedLogin> logins) {
        this.logins = logins;
    }

    /** Pulls what anybody may pull. */
    public static Credentials none() {
        return new Credentials(List.of());
    }

    /**
     * Reads a {@code .dockerconfigjson} or a {@code .dockercfg}.
     *
     * @param place as messages name it: {@code Secret regcred, key .dockerconfigjson}
     * @throws FailedException {@code SecretInvalid} where it is neither
     */
    public static Credentials read(String place, byte[] json) {
        return new Credentials(new DockerConfig(place).logins(json));
    }

    /** One login for one registry. */
    public static Credentials of(String registry, String user, String password) {
        return new Credentials(List.of(new KeyedLogin(registry, Login.basic(user, password))));
    }

    /** A token for one registry that is exchanged for others. */
    public static Credentials ofToken(String registry, String token) {
        return new Credentials(List.of(new KeyedLogin(registry, new Login.Refresh(Password.of(token)))));
    }

    /** These, and after them others. */
    public Credentials and(Credentials others) {
        return new Credentials(
                Stream.concat(logins.stream(), others.logins.stream()).toList());
    }

    /** What fits a repository, best first. */
    List<Login> matching(String registry, String repository) {
        return logins.stream()
                .filter(one -> one.fits(registry, repository))
                // stable: of equal keys the one that was given first
                .sorted(Comparator.comparing(KeyedLogin::key).reversed())
                .map(KeyedLogin::login)
                .distinct()
                .toList();
    }

    @Override
    public String toString() {
        return logins.stream().map(KeyedLogin::key).toList().toString();
    }
}
