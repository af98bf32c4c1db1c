package dev.schemalatch.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressPolicyTest {

    private final AddressPolicy guarded = AddressPolicy.guarded(List.of("10.96.0.1", "192.168.0.0/16"), List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.8.8.8",
                "0.0.0.0",
                "169.254.169.254",
                "224.0.0.1",
                "::1",
                "::",
                "fe80::1",
                "ff02::1",
                "::ffff:127.0.0.1",
                "::127.0.0.1",
                "64:ff9b::a9fe:a9fe",
                "fd00:ec2::254",
                "100.100.100.200",
                "10.96.0.1",
                "192.168.7.7"
            })
    void whatMayNotBeConnectedToIsRefusedHoweverItIsWritten(String address) throws UnknownHostException {
        assertThat(guarded.allows(InetAddress.getByName(address))).isFalse();
        assertThat(AddressPolicy.open().allows(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.5", "172.16.1.1", "8.8.8.8", "2001:db8::1", "fd12::7", "192.169.0.1"})
    void ordinaryAddressesAreAllowed(String address) throws UnknownHostException {
        assertThat(guarded.allows(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void theInstallationMayAllowWhatIsRefusedOtherwise() throws UnknownHostException {
        var policy = AddressPolicy.guarded(List.of("10.0.0.0/8"), List.of("127.0.0.0/8", "10.1.2.3"));

        assertThat(policy.allows(InetAddress.getByName("127.0.0.1"))).isTrue();
        assertThat(policy.allows(InetAddress.getByName("10.1.2.3"))).isTrue();
        assertThat(policy.allows(InetAddress.getByName("10.1.2.4"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.org", "10.0.0.0/33", "10.0.0.0/x", "", "abc", "10"})
    void whatIsNoAddressRangeIsNotTakenForOne(String text) {
        assertThatThrownBy(() -> AddressPolicy.guarded(List.of(text), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
