package askme.outbound;

import java.net.Inet6Address;
import java.net.InetAddress;

/** Whether an address belongs to the internet, and not to this machine or its network. */
final class PublicAddress {

    private static final int LOW_BITS = 0xff;

    private PublicAddress() {}

    static boolean is(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return address instanceof Inet6Address ? isPublic6(bytes) : isPublic4(at(bytes, 0), at(bytes, 1), at(bytes, 2));
    }

    /** RFC 6890: "this network", shared addresses of providers, protocol assignments, documentation, benchmarks, reserved. */
    private static boolean isPublic4(int first, int second, int third) {
        boolean shared = first == 100 && second >= 64 && second < 128;
        boolean assigned = first == 192 && second == 0 && (third == 0 || third == 2);
        boolean benchmark = first == 198 && (second == 18 || second == 19);
        boolean documented =
                first == 198 && second == 51 && third == 100 || first == 203 && second == 0 && third == 113;
        return first != 0 && first < 240 && !shared && !assigned && !benchmark && !documented;
    }

    /** Only global unicast, 2000::/3, without the tunnels and documentation in it: 2001::/23, 2001:db8::/32 and 2002::/16. */
    private static boolean isPublic6(byte[] bytes) {
        int first = at(bytes, 0) << 8 | at(bytes, 1);
        int second = at(bytes, 2) << 8 | at(bytes, 3);
        boolean global = (at(bytes, 0) & 0xe0) == 0x20;
        boolean special = first == 0x2001 && (second < 0x200 || second == 0xdb8) || first == 0x2002;
        return global && !special;
    }

    private static int at(byte[] bytes, int index) {
        return bytes[index] & LOW_BITS;
    }
}
