package askme.web.security;

import io.vertx.ext.web.RoutingContext;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** Identifies the sender of a request, for limits per person: the member if one is signed in, otherwise the network address. */
public final class Caller {

    private static final String MEMBER = "askme.actor";
    private static final int IPV6_SITE_BYTES = 8;

    private Caller() {}

    /** The authentication calls this after it found the member. */
    public static void signedIn(RoutingContext routing, long member) {
        routing.put(MEMBER, member);
    }

    /** Whether a member sends the request. */
    public static boolean isMember(RoutingContext routing) {
        return routing.get(MEMBER) != null;
    }

    /** {@code member:7}, or {@code net:} and the network address of a guest. */
    public static String of(RoutingContext routing) {
        Long member = routing.get(MEMBER);
        return member != null
                ? "member:" + member
                : "net:" + network(routing.request().remoteAddress().hostAddress());
    }

    /** An IPv4 address unchanged; of an IPv6 address the /64 prefix, because one person owns all addresses in it. */
    public static String network(String address) {
        if (address == null || address.indexOf(':') < 0) {
            return String.valueOf(address);
        }
        try {
            // The text has only digits and colons, so no name is resolved.
            InetAddress parsed = InetAddress.getByName(address.replaceAll("%.*", ""));
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), IPV6_SITE_BYTES))
                    : parsed.getHostAddress();
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
