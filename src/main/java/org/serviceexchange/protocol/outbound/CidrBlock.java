package org.serviceexchange.protocol.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** A block of IP addresses with a common prefix (CIDR, RFC 4632). */
final class CidrBlock {

    private static final Pattern NOTATION =
            Pattern.compile("([0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F:]*:[0-9a-fA-F:]*)/[0-9]{1,3}");

    private static final List<CidrBlock> PRIVATE =
            all("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "fc00::/7");

    private final byte[] prefix;
    private final int bits;

    private CidrBlock(byte[] prefix, int bits) {
        this.prefix = prefix;
        this.bits = bits;
    }

    /** Parses a literal such as {@code 10.0.0.0/8}; never queries a name server. */
    static CidrBlock of(String notation) {
        String[] parts = notation.split("/", 2);
        try {
            return new CidrBlock(InetAddress.getByName(parts[0]).getAddress(), Integer.parseInt(parts[1]));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(notation, e);
        }
    }

    /** Whether this notation is a block of a network that is private by RFC 1918, RFC 4193 or RFC 6598. */
    static boolean isPrivate(String notation) {
        if (!NOTATION.matcher(notation).matches()) {
            return false;
        }
        try {
            CidrBlock block = of(notation);
            return block.bits <= block.prefix.length * 8
                    && PRIVATE.stream().anyMatch(outer -> block.bits >= outer.bits && outer.contains(block.prefix));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    static List<CidrBlock> all(String... notations) {
        return Arrays.stream(notations).map(CidrBlock::of).toList();
    }

    boolean contains(byte[] address) {
        if (address.length != prefix.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % 8;
            if ((address[bit / 8] & mask) != (prefix[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}
