package dev.schemalatch.registry;

import dev.schemalatch.connection.AddressPolicy;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Turns a host's name into the addresses that may be connected to: what was looked up is what is connected to, so that no second
 * answer can differ.
 */
record Lookup(AddressPolicy policy, Deadline deadline) implements DnsResolver {

    /** Every address of a host is one that is not connected to. */
    static final class Refused extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        Refused(String host) {
            super(host);
        }
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var allowed = Arrays.stream(all(host)).filter(policy::allows).toArray(InetAddress[]::new);
        if (allowed.length == 0) {
            throw new Refused(host);
        }
        return allowed;
    }

    // on a thread of its own: nothing ends a look-up before its time
    private InetAddress[] all(String host) throws UnknownHostException {
        var answer = new CompletableFuture<InetAddress[]>();
        Thread.ofPlatform().daemon().name("resolve").start(() -> {
            try {
                answer.complete(InetAddress.getAllByName(host));
            } catch (UnknownHostException | RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        try {
            return answer.get(deadline.remaining().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw unknown(host, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unknown(host, e);
        }
    }

    private static UnknownHostException unknown(String host, Exception cause) {
        var unknown = new UnknownHostException(host);
        unknown.initCause(cause);
        return unknown;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
