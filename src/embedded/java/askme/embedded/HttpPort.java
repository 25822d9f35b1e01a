package askme.embedded;

import io.smallrye.config.ConfigValue;
import io.smallrye.config.SmallRyeConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** A port of the application: the one asked for, or the next free one if nobody asked. */
final class HttpPort {

    /** Somebody asked for a port that another program has. */
    static final class Taken extends Exception {
        Taken(String key, int port) {
            super("Port " + port + " is in use by another program. Choose another port: -D" + key + "=NUMBER");
        }
    }

    /** Above this ordinal stand the environment and system properties, below it our own file. */
    private static final int APPLICATION_PROPERTIES = 250;

    private static final int TRIES = 50;

    private HttpPort() {}

    static int free(SmallRyeConfig config, String key) throws Taken {
        ConfigValue wanted = config.getConfigValue(key);
        int first = Integer.parseInt(wanted.getValue());
        boolean asked = wanted.getConfigSourceOrdinal() > APPLICATION_PROPERTIES;
        for (int port = first; port < first + (asked ? 1 : TRIES); port++) {
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
