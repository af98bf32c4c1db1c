package dev.schemalatch.postgres;

import dev.schemalatch.connection.AddressPolicy;
import dev.schemalatch.connection.ConnectionSettings;
import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Turns a host's name into the addresses that may be connected to, once, so that no second answer can differ. */
final class Resolver {

    private final AddressPolicy policy;

    Resolver(AddressPolicy policy) {
        this.policy = policy;
    }

    /**
     * @throws FailedException {@code AddressRefused} where the policy allows none of the addresses, {@code
     *     DatabaseUnreachable} where there is none
     */
    List<InetAddress> resolve(ConnectionSettings settings, Deadline deadline) {
        var found = lookUp(settings, deadline);
        var allowed = found.stream().filter(policy::allows).toList();
        if (allowed.isEmpty()) {
            throw FailedException.of(
                    Reason.AddressRefused,
                    "The host in " + settings.origin() + " has an address that this installation does not connect to"
                            + " (loopback, link-local, multicast or listed). Name another host, or have the"
                            + " installation allow it.");
        }
        return allowed;
    }

    private static List<InetAddress> lookUp(ConnectionSettings settings, Deadline deadline) {
        var answer = new CompletableFuture<List<InetAddress>>();
        Thread.ofPlatform().daemon().name("resolve").start(() -> {
            try {
                answer.complete(Arrays.asList(InetAddress.getAllByName(settings.host())));
            } catch (UnknownHostException | RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        try {
            return answer.get(deadline.remaining().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw ConnectFailures.unreachable(settings, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ConnectFailures.unreachable(settings, e);
        }
    }
}
