package askme.provider;

import askme.resilience.TimeLimit;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Calls providers over HTTP. A call and its reply have a time limit, a reply has a size limit, and redirects are not followed. */
final class ProviderHttp {

    private static final int LARGEST_REPLY = 256 * 1024;
    private static final int LARGEST_HEADER = 16 * 1024;

    private final HttpClient http;
    private final Duration limit;

    ProviderHttp(Vertx vertx, Duration limit) {
        this.limit = limit;
        int limitMs = (int) limit.toMillis();
        http = vertx.createHttpClient(new HttpClientOptions()
                .setKeepAlive(false)
                .setForceSni(true)
                .setConnectTimeout(limitMs)
                .setIdleTimeout(limitMs)
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setMaxInitialLineLength(LARGEST_HEADER)
                .setMaxHeaderSize(LARGEST_HEADER));
    }

    /** The reply of a provider. */
    record Reply(int status, String body) {}

    void close() {
        http.close();
    }

    /**
     * Sends a request and returns the whole reply.
     *
     * @param body null for a GET
     * @throws IOException if there is no complete reply in time, or it is too large
     */
    Reply send(URI address, Map<String, String> headers, String body) throws IOException {
        AtomicReference<HttpClientRequest> open = new AtomicReference<>();
        Future<Reply> reply = http.request(new RequestOptions()
                        .setAbsoluteURI(address.toASCIIString())
                        .setMethod(body == null ? HttpMethod.GET : HttpMethod.POST)
                        .setTimeout(limit.toMillis()))
                .compose(request -> {
                    open.set(request);
                    headers.forEach(request::putHeader);
                    Future<HttpClientResponse> response =
                            body == null ? request.send() : request.send(Buffer.buffer(body));
                    return response.compose(ProviderHttp::read);
                });
        try {
            return TimeLimit.await(reply, limit, late -> {});
        } catch (ExecutionException | TimeLimit.Exceeded e) {
            hangUp(open.get());
            Throwable cause = e instanceof ExecutionException ? e.getCause() : e;
            throw new IOException(address.getHost() + ": " + cause.getMessage(), cause);
        }
    }

    private static Future<Reply> read(HttpClientResponse response) {
        Promise<Reply> whole = Promise.promise();
        Buffer body = Buffer.buffer();
        response.handler(part -> {
            if (body.length() + part.length() > LARGEST_REPLY) {
                whole.tryFail(new IOException("the reply is too large"));
                response.request().connection().close();
            } else {
                body.appendBuffer(part);
            }
        });
        response.exceptionHandler(whole::tryFail);
        response.endHandler(
                end -> whole.tryComplete(new Reply(response.statusCode(), body.toString(StandardCharsets.UTF_8))));
        return whole.future();
    }

    private static void hangUp(HttpClientRequest request) {
        if (request != null) {
            request.connection().close();
        }
    }
}
