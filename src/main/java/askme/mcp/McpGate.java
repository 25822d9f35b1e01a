package askme.mcp;

import askme.mcp.Protocol.Step;
import askme.resilience.RequestDeadline;
import askme.settings.SettingKeys;
import askme.settings.Settings;
import askme.web.ApiPath;
import askme.web.FilterOrder;
import askme.web.WebConfig;
import askme.web.http.EarlyRefusal;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.Locale;

/**
 * Checks each request to {@code /mcp} before the library does. Only POST reaches the library, without a session, with a body that
 * {@link Protocol} wrote. So a request costs the memory of its answer and nothing afterwards, and any web process can answer it.
 */
@ApplicationScoped
class McpGate {

    /** A text has at most 50,000 characters, each at most 6 bytes of JSON, or less with Unicode's own form. */
    static final int LARGEST_BODY = 320 * 1024;

    private static final String DEADLINE = "askme.mcp.deadline";
    private static final String METHODS = "OPTIONS, POST";

    private static final String INSTRUCTIONS =
            "Questions and answers of the members of this site. Search before you ask. Texts are Markdown. Name the author and give the link of"
                    + " what you quote. The tools ask, answer and comment need a token with the scope write, and post as its member.";

    private static final EarlyRefusal NOT_FOUND =
            new EarlyRefusal(404, 0, "Not Found", "not-found", "MCP has one address: /mcp.", "У MCP один адрес: /mcp.");

    private static final EarlyRefusal WRONG_ORIGIN = new EarlyRefusal(
            403,
            0,
            "Forbidden",
            "wrong-origin",
            "Pages of other sites cannot use MCP here.",
            "Страницы других сайтов не могут обращаться сюда по MCP.");

    private static final EarlyRefusal NOT_ALLOWED = new EarlyRefusal(
            405,
            0,
            "Method Not Allowed",
            "http-405",
            "Send messages with POST. There are no sessions and no event streams.",
            "Отправляйте сообщения методом POST. Сеансов и потоков событий здесь нет.");

    private static final EarlyRefusal WRONG_TYPE = new EarlyRefusal(
            415,
            0,
            "Unsupported Media Type",
            "http-415",
            "Send JSON with the Content-Type application/json.",
            "Отправляйте JSON с Content-Type application/json.");

    private static final EarlyRefusal WRONG_VERSION = new EarlyRefusal(
            400,
            0,
            "Bad Request",
            "wrong-version",
            "This version of the protocol is unknown. The newest is " + Protocol.VERSIONS.get(0) + ".",
            "Эта версия протокола неизвестна. Новейшая: " + Protocol.VERSIONS.get(0) + ".");

    private static final EarlyRefusal TOO_LARGE = new EarlyRefusal(
            413,
            0,
            "Request Entity Too Large",
            "too-large",
            "A message may have " + LARGEST_BODY / 1024 + " KB.",
            "Сообщение может занимать " + LARGEST_BODY / 1024 + " КБ.");

    private final WebConfig web;
    private final Settings settings;

    McpGate(WebConfig web, Settings settings) {
        this.web = web;
        this.settings = settings;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, FilterOrder.MCP);
    }

    /** The library runs the tool in another Vert.x context, so the deadline of the request is kept with the request. */
    static void adoptDeadline(RoutingContext routing) {
        RequestDeadline deadline = routing.get(DEADLINE);
        if (deadline != null) {
            deadline.adopt();
        }
    }

    private void check(RoutingContext routing) {
        String path = routing.normalizedPath();
        if (!ApiPath.isMcp(path)) {
            routing.next();
            return;
        }
        HttpServerRequest request = routing.request();
        routing.response().putHeader("Cache-Control", "no-store");
        if (!path.equals(ApiPath.MCP)) {
            NOT_FOUND.sendProblem(routing);
        } else if (!mayCome(request.getHeader("Origin"), web.baseUrl())) {
            WRONG_ORIGIN.sendProblem(routing);
        } else if (request.method() == HttpMethod.OPTIONS) {
            routing.response().setStatusCode(204).putHeader("Allow", METHODS).end();
        } else if (request.method() != HttpMethod.POST) {
            routing.response().putHeader("Allow", METHODS);
            NOT_ALLOWED.sendProblem(routing);
        } else if (!isJson(request.getHeader("Content-Type"))) {
            WRONG_TYPE.sendProblem(routing);
        } else if (!isVersion(request.getHeader("Mcp-Protocol-Version"))) {
            WRONG_VERSION.sendProblem(routing);
        } else {
            receive(routing, routing.body().buffer());
        }
    }

    private void receive(RoutingContext routing, Buffer body) {
        if (body != null && body.length() > LARGEST_BODY) {
            TOO_LARGE.sendProblem(routing);
            return;
        }
        byte[] bytes = body == null ? new byte[0] : body.getBytes();
        Step step = Protocol.read(
                bytes,
                new Protocol.Site(settings.get(SettingKeys.NAME), web.baseUrl().toString(), INSTRUCTIONS));
        if (step instanceof Step.Answer answer) {
            answer(routing, answer);
        } else if (step instanceof Step.Pass pass) {
            pass((RoutingContextInternal) routing, pass);
        }
    }

    private static void answer(RoutingContext routing, Step.Answer answer) {
        routing.response().setStatusCode(answer.status());
        if (answer.body() == null) {
            routing.response().end();
        } else {
            routing.response().putHeader("Content-Type", "application/json").end(answer.body());
        }
    }

    private static void pass(RoutingContextInternal routing, Step.Pass pass) {
        RequestDeadline.current().ifPresent(deadline -> routing.put(DEADLINE, deadline));
        routing.request().headers().remove("Mcp-Session-Id");
        // The library refuses clients that accept no events, but it answers with JSON.
        routing.request().headers().set("Accept", "application/json, text/event-stream");
        routing.setBody(Buffer.buffer(pass.message()));
        // The body was received, so the handler of the library's route must not wait for it.
        routing.visitHandler(RoutingContextInternal.BODY_HANDLER);
        routing.next();
    }

    /** Whether a page of this origin may send requests; programs send no origin. It stops pages that use DNS rebinding. */
    static boolean mayCome(String origin, URI site) {
        return origin == null || origin.equalsIgnoreCase(site.getScheme() + "://" + site.getRawAuthority());
    }

    static boolean isJson(String type) {
        return type != null
                && type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals("application/json");
    }

    private static boolean isVersion(String header) {
        return header == null || Protocol.VERSIONS.contains(header);
    }
}
