package dev.schemalatch.connection;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which resolved addresses may be connected to.
 *
 * <p>Whoever may write a Secret chooses the address, and the operator connects to it from inside the cluster: it must not
 * become a way to its own loopback, to the cloud's metadata service or to the API server.
 */
public final class AddressPolicy {

    /** Metadata services of clouds that are not link-local. */
    private static final List<String> METADATA =
            List.of("100.100.100.200", "168.63.129.16", "192.0.0.192", "fd00:ec2::254");

    /** Prefix of the addresses by which IPv6 reaches IPv4 (RFC 6052). */
    private static final Network NAT64 = Network.parse("64:ff9b::/96");

    private final boolean guarded;
    private final List<Network> refused;
    private final List<Network> allowed;

    private AddressPolicy(boolean guarded, List<Network> refused, List<Network> allowed) {
        this.guarded = guarded;
        this.refused = refused;
        this.allowed = allowed;
    }

    /** Everything, as for a command line, whose user can connect anywhere anyway. */
    public static AddressPolicy open() {
        return new AddressPolicy(false, List.of(), List.of());
    }

    /**
     * Everything but loopback, link-local, unspecified and multicast addresses, metadata services, and what is listed.
     *
     * @param refused further addresses or ranges, such as the API server's
     * @param allowed what the installation allows in spite of all that
     * @throws IllegalArgumentException where one of them is no address or range
     */
    public static AddressPolicy guarded(Collection<String> refused, Collection<String> allowed) {
        return new AddressPolicy(
                true,
                Stream.concat(METADATA.stream(), refused.stream())
                        .map(Network::parse)
                        .toList(),
                allowed.stream().map(Network::parse).toList());
    }

    public boolean allows(InetAddress address) {
        var plain = unwrapped(address);
        if (!guarded || allowed.stream().anyMatch(network -> network.contains(plain))) {
            return true;
        }
        return !plain.isLoopbackAddress()
                && !plain.isLinkLocalAddress()
                && !plain.isAnyLocalAddress()
                && !plain.isMulticastAddress()
                && refused.stream().noneMatch(network -> network.contains(plain));
    }

    /** The IPv4 address that an IPv6 address stands for, where it stands for one. */
    private static InetAddress unwrapped(InetAddress address) {
        var bytes = address.getAddress();
        var wrapped = address instanceof Inet6Address six
                && !six.isLoopbackAddress()
                && !six.isAnyLocalAddress()
                && (six.isIPv4CompatibleAddress() || NAT64.contains(six));
        if (!wrapped) {
            return address;
        }
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(bytes, 12, 16));
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
