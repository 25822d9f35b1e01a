package askme.embedded.hub;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Replaces Centrifugo v6 if none is configured. It has the same client protocol on {@code /connection/websocket} and the
 * same HTTP API under {@code /api}, on a port of the loopback interface. Its history is in memory, as Centrifugo's is by
 * default: a restart begins a new epoch. Everything runs on one event loop, so the classes of this package need no locks.
 */
public final class Hub {

    private static final int TICK_MS = 250;
    private static final int SWEEP_MS = 60_000;
    private static final int LARGEST_FRAME = 65_536;
    private static final int LARGEST_QUEUE = 1 << 20;
    private static final int STOP_LIMIT_S = 5;

    private final Set<Session> sessions = new LinkedHashSet<>();
    private final Clock clock = Clock.systemUTC();
    private final SecureRandom random = new SecureRandom();
    private final HubConfig config;
    private final List<Pattern> origins;
    private final Tokens tokens;
    private final Broker broker;
    private final Api api;
    private final Vertx vertx;
    private int port;

    private Hub(HubConfig config) {
        this.config = config;
        origins = config.origins().stream().map(Hub::glob).toList();
        tokens = new Tokens(config.tokenSecret(), clock);
        broker = new Broker(config, clock, random);
        api = new Api(broker, sessions);
        VertxOptions one =
                new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1).setInternalBlockingPoolSize(1);
        vertx = Vertx.vertx(one);
    }

    /** Starts on a port of the loopback interface (0 for any free port) and returns when it listens. */
    public static Hub start(int port, HubConfig config) {
        Hub hub = new Hub(config);
        HttpServerOptions options = new HttpServerOptions()
                .setHost("127.0.0.1")
                .setPort(port)
                .setMaxWebSocketMessageSize(LARGEST_FRAME)
                .setMaxWebSocketFrameSize(LARGEST_FRAME)
                .addWebSocketSubProtocol("centrifuge-json");
        var server =
                hub.vertx.createHttpServer(options).requestHandler(hub::serve).listen();
        try {
            hub.port = server.toCompletionStage()
                    .toCompletableFuture()
                    .get(STOP_LIMIT_S, TimeUnit.SECONDS)
                    .actualPort();
        } catch (Exception e) {
            hub.vertx.close();
            throw new IllegalStateException("the realtime hub cannot listen on port " + port, e);
        }
        hub.vertx.setPeriodic(TICK_MS, t -> new ArrayList<>(hub.sessions).forEach(Session::tick));
        hub.vertx.setPeriodic(SWEEP_MS, t -> hub.broker.sweep());
        return hub;
    }

    public int port() {
        return port;
    }

    /** The address to which browsers connect. */
    public String url() {
        return "ws://127.0.0.1:" + port + "/connection/websocket";
    }

    /** The address to which workers publish. */
    public String apiUrl() {
        return "http://127.0.0.1:" + port + "/api";
    }

    /** Closes all connections so that the clients connect again later, and stops. */
    public void stop() {
        vertx.runOnContext(v -> new ArrayList<>(sessions).forEach(session -> session.close(Close.SHUTDOWN)));
        closed(vertx);
    }

    private static void closed(Vertx vertx) {
        try {
            vertx.close().toCompletionStage().toCompletableFuture().get(STOP_LIMIT_S, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("the realtime hub does not stop", e);
        }
    }

    private void serve(HttpServerRequest request) {
        if (request.path().equals("/connection/websocket")) {
            connect(request);
        } else if (request.path().equals("/health")) {
            request.response().putHeader("Content-Type", "application/json").end("{}");
        } else if (request.path().startsWith("/api/")
                && Api.knows(request.path().substring("/api/".length()))) {
            request.bodyHandler(body -> call(request, body));
        } else {
            request.response().setStatusCode(404).end();
        }
    }

    private void connect(HttpServerRequest request) {
        String origin = request.getHeader("Origin");
        if (origin != null && origins.stream().noneMatch(p -> p.matcher(origin).matches())) {
            request.response().setStatusCode(403).end();
            return;
        }
        if (origin != null) {
            request.response().putHeader("Access-Control-Allow-Origin", origin); // A page asks whether the hub is back.
        }
        if (!"websocket".equalsIgnoreCase(request.getHeader("Upgrade"))) {
            request.response().setStatusCode(400).end();
            return;
        }
        request.toWebSocket().onSuccess(this::open);
    }

    private void open(ServerWebSocket socket) {
        socket.setWriteQueueMaxSize(LARGEST_QUEUE);
        Session session = new Session(broker, tokens, config, clock, random, new SocketWire(socket));
        sessions.add(session);
        socket.textMessageHandler(session::receive);
        socket.binaryMessageHandler(bytes -> session.receive(bytes.toString(StandardCharsets.UTF_8)));
        socket.exceptionHandler(e -> socket.close());
        socket.closeHandler(v -> {
            sessions.remove(session);
            session.onClosed();
        });
    }

    private record SocketWire(ServerWebSocket socket) implements Session.Wire {

        @Override
        public void send(String frame) {
            if (socket.writeQueueFull()) {
                close(Close.SLOW);
            } else if (!socket.isClosed()) {
                socket.writeTextMessage(frame);
            }
        }

        @Override
        public void close(Close close) {
            if (!socket.isClosed()) {
                socket.close((short) close.code(), close.reason());
            }
        }
    }

    private void call(HttpServerRequest request, Buffer body) {
        if (!authorized(request)) {
            request.response().setStatusCode(401).end();
            return;
        }
        try {
            JsonObject reply = api.call(request.path().substring("/api/".length()), new JsonObject(body));
            request.response().putHeader("Content-Type", "application/json").end(reply.toBuffer());
        } catch (DecodeException | ClassCastException e) {
            request.response().setStatusCode(400).end("Bad Request\n");
        }
    }

    private boolean authorized(HttpServerRequest request) {
        String given = request.getHeader("X-API-Key");
        String scheme = request.getHeader("Authorization");
        if (given == null && scheme != null && scheme.toLowerCase().startsWith("apikey ")) {
            given = scheme.substring("apikey ".length()).strip();
        }
        if (given == null) {
            given = request.getParam("api_key", "");
        }
        return MessageDigest.isEqual(
                given.getBytes(StandardCharsets.UTF_8), config.apiKey().getBytes(StandardCharsets.UTF_8));
    }

    private static Pattern glob(String origin) {
        return Pattern.compile(Pattern.quote(origin).replace("*", "\\E.*\\Q"), Pattern.CASE_INSENSITIVE);
    }
}
