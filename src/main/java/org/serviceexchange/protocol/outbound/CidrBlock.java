package org.serviceexchange.protocol.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/** A block of IP addresses with a common prefix (CIDR, RFC 4632). */
final class CidrBlock {

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
