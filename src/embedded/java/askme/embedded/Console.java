package askme.embedded;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The web page of the embedded services: the received mails as pages and as JSON, and controls that simulate an outage.
 *
 * <pre>
 * GET    /                    the inbox                 GET /mails/7, /mails/7/html   one mail
 * GET    /api/mails           the mails, latest first   DELETE /api/mails             deletes them
 * POST   /services/redis/stop (start, kill, hang, resume), with the header X-Askme-Console: 1, which other sites cannot send
 * </pre>
 */
final class Console {

    static final String GUARD = "X-Askme-Console";
    private static final Pattern MAIL = Pattern.compile("/mails/([0-9]{1,9})(/html)?");
    private static final Pattern CONTROL = Pattern.compile("/services/([a-z]+)/(start|stop|kill|hang|resume)");
    private final ObjectMapper json = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(com.fasterxml.jackson.databind.SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    private final HttpServer server;
    private final MailServer mails;
    private final List<EmbeddedService> services;

    Console(int port, MailServer mails, List<EmbeddedService> services) throws IOException {
        this.mails = mails;
        this.services = services;
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        server.createContext("/", this::handle);
        server.setExecutor(Executors.newFixedThreadPool(4));
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    void stop() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            try {
                answer(exchange);
            } catch (Exception e) {
                send(exchange, 500, "text/plain", e.toString());
            }
        }
    }

    private void answer(HttpExchange exchange) throws Exception {
        String method = exchange.getRequestMethod();
        String path = exchange.getRequestURI().getPath();
        Matcher mail = MAIL.matcher(path);
        Matcher action = CONTROL.matcher(path);
        if (!ownHost(exchange)) {
            send(exchange, 421, "text/plain", "open this console as http://localhost");
        } else if (method.equals("GET") && path.equals("/")) {
            send(exchange, 200, "text/html", InboxPages.list(mails.mails()));
        } else if (method.equals("GET") && path.equals("/style.css")) {
            send(exchange, 200, "text/css", InboxPages.STYLE);
        } else if (method.equals("GET") && path.equals("/api/mails")) {
            send(exchange, 200, "application/json", json.writeValueAsString(mails.mails()));
        } else if (method.equals("GET") && mail.matches()) {
            sendMail(exchange, Integer.parseInt(mail.group(1)), mail.group(2) != null);
        } else if (guarded(exchange) && method.equals("DELETE") && path.equals("/api/mails")) {
            mails.clear();
            send(exchange, 204, "text/plain", "");
        } else if (guarded(exchange) && method.equals("POST") && action.matches()) {
            control(exchange, action.group(1), action.group(2));
        } else {
            send(exchange, 404, "text/plain", "not found");
        }
    }

    private void sendMail(HttpExchange exchange, int id, boolean bare) throws IOException {
        var found = mails.mails().stream().filter(mail -> mail.id() == id).findFirst();
        if (found.isEmpty()) {
            send(exchange, 404, "text/plain", "no such mail");
        } else {
            send(exchange, 200, "text/html", bare ? InboxPages.html(found.get()) : InboxPages.mail(found.get()));
        }
    }

    private void control(HttpExchange exchange, String name, String action) throws Exception {
        var service = services.stream().filter(each -> each.name().equals(name)).findFirst();
        if (service.isEmpty()) {
            send(exchange, 404, "text/plain", "no such service");
            return;
        }
        switch (action) {
            case "start" -> service.get().start();
            case "stop" -> service.get().stop();
            case "hang" -> service.get().hang();
            case "resume" -> service.get().resume();
            default -> service.get().kill();
        }
        send(exchange, 204, "text/plain", "");
    }

    private static boolean guarded(HttpExchange exchange) {
        return exchange.getRequestHeaders().containsKey(GUARD);
    }

    /** Prevents DNS rebinding: a page of another site, whose name resolves to this machine, must not read the mails. */
    private static boolean ownHost(HttpExchange exchange) {
        String host = exchange.getRequestHeaders().getFirst("Host");
        return host != null && host.matches("(localhost|127\\.0\\.0\\.1)(:[0-9]+)?");
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.getResponseHeaders().set("Content-Security-Policy", InboxPages.POLICY);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
