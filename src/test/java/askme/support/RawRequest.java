package askme.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A request byte by byte, as no HTTP client would send it. */
public final class RawRequest implements AutoCloseable {

    private static final int PATIENCE_MS = 30_000;

    private final Socket socket;

    private RawRequest(Socket socket) {
        this.socket = socket;
    }

    /** Connects to this machine. */
    public static RawRequest open(int port) throws IOException {
        return connected(new Socket("localhost", port));
    }

    /** Connects to this machine from another of its addresses, such as 127.0.0.2. */
    public static RawRequest openFrom(String address, int port) throws IOException {
        return connected(new Socket(InetAddress.getByName("127.0.0.1"), port, InetAddress.getByName(address), 0));
    }

    private static RawRequest connected(Socket socket) throws IOException {
        socket.setSoTimeout(PATIENCE_MS);
        return new RawRequest(socket);
    }

    /** Sends {@code text}, one byte for each character. A connection that the site has closed is no error. */
    public RawRequest send(String text) {
        return send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** As {@link #send(String)}. */
    public RawRequest send(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
        } catch (IOException closed) {
            // The response says why.
        }
        return this;
    }

    /** The status line and the headers of the next response; "" if the connection was closed without one. */
    public String head() throws IOException {
        InputStream in = socket.getInputStream();
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0; b = in.read()) {
            head.write(b);
            if (head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                break;
            }
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    /** All that the site sends until it closes the connection. */
    public String rest() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
