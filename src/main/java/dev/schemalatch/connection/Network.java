package dev.schemalatch.connection;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * A range of addresses.
 *
 * @param address any of them
 * @param bits how many leading bits they share
 */
record Network(InetAddress address, int bits) {

    private static final Pattern LITERAL = Pattern.compile("[0-9A-Fa-f.:]+");

    /**
     * Reads {@code 10.0.0.0/8}, {@code fd00::/8} or a single address.
     *
     * @throws IllegalArgumentException where it is none of these
     */
    static Network parse(String text) {
        var slash = text.indexOf('/');
        var literal = slash < 0 ? text : text.substring(0, slash);
        if (!LITERAL.matcher(literal).matches() || !(literal.contains(".") || literal.contains(":"))) {
            throw new IllegalArgumentException("not an address range: " + text);
        }
        try {
            var address = InetAddress.getByName(literal);
            var length = address.getAddress().length * 8;
            var bits = slash < 0 ? length : Integer.parseInt(text.substring(slash + 1));
            if (bits < 0 || bits > length) {
                throw new IllegalArgumentException("not an address range: " + text);
            }
            return new Network(address, bits);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("not an address range: " + text, e);
        }
    }

    boolean contains(InetAddress other) {
        var own = address.getAddress();
        var theirs = other.getAddress();
        if (own.length != theirs.length) {
            return false;
        }
        var rest = own.length * 8 - bits;
        return new BigInteger(1, own).shiftRight(rest).equals(new BigInteger(1, theirs).shiftRight(rest));
    }
}
