package askme.embedded;

import io.smallrye.config.ConfigValue;
import io.smallrye.config.SmallRyeConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Finds a port of the application: the configured one, else the first free one from the default on. */
final class HttpPort {

    /** Another program uses the configured port. */
    static final class Taken extends Exception {
        Taken(String key, int port) {
            super("Port " + port + " is in use by another program. Choose another port: -D" + key + "=NUMBER");
        }
    }

    /** The environment and system properties have a higher ordinal than this; application.properties has this one. */
    private static final int APPLICATION_PROPERTIES = 250;

    private static final int TRIES = 50;

    private HttpPort() {}

    static int free(SmallRyeConfig config, String key) throws Taken {
        ConfigValue value = config.getConfigValue(key);
        int first = Integer.parseInt(value.getValue());
        boolean configured = value.getConfigSourceOrdinal() > APPLICATION_PROPERTIES;
        for (int port = first; port < first + (configured ? 1 : TRIES); port++) {
            if (port == 0 || isFree(port)) {
                return port;
            }
        }
        throw new Taken(key, first);
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
