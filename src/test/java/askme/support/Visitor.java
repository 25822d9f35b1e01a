package askme.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A person with a browser without JavaScript: keeps cookies, reads pages, fills in the forms of the pages and
 * follows redirects. Its requests pass CSRF protection, validation and authentication like all others.
 */
public final class Visitor {

    /** Satisfies the rules for passwords. */
    public static final String PASSWORD = "correct horse battery";

    private static final AtomicInteger NEXT = new AtomicInteger((int) (System.nanoTime() / 1000 % 1_000_000));
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http;
    private final String base;
    private String language = "en";
    private String nickname;
    private volatile Reply last;

    private Visitor(String base, SSLContext trust) {
        this.base = base;
        HttpClient.Builder client = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(Duration.ofSeconds(10));
        http = (trust == null ? client : client.sslContext(trust)).build();
    }

    /**
     * An answer of the site.
     *
     * @param url the address of the page, after redirects
     */
    public record Reply(int status, String url, String body, HttpResponse<String> raw) {

        public Document page() {
            return Jsoup.parse(body, url);
        }

        public String header(String name) {
            return raw.headers().firstValue(name).orElse(null);
        }
    }

    /** A guest. */
    public static Visitor guest() {
        return guestAt("http://localhost:" + SecondProcess.door());
    }

    /** A guest at a site in another process. */
    public static Visitor guestAt(String base) {
        return new Visitor(base, null);
    }

    /** A guest who trusts these certificates, at a site over TLS. */
    public static Visitor guestOverTls(String base, SSLContext trust) {
        return new Visitor(base, trust);
    }

    /** A new member, signed in; the nickname is {@code name} and a number that no other test uses. */
    public static Visitor member(String name) {
        return guest().signUp(unique(name));
    }

    /** {@code name} with a number that no other test of this run uses. */
    public static String unique(String name) {
        return name + "-" + NEXT.incrementAndGet();
    }

    public String nickname() {
        return nickname;
    }

    /** The response to the last request. */
    public Reply last() {
        return last;
    }

    public String email() {
        return nickname.toLowerCase() + "@example.org";
    }

    /** Uses this language for all later requests. */
    public Visitor speaking(String code) {
        language = code;
        return this;
    }

    /** Fills in the sign-up form; the visitor is a member afterwards. */
    public Visitor signUp(String name) {
        nickname = name;
        get("/signup/");
        Reply reply = submit(
                "form:has([name=passwordAgain])",
                Map.of("email", email(), "nickname", name, "password", PASSWORD, "passwordAgain", PASSWORD));
        if (reply.status() != 200
                || reply.page().select("form[action$=logout/]").isEmpty()) {
            throw new AssertionError("sign-up failed: " + reply.status() + " "
                    + reply.page().select(".invalid-feedback, [role=alert]").text());
        }
        return this;
    }

    /** Signs in with {@link #PASSWORD}. */
    public Visitor signIn(String name) {
        nickname = name;
        get("/login/");
        submit("form:has([name=password])", Map.of("login", name, "password", PASSWORD));
        return this;
    }

    /** Asks through the form and returns the question's id. */
    public long ask(String title, String text, String tags) {
        get("/ask/");
        Reply reply = submit("form:has(textarea[name=text])", Map.of("title", title, "text", text, "tags", tags));
        return idIn(reply.url(), "/question/");
    }

    /** Answers through the form and returns the answer's id. */
    public long answer(long question, String text) {
        get("/question/" + question + "/");
        Reply reply = submit("form:has(textarea[name=text])", Map.of("text", text));
        String fragment = URI.create(reply.url()).getFragment();
        if (fragment == null) {
            throw new AssertionError("no answer added: " + reply.status() + " " + reply.url());
        }
        return Long.parseLong(fragment.replace("answer-", ""));
    }

    /** The page at {@code path}, after redirects. */
    public Reply get(String path) {
        return follow(HttpRequest.newBuilder(URI.create(base).resolve(path)).GET(), path);
    }

    /** The response to GET {@code path}, without following a redirect. */
    public Reply getOnce(String path) {
        return send(HttpRequest.newBuilder(URI.create(base).resolve(path)).GET());
    }

    /** Sends the form that {@code selector} finds on the last page. {@code typed} replaces values of its fields. */
    public Reply submit(String selector, Map<String, String> typed) {
        Element form = last.page().selectFirst(selector);
        if (form == null) {
            throw new AssertionError("no form " + selector + " on " + last.url() + " (" + last.status() + ")");
        }
        Map<String, String> fields = FilledForm.fields(form);
        fields.putAll(typed);
        String action = form.hasAttr("action") ? form.absUrl("action") : last.url();
        return post(action, fields);
    }

    /** As {@link #submit}, but as multipart/form-data with {@code file} in the field {@code name}. */
    public Reply submitWithFile(String selector, Map<String, String> typed, String name, String fileName, byte[] file) {
        Element form = last.page().selectFirst(selector);
        Map<String, String> fields = FilledForm.fields(form);
        fields.putAll(typed);
        MultipartForm multipart = new MultipartForm(fields, name, fileName, file);
        String action = form.absUrl("action");
        return follow(multipart.on(HttpRequest.newBuilder(URI.create(action))), action);
    }

    /** The fields of the form that {@code selector} finds on the last page, by name. */
    public Map<String, String> fieldsOf(String selector) {
        return FilledForm.fields(last.page().selectFirst(selector));
    }

    /** Posts a form and follows the redirect. */
    public Reply post(String path, Map<String, String> fields) {
        return follow(form(path, fields), path);
    }

    /** Posts a form without following the redirect. */
    public Reply postOnce(String path, Map<String, String> fields) {
        return send(form(path, fields));
    }

    /** Posts JSON with the CSRF token of the home page, as the site's scripts do. */
    public Reply postJson(String path, String json) {
        return postJson(path, json, csrfToken());
    }

    /** The same with an earlier token, for many concurrent requests. */
    public Reply postJson(String path, String json, String token) {
        return json("POST", path, json, token);
    }

    /** Sends JSON by any method, as the site's scripts do. */
    public Reply json(String method, String path, String json, String token) {
        return send(HttpRequest.newBuilder(URI.create(base).resolve(path))
                .headers("Content-Type", "application/json", "Accept", "application/json", "X-CSRF-TOKEN", token)
                .method(method, BodyPublishers.ofString(json)));
    }

    /** Posts a form as a script does, which reads JSON. */
    public Reply postForm(String path, Map<String, String> fields, String token) {
        return send(form(path, fields).header("Accept", "application/json").header("X-CSRF-TOKEN", token));
    }

    /** Sends a file as a script does, which reads JSON. */
    public Reply postFile(String path, String name, String fileName, byte[] file, String token) {
        MultipartForm form = new MultipartForm(Map.of(), name, fileName, file);
        return send(form.on(HttpRequest.newBuilder(URI.create(base).resolve(path)))
                .header("Accept", "application/json")
                .header("X-CSRF-TOKEN", token));
    }

    /** The CSRF token of this session's pages, or "" for a guest. */
    public String csrfToken() {
        String meta = "meta[name=csrf-token]";
        boolean here = last != null && last.page().selectFirst(meta) != null;
        return (here ? last : get("/ask/")).page().select(meta).attr("content");
    }

    /** The language in which this visitor reads the site. */
    public String language() {
        return language;
    }

    /** The cookies by name. */
    public Map<String, String> cookies() {
        return cookies.getCookieStore().getCookies().stream()
                .collect(Collectors.toMap(HttpCookie::getName, HttpCookie::getValue, (a, b) -> b));
    }

    public String cookie(String name) {
        return cookies().get(name);
    }

    private HttpRequest.Builder form(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(e -> encode(e.getKey()) + "=" + encode(e.getValue()))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(URI.create(base).resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
    }

    private Reply follow(HttpRequest.Builder first, String path) {
        Reply reply = send(first);
        for (int i = 0; i < 5 && reply.status() / 100 == 3 && reply.header("Location") != null; i++) {
            URI next = URI.create(reply.url()).resolve(reply.header("Location"));
            reply = send(HttpRequest.newBuilder(next).GET());
        }
        return reply;
    }

    private Reply send(HttpRequest.Builder request) {
        request.timeout(Duration.ofSeconds(30)).header("Accept-Language", language);
        if (request.build().headers().firstValue("Accept").isEmpty()) {
            request.header("Accept", "text/html,*/*;q=0.8");
        }
        HttpRequest built = request.build();
        try {
            HttpResponse<String> raw = http.send(built, HttpResponse.BodyHandlers.ofString());
            last = new Reply(raw.statusCode(), built.uri().toString(), raw.body(), raw);
            return last;
        } catch (IOException e) {
            throw new UncheckedIOException(built.method() + " " + built.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static long idIn(String url, String before) {
        int at = url.indexOf(before);
        assert at >= 0 : "not the address of a question: " + url;
        return Long.parseLong(url.substring(at + before.length()).replaceAll("\\D.*", ""));
    }

    private static String encode(String s) {
        return URLEncoder.encode(s, StandardCharsets.UTF_8);
    }
}
