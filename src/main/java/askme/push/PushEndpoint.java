package askme.push;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * The address of a device at a push service. A browser names it, so anybody can send any address: it is checked when it
 * arrives, and its host is checked again each time before a connection is made ({@link PublicAddress}).
 */
record PushEndpoint(URI address) {

    static final int LONGEST = 1000;
    private static final int ASCII_END = 128;
    private static final int TLS_PORT = 443;
    private static final int PORT = 80;

    /**
     * Empty if {@code text} is no acceptable address.
     *
     * @param privateServices whether http is acceptable too
     */
    static Optional<PushEndpoint> of(String text, boolean privateServices) {
        if (text == null || text.length() > LONGEST || !text.chars().allMatch(c -> c < ASCII_END)) {
            return Optional.empty();
        }
        try {
            URI address = new URI(text);
            boolean scheme =
                    "https".equals(address.getScheme()) || privateServices && "http".equals(address.getScheme());
            boolean plain =
                    address.getHost() != null && address.getRawUserInfo() == null && address.getRawFragment() == null;
            return scheme && plain ? Optional.of(new PushEndpoint(address)) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    boolean tls() {
        return "https".equals(address.getScheme());
    }

    String host() {
        return address.getHost();
    }

    int port() {
        return address.getPort() >= 0 ? address.getPort() : tls() ? TLS_PORT : PORT;
    }

    /** The host and the port. */
    String service() {
        return host() + ":" + port();
    }

    /** Path and query. */
    String target() {
        String path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        return address.getRawQuery() == null ? path : path + "?" + address.getRawQuery();
    }

    @Override
    public String toString() {
        return address.toString();
    }
}
