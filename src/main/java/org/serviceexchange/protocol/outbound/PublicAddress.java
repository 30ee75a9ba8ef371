package org.serviceexchange.protocol.outbound;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/**
 * Distinguishes addresses of the public Internet from all others, by IANA's special-purpose address registries (RFC
 * 6890).
 */
final class PublicAddress {

    private static final List<CidrBlock> NOT_PUBLIC_4 = CidrBlock.all(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "168.63.129.16/32", // metadata service of a cloud, at an address that looks public
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4");

    /** Everything outside this block is unassigned, local, multicast, or embeds an IPv4 address (mapped, NAT64). */
    private static final CidrBlock GLOBAL_UNICAST_6 = CidrBlock.of("2000::/3");

    private static final List<CidrBlock> NOT_PUBLIC_6 =
            CidrBlock.all("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    private PublicAddress() {}

    static boolean test(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (address instanceof Inet4Address) {
            return NOT_PUBLIC_4.stream().noneMatch(block -> block.contains(bytes));
        }
        return GLOBAL_UNICAST_6.contains(bytes)
                && NOT_PUBLIC_6.stream().noneMatch(block -> block.contains(bytes))
                && !isatap(bytes);
    }

    /** The last 64 bits of an ISATAP address (RFC 5214) are 0000:5efe or 0200:5efe, followed by an IPv4 address. */
    private static boolean isatap(byte[] bytes) {
        return (bytes[8] & ~0x02) == 0 && bytes[9] == 0 && bytes[10] == 0x5e && bytes[11] == (byte) 0xfe;
    }
}
