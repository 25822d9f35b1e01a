package askme.site;

import askme.support.Visitor;
import askme.support.Visitor.Reply;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Follows every link of the site as one visitor and sends every form with hostile values, in hidden fields too. Pages that
 * differ only in a number or a name are visited a few times only. A form that ends a session is sent by another sender, who
 * has the same form on the same page, because the crawler needs its session.
 */
final class Crawler {

    /** Values that have broken sites: empty, huge, wrong type, wrong script, markup, control characters, other encodings. */
    static final List<String> HOSTILE = List.of(
            "",
            " \t\n ",
            "-1",
            "0",
            "99999999999999999999",
            "NaN",
            "' OR 1=1 --",
            "\"><script>alert(1)</script>",
            "{{7*7}}${7*7}{#if}",
            "..%2f..%2fetc/passwd",
            "\r\nSet-Cookie: a=b",
            "//evil.example/",
            "/\"{}^|%zz",
            "\u0000\u0001\u001f",
            "\u202e\ufeffﷺ𝕳𝖎 漢字 слово \uD83D\uDE00",
            "@ann\u0301 @ann_</script> @\u202eann @" + "a".repeat(300),
            "x".repeat(40_000));

    private static final String TOKEN = "csrf-token";
    private static final int EACH_SHAPE = 3;
    private static final int MOST_PAGES = 250;

    private static final String REMOVE = "remove";

    /** The starts of the addresses of what a form has removed. */
    private final Set<String> removed = new HashSet<>();

    private final Visitor visitor;
    private final Supplier<Visitor> somebodyElse;
    private final String within;
    private final Deque<String> waiting;
    private final Set<String> seen = new LinkedHashSet<>();
    private final Map<String, Integer> shapes = new LinkedHashMap<>();
    private final List<String> broken = new ArrayList<>();
    private final Set<String> forms = new LinkedHashSet<>();

    /**
     * A crawler with the session of {@code visitor}.
     *
     * @param start the address of the first page
     * @param within the prefix of the addresses of all pages and forms that it uses
     * @param somebodyElse signed in like the visitor, but with sessions that may end
     */
    Crawler(Visitor visitor, String start, String within, Supplier<Visitor> somebodyElse) {
        this.visitor = visitor;
        this.within = within;
        this.waiting = new ArrayDeque<>(List.of(start));
        this.somebodyElse = somebodyElse;
    }

    /** The visitor who sends a form, and the form as it is on a page of this visitor. */
    private record Sender(Visitor visitor, Element form) {}

    /**
     * All problems found: server errors, dead links, errors outside the layout, POSTs accepted without a token, redirects to
     * other sites, and pictures without a size, which move the page when they arrive.
     */
    List<String> broken() {
        return broken;
    }

    /** The pages read. */
    Set<String> pages() {
        return seen;
    }

    /** The forms sent, by method and shape of the address. */
    Set<String> forms() {
        return forms;
    }

    void crawl() {
        while (!waiting.isEmpty() && seen.size() < MOST_PAGES) {
            String path = waiting.poll();
            if (!seen.add(path)) {
                continue;
            }
            Reply reply = visitor.get(path);
            if (reply.status() == 404 && removed.stream().anyMatch(path::startsWith)) {
                continue; // a form of an earlier page has removed it
            }
            if (reply.status() >= 400) {
                broken.add("dead link " + reply.status() + " " + path);
            } else if (isPage(reply)) {
                Document page = reply.page();
                page.select("template").remove();
                page.select("img:not([width][height])").forEach(img -> broken.add("no size: " + img + " on " + path));
                page.select("a[href]").forEach(a -> offer(a.absUrl("href"), reply.url()));
                page.select("form").forEach(form -> attack(form, reply.url()));
            }
        }
    }

    private void offer(String url, String from) {
        URI target;
        try {
            target = URI.create(url.replaceAll("#.*", ""));
        } catch (IllegalArgumentException e) {
            broken.add("no address: " + url + " on " + from);
            return;
        }
        boolean wanted = sameSite(target, from) && target.getRawPath().startsWith(within);
        if (!wanted || target.getPath().startsWith("/language/")) {
            return;
        }
        String path = target.getRawPath() + (target.getRawQuery() == null ? "" : "?" + target.getRawQuery());
        if (shapes.merge(shape(path), 1, Integer::sum) <= EACH_SHAPE) {
            waiting.add(path);
        }
    }

    private void attack(Element form, String page) {
        String action = form.hasAttr("action") ? form.absUrl("action") : page;
        String method = form.attr("method").toUpperCase();
        String path = URI.create(action).getRawPath();
        if (!path.startsWith(within) || !forms.add(method + " " + shape(path))) {
            return;
        }
        if (path.endsWith(REMOVE)) {
            removed.add(path.substring(0, path.length() - REMOVE.length()));
        }
        boolean ends = action.contains("/logout") || action.contains("/sessions");
        Sender sender = new Sender(visitor, form);
        for (String value : HOSTILE) {
            for (boolean hiddenToo : ends ? new boolean[] {true} : new boolean[] {true, false}) {
                sender = ends ? withTheSameForm(sender, form, page) : sender;
                Map<String, String> sent = filled(sender.form, value, hiddenToo);
                note(method + " " + action + " with " + shorten(value), send(sender.visitor, method, action, sent));
            }
        }
        if (method.equals("POST")) {
            sender = ends ? withTheSameForm(sender, form, page) : sender;
            withoutToken(sender, action);
        }
    }

    private void withoutToken(Sender sender, String action) {
        Map<String, String> sent = hidden(sender.form);
        sent.remove(TOKEN);
        Reply reply = sender.visitor.postOnce(action, sent);
        boolean sentToSignIn = reply.status() == 303 && reply.header("Location").contains("/login/");
        if (reply.status() != 403 && !sentToSignIn && !action.contains("/unsubscribe/")) {
            broken.add("taken without a token: " + reply.status() + " " + action);
        }
    }

    /** The last sender if the session is still open, else a new one. */
    private Sender withTheSameForm(Sender last, Element form, String page) {
        Visitor[] candidates =
                last.visitor == visitor ? new Visitor[] {somebodyElse.get()} : new Visitor[] {last.visitor, null};
        for (Visitor candidate : candidates) {
            Visitor other = candidate == null ? somebodyElse.get() : candidate;
            Element same = other.get(page).page().select("form").stream()
                    .filter(f -> f.attr("action").equals(form.attr("action")))
                    .findFirst()
                    .orElse(null);
            if (same != null) {
                return new Sender(other, same);
            }
        }
        throw new AssertionError("the other sender has no form " + form.attr("action") + " on " + page);
    }

    private static Map<String, String> filled(Element form, String value, boolean hiddenToo) {
        Map<String, String> sent = hidden(form);
        if (hiddenToo) {
            sent.replaceAll((name, given) -> name.equals(TOKEN) ? given : value);
        }
        form.select("input[name]:not([type=hidden]), textarea[name], select[name], button[name]")
                .forEach(field -> sent.put(field.attr("name"), value));
        return sent;
    }

    private static Reply send(Visitor visitor, String method, String action, Map<String, String> fields) {
        if (method.equals("POST")) {
            return visitor.postOnce(action, fields);
        }
        StringBuilder query = new StringBuilder();
        fields.forEach((name, value) -> query.append(query.isEmpty() ? "?" : "&")
                .append(name)
                .append('=')
                .append(java.net.URLEncoder.encode(
                        value.length() > 4000 ? value.substring(0, 4000) : value,
                        java.nio.charset.StandardCharsets.UTF_8)));
        return visitor.getOnce(action + query);
    }

    private void note(String what, Reply reply) {
        if (reply.status() >= 500) {
            broken.add(reply.status() + " " + what);
        } else if (reply.status() >= 400
                && isPage(reply)
                && reply.page().select("header.site-header").isEmpty()) {
            broken.add("an error outside the layout: " + reply.status() + " " + what);
        }
        String onwards = reply.header("Location");
        if (onwards != null && !sameSite(URI.create(reply.url()).resolve(onwards), reply.url())) {
            broken.add("leads away: " + onwards + " after " + what);
        }
        if (reply.body().contains("<script>alert(1)</script>")) {
            broken.add("unescaped: " + what);
        }
    }

    private static boolean sameSite(URI target, String from) {
        return target.getRawAuthority() != null
                && target.getRawAuthority().equals(URI.create(from).getRawAuthority());
    }

    private static Map<String, String> hidden(Element form) {
        Map<String, String> fields = new LinkedHashMap<>();
        form.select("input[type=hidden][name]").forEach(i -> fields.put(i.attr("name"), i.attr("value")));
        return fields;
    }

    private static boolean isPage(Reply reply) {
        String type = reply.header("Content-Type");
        return type != null && type.startsWith("text/html");
    }

    private static String shape(String path) {
        return path.replaceAll("\\d+", "N")
                .replaceAll("/(tag|member|avatar|unsubscribe|settings)/[^/?]+", "/$1/X")
                .replaceAll("=[^&]*", "=");
    }

    private static String shorten(String value) {
        return value.length() > 40 ? value.substring(0, 40) + "…" : value;
    }
}
