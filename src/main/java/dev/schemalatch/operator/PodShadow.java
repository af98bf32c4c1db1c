package dev.schemalatch.operator;

import dev.schemalatch.connection.ConnectionSettings;
import dev.schemalatch.connection.ConnectionSettings.Mode;
import dev.schemalatch.connection.ConnectionSettings.Tls;
import dev.schemalatch.connection.ConnectionSource;
import dev.schemalatch.connection.Password;
import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Failure;
import dev.schemalatch.failure.Finding;
import dev.schemalatch.failure.Finding.Known;
import dev.schemalatch.failure.Finding.Unknown;
import dev.schemalatch.failure.Reason;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;

/** The shadow pod of one check: made at most once, when it is first asked for, and deleted when the check is over. */
final class PodShadow implements ConnectionSource, AutoCloseable {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int PASSWORD_BYTES = 24;

    private final ShadowPods pods;
    private final ShadowPod wanted;
    private final int port;
    private final InstantSource clock;
    private final Instant deadline;
    private Optional<Finding<ConnectionSettings>> outcome = Optional.empty();
    private volatile boolean begun;
    private volatile boolean closed;

    PodShadow(ShadowPods pods, ShadowPod wanted, int port, InstantSource clock, Instant deadline) {
        this.pods = pods;
        this.wanted = wanted;
        this.port = port;
        this.clock = clock;
        this.deadline = deadline;
    }

    @Override
    public String origin() {
        return "the image " + wanted.image().reference();
    }

    /** The first answer stands, a failure too: whoever cleans up after one is not to begin a second pod. */
    @Override
    public synchronized ConnectionSettings settings() {
        var found = outcome.orElseGet(this::start);
        outcome = Optional.of(found);
        return switch (found) {
            case Known<ConnectionSettings> known -> known.value();
            case Unknown<ConnectionSettings> unknown -> throw new FailedException(unknown.why());
        };
    }

    private Finding<ConnectionSettings> start() {
        try {
            return new Known<>(connection());
        } catch (FailedException failed) {
            return new Unknown<>(failed.failure());
        } catch (KubernetesClientException away) {
            return new Unknown<>(
                    Failure.of(Reason.ClusterUnreachable, "the cluster did not say how far the shadow pod has come"));
        }
    }

    private ConnectionSettings connection() {
        if (!closed) {
            var password = password();
            begun = true;
            var name = pods.create(wanted, password);
            if (!closed) {
                var left = Duration.between(clock.instant(), deadline);
                var address = pods.await(wanted, name, left.isNegative() ? Duration.ZERO : left);
                if (!closed) {
                    return settings(address, password);
                }
            }
            delete();
        }
        throw FailedException.of(Reason.ShadowUnavailable, "the check was over before its shadow pod was ready");
    }

    private ConnectionSettings settings(String address, Password password) {
        return new ConnectionSettings(
                address,
                port,
                "postgres",
                ShadowPod.USER,
                password,
                Optional.empty(),
                new Tls(Mode.DISABLE, Optional.empty(), Optional.empty(), Optional.empty()),
                origin());
    }

    private static Password password() {
        var bytes = new byte[PASSWORD_BYTES];
        RANDOM.nextBytes(bytes);
        return Password.of(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Deletes the pod, whatever became of the check; a start that is under way elsewhere deletes what it makes. */
    @Override
    public void close() {
        closed = true;
        if (begun) {
            delete();
        }
    }

    /** Whoever was interrupted deletes all the same: the client would not. */
    private void delete() {
        var interrupted = Thread.interrupted();
        try {
            pods.delete(wanted.namespace(), wanted.uid());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
