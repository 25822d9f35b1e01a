package askme.cost;

import askme.support.Visitor;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Makes requests that no browser sends: headers and bodies at their limits, of patterns that are expensive to read. The same seed
 * gives the same requests.
 */
final class HostileRequests {

    /** All headers together may have 16 KB. */
    private static final int LONGEST_HEADER = 15_800;

    private static final int LARGEST_FORM = 1024 * 1024;

    /** The headers that the site, its framework or its libraries read. */
    private static final List<String> HEADERS = List.of(
            "Accept",
            "Accept-Charset",
            "Accept-Encoding",
            "Accept-Language",
            "Authorization",
            "Content-Language",
            "Cookie",
            "Expect",
            "Forwarded",
            "If-Match",
            "If-Modified-Since",
            "If-None-Match",
            "Origin",
            "Range",
            "Referer",
            "Sec-Fetch-Site",
            "User-Agent",
            "X-Another-Web",
            "X-CSRF-TOKEN",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Proto",
            "X-HTTP-Method-Override",
            "X-Request-ID",
            "traceparent",
            "tracestate");

    private static final List<String> PATTERNS = List.of(
            "a",
            "-",
            "-aaaaaaaa",
            ",",
            ";",
            "=",
            ";=",
            "a=b; ",
            "a=\"b",
            "\"",
            "\\\"",
            "(",
            "%",
            "%25",
            "é",
            " ",
            "\t",
            "*/*,",
            "text/html;q=0.1,",
            "text/html;a=b;",
            "en;q=0.1,",
            "gzip;q=0.1,",
            "W/\"a\",",
            "bytes=0-0,",
            "for=1.2.3.4,",
            "http://a/",
            "/../",
            "::",
            "0",
            "9");

    private static final List<String> CONTENT_TYPES = List.of(
            "application/x-www-form-urlencoded",
            "application/x-www-form-urlencoded; charset=UTF-16",
            "multipart/form-data; boundary=b",
            "multipart/form-data",
            "application/json",
            "application/json; charset=UTF-16",
            "text/plain",
            "application/xml",
            "image/png");

    private static final List<String> FIELDS = List.of(
            "text", "title", "tags", "login", "email", "nickname", "password", "csrf-token", "value", "continue");

    private final Random random;

    HostileRequests(long seed) {
        this.random = new Random(seed);
    }

    /**
     * A request to {@code route}.
     *
     * @param what what is unusual about it, for messages
     */
    record Request(String what, byte[] bytes) {}

    /**
     * The sender of a request.
     *
     * @param cookies the value of the header, "" for none
     * @param token the CSRF token that belongs to the cookies
     */
    record Sender(String cookies, String token) {

        static final Sender UNKNOWN = new Sender("", "");

        /** The visitor with the cookies that it has now. */
        static Sender of(Visitor visitor) {
            String cookies = visitor.cookies().entrySet().stream()
                    .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                    .collect(Collectors.joining("; "));
            return new Sender(cookies, visitor.csrfToken());
        }
    }

    /** The next request by {@code sender}. A POST has a body, other requests have a long header, and some have both. */
    Request next(Route route, Sender sender) {
        String header = one(HEADERS);
        String pattern = one(PATTERNS);
        boolean changes = route.verb().equals("POST");
        String type = one(CONTENT_TYPES);
        byte[] body = changes ? body(type) : new byte[0];
        StringBuilder head = new StringBuilder();
        head.append(route.verb()).append(' ').append(path(route)).append(" HTTP/1.1\r\nHost: localhost\r\n");
        boolean longHeader = !changes || random.nextInt(3) == 0;
        if (longHeader) {
            head.append(header)
                    .append(": ")
                    .append(filled(pattern, LONGEST_HEADER))
                    .append("\r\n");
        }
        // Both headers together would be too long, and the request would not reach the page.
        if (!sender.cookies().isEmpty() && !longHeader) {
            head.append("Cookie: ")
                    .append(sender.cookies())
                    .append("\r\nX-CSRF-TOKEN: ")
                    .append(sender.token())
                    .append("\r\n");
        }
        if (changes) {
            head.append("Content-Type: ")
                    .append(type)
                    .append("\r\nContent-Length: ")
                    .append(body.length)
                    .append("\r\n");
        }
        head.append("Connection: close\r\n\r\n");
        byte[] start = head.toString().getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = Arrays.copyOf(start, start.length + body.length);
        System.arraycopy(body, 0, all, start.length, body.length);
        String what = route
                + (longHeader ? " with " + header + ": " + pattern + "…" : "")
                + (changes ? " and " + body.length + " bytes of " + type : "");
        return new Request(what, all);
    }

    /** The path with values for its parameters, which sometimes exist. */
    private String path(Route route) {
        String path = route.path();
        while (path.contains("{")) {
            String value =
                    switch (random.nextInt(4)) {
                        case 0 -> "1";
                        case 1 -> "java";
                        case 2 -> "999999999999999999999";
                        default -> "%D1%91".repeat(20);
                    };
            path = path.replaceFirst("\\{[^}]*}", value);
        }
        String query = random.nextInt(3) == 0
                ? "?" + one(List.of("q", "page", "known", "after", "at", "continue", "language")) + "="
                        + filled(one(List.of("%2B", "1,", "a", "%22", "-", "9")), 1500)
                : "";
        return path + query;
    }

    private byte[] body(String type) {
        int size = random.nextInt(3) == 0 ? LARGEST_FORM - 1 : 1 + random.nextInt(20_000);
        String text;
        if (type.contains("json")) {
            text = json(size);
        } else if (type.contains("multipart")) {
            text = multipart(size);
        } else if (type.contains("urlencoded")) {
            text = form(size);
        } else {
            text = filled(one(PATTERNS), size);
        }
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private String json(int size) {
        return switch (random.nextInt(5)) {
            case 0 -> "{\"value\":" + filled("[", size - 9);
            case 1 -> filled("{\"value\":", size);
            case 2 -> "{" + filled("\"a\":1,", size - 20) + "\"value\":1}";
            case 3 -> "{\"value\":" + filled("9", size - 10) + "}";
            default -> "{\"value\":1,\"value\":-1}";
        };
    }

    private String form(int size) {
        return switch (random.nextInt(4)) {
            case 0 -> filled("a&", size);
            case 1 ->
                one(FIELDS) + "=" + filled(one(List.of("%D0%B1", "+", "%", "a", "[a][", "> ", "%CC%81")), size - 20);
            case 2 -> filled("=", size);
            default -> one(FIELDS) + "=1&" + one(FIELDS) + "=2";
        };
    }

    private String multipart(int size) {
        String part = "--b\r\nContent-Disposition: form-data; name=\"" + one(FIELDS) + "\"\r\n\r\n";
        return switch (random.nextInt(4)) {
            case 0 -> filled(part + "a\r\n", size);
            case 1 -> part + filled("\r\n-", size) + "\r\n--b--\r\n";
            case 2 ->
                part.replace("form-data;", "form-data; filename=\"" + filled("../", 3000) + "\";") + "a\r\n--b--\r\n";
            default -> filled("--b", size);
        };
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static String filled(String pattern, int length) {
        int size = Math.max(length, 0);
        return pattern.repeat(size / pattern.length() + 1).substring(0, size);
    }
}
