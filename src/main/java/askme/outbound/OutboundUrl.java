package askme.outbound;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * An address that a person gave, to which this site sends requests. It is checked when it arrives, and its host is checked again
 * each time before a connection is made ({@link OutboundClient}).
 */
public record OutboundUrl(URI address) {

    public static final int LONGEST = 1000;
    private static final int ASCII_END = 128;
    private static final int TLS_PORT = 443;
    private static final int PORT = 80;

    /**
     * Empty if {@code text} is no acceptable address.
     *
     * @param privateAddresses whether http is acceptable too
     */
    public static Optional<OutboundUrl> of(String text, boolean privateAddresses) {
        if (text == null || text.length() > LONGEST || !text.chars().allMatch(c -> c < ASCII_END)) {
            return Optional.empty();
        }
        try {
            URI address = new URI(text);
            boolean scheme =
                    "https".equals(address.getScheme()) || privateAddresses && "http".equals(address.getScheme());
            boolean plain =
                    address.getHost() != null && address.getRawUserInfo() == null && address.getRawFragment() == null;
            return scheme && plain ? Optional.of(new OutboundUrl(address)) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    public boolean tls() {
        return "https".equals(address.getScheme());
    }

    public String host() {
        return address.getHost();
    }

    public int port() {
        return address.getPort() >= 0 ? address.getPort() : tls() ? TLS_PORT : PORT;
    }

    /** The host and the port. */
    public String service() {
        return host() + ":" + port();
    }

    /** Path and query. */
    public String target() {
        String path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        return address.getRawQuery() == null ? path : path + "?" + address.getRawQuery();
    }

    @Override
    public String toString() {
        return address.toString();
    }
}
