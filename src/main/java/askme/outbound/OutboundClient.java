package askme.outbound;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;

/**
 * Sends requests to addresses that people gave. The connection is made to the very address that was checked, so a name server
 * cannot answer differently for the connection. Redirects are not followed, no body is read, and no connection is kept.
 */
public final class OutboundClient implements AutoCloseable {

    /** A name server that a person has chosen may be slow. */
    private static final int LOOKUPS_AT_A_TIME = 4;

    private static final int LARGEST_HEADER = 8192;

    private final WorkerExecutor lookups;
    private final HttpClient http;
    private final Duration limit;
    private final boolean privateAddresses;
    private final Lookup lookup;

    /** Finds the addresses of a host. */
    @FunctionalInterface
    public interface Lookup {
        InetAddress[] all(String host) throws UnknownHostException;
    }

    /**
     * @param name of the threads that look up names
     * @param limit for the connection, and for the answer
     * @param privateAddresses whether addresses of this machine and its network are acceptable
     */
    public OutboundClient(Vertx vertx, String name, Duration limit, boolean privateAddresses) {
        this(vertx, name, limit, privateAddresses, InetAddress::getAllByName);
    }

    public OutboundClient(Vertx vertx, String name, Duration limit, boolean privateAddresses, Lookup lookup) {
        this.limit = limit;
        this.privateAddresses = privateAddresses;
        this.lookup = lookup;
        lookups = vertx.createSharedWorkerExecutor(name, LOOKUPS_AT_A_TIME);
        http = vertx.createHttpClient(new HttpClientOptions()
                .setKeepAlive(false)
                .setForceSni(true)
                .setConnectTimeout((int) limit.toMillis())
                .setMaxInitialLineLength(LARGEST_HEADER)
                .setMaxHeaderSize(LARGEST_HEADER));
    }

    /** Sends a POST request. The caller hangs up on the response. The failure of a refused host is {@link PrivateAddressException}. */
    public Future<HttpClientResponse> post(OutboundUrl url, Map<String, String> headers, byte[] body) {
        return lookups.executeBlocking(() -> checked(url), false).compose(address -> http.request(new RequestOptions()
                        .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(address, url.port())))
                        .setHost(url.host())
                        .setPort(url.port())
                        .setSsl(url.tls())
                        .setURI(url.target())
                        .setMethod(HttpMethod.POST)
                        .setTimeout(limit.toMillis()))
                .compose(request -> {
                    headers.forEach(request::putHeader);
                    return request.send(Buffer.buffer(body));
                }));
    }

    /** Ends the connection without reading the body. */
    public static void hangUp(HttpClientResponse response) {
        response.request().connection().close();
    }

    /** The address of the host. All its addresses must be public. */
    private InetAddress checked(OutboundUrl url) throws Exception {
        InetAddress[] found = lookup.all(url.host());
        if (!privateAddresses) {
            for (InetAddress address : found) {
                if (!PublicAddress.is(address)) {
                    throw new PrivateAddressException(url.host());
                }
            }
        }
        return found[0];
    }

    @Override
    public void close() {
        http.close();
        lookups.close();
    }
}
