package askme.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The proxy of the outage tests plays the faults that it names, before a real Redis. */
class FaultProxyTest {

    private static final int SOON_MS = 300;
    private static final String PONG = "+PONG\r\n";

    private RedisServer redis;
    private FaultProxy proxy;

    @BeforeEach
    void start() {
        redis = RedisServer.start();
        proxy = FaultProxy.before("127.0.0.1", redis.port);
    }

    @AfterEach
    void stop() {
        proxy.close();
        redis.close();
    }

    @Test
    void refusingResetsOpenConnectionsAndRefusesNewOnes() throws IOException {
        Socket open = connect();
        ping(open);
        try (FaultProxy.Active fault = proxy.begin(FaultProxy.Fault.REFUSING)) {
            assertThatThrownBy(() -> ping(open)).isInstanceOf(IOException.class);
            assertThatThrownBy(this::connect).isInstanceOf(ConnectException.class);
        }
        ping(connect());
    }

    @Test
    void silentStopsInTheMiddleOfAReply() throws IOException {
        Socket open = connect();
        ping(open);
        try (FaultProxy.Active fault = proxy.begin(FaultProxy.Fault.SILENT)) {
            open.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            InputStream in = open.getInputStream();
            assertThat(in.readNBytes(3)).asString().isEqualTo("+PO");
            assertThatThrownBy(in::read).isInstanceOf(SocketTimeoutException.class);
        }
        assertThat(open.getInputStream().readNBytes(4)).asString().isEqualTo("NG\r\n");
    }

    @Test
    void swallowingCompletesNoNewConnection() throws IOException {
        Socket open = connect();
        ping(open);
        try (FaultProxy.Active fault = proxy.begin(FaultProxy.Fault.SWALLOWING)) {
            assertThatThrownBy(() -> ping(open)).isInstanceOf(SocketTimeoutException.class);
            assertThatThrownBy(this::connect).isInstanceOf(SocketTimeoutException.class);
        }
        assertThat(open.getInputStream().readNBytes(PONG.length())).asString().isEqualTo(PONG);
        ping(connect());
    }

    @Test
    void forgottenConnectionStaysDead() throws IOException {
        Socket open = connect();
        ping(open);
        proxy.forget();
        assertThatThrownBy(() -> ping(open)).isInstanceOf(SocketTimeoutException.class);
        ping(connect());
        assertThat(proxy.connections()).isEqualTo(2);
    }

    @Test
    void slowRepliesArriveLate() throws IOException {
        Socket open = connect();
        ping(open);
        try (FaultProxy.Active fault = proxy.begin(FaultProxy.Fault.SLOW)) {
            assertThatThrownBy(() -> ping(open)).isInstanceOf(SocketTimeoutException.class);
        }
        assertThat(open.getInputStream().readNBytes(PONG.length())).asString().isEqualTo(PONG);
    }

    @Test
    void hungRedisKeepsConnectionsAndAnswersNothing() throws IOException {
        Socket open = connect();
        ping(open);
        try (FaultProxy.Active fault = redis.hang()) {
            assertThatThrownBy(() -> ping(open)).isInstanceOf(SocketTimeoutException.class);
        }
        assertThat(open.getInputStream().readNBytes(PONG.length())).asString().isEqualTo(PONG);
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket();
        socket.connect(new InetSocketAddress("127.0.0.1", proxy.port()), SOON_MS);
        socket.setSoTimeout(SOON_MS);
        return socket;
    }

    private static void ping(Socket socket) throws IOException {
        socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
        assertThat(socket.getInputStream().readNBytes(PONG.length())).asString().isEqualTo(PONG);
    }
}
