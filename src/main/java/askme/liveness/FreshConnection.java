package askme.liveness;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * A new connection to a part, without any pool: does the server answer at all? It sends a greeting and waits for the first line. With
 * TLS the handshake is the answer, even if the certificate is refused.
 *
 * @param greeting empty for a server that speaks first
 */
record FreshConnection(String host, int port, boolean tls, String greeting) {

    private static final int LIMIT_MS = 2_000;

    /** Whether the server answered within two seconds. */
    boolean isAnswered() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), LIMIT_MS);
            socket.setSoTimeout(LIMIT_MS);
            return tls ? shakesHands(socket) : answers(socket);
        } catch (IOException e) {
            return false;
        }
    }

    private boolean answers(Socket socket) throws IOException {
        socket.getOutputStream().write(greeting.getBytes(StandardCharsets.US_ASCII));
        int read = socket.getInputStream().read();
        while (read >= 0 && read != '\n') {
            read = socket.getInputStream().read();
        }
        return read == '\n';
    }

    private boolean shakesHands(Socket socket) throws IOException {
        SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        try (SSLSocket secure = (SSLSocket) factory.createSocket(socket, host, port, true)) {
            secure.startHandshake();
            return true;
        } catch (SSLException refused) {
            return true;
        }
    }
}
