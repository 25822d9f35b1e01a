package askme.embedded;

import java.util.List;
import java.util.stream.Collectors;

/** The inbox as HTML. A mail's own HTML is shown in a frame that may run nothing; its links open a tab. */
final class InboxPages {

    /** Mails carry inline styles; scripts run nowhere. */
    static final String POLICY =
            "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data: http: https:;"
                    + " frame-src 'self'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'";

    static final String STYLE = """
            :root { color-scheme: light dark; }
            body { font: 16px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 70rem; padding: 1rem; }
            table { border-collapse: collapse; width: 100%; }
            th, td { text-align: left; padding: .4rem .6rem; border-bottom: 1px solid #8884; }
            pre { white-space: pre-wrap; background: #8881; padding: 1rem; }
            iframe { width: 100%; height: 32rem; border: 1px solid #8886; background: #fff; }
            dt { float: left; clear: left; width: 12rem; opacity: .7; } dd { margin-left: 12rem; overflow-wrap: anywhere; }
            """;

    private InboxPages() {}

    static String list(List<Mail> mails) {
        String rows = mails.stream()
                .map(mail -> "<tr><td>%s</td><td>%s</td><td><a href=\"/mails/%d\">%s</a></td></tr>"
                        .formatted(mail.receivedAt(), escape(mail.to()), mail.id(), escape(title(mail))))
                .collect(Collectors.joining("\n"));
        String table = mails.isEmpty()
                ? "<p>No mail yet. Mails that the site sends appear here; they do not leave this machine.</p>"
                : "<table><thead><tr><th>Received</th><th>To</th><th>Subject</th></tr></thead><tbody>" + rows
                        + "</tbody></table>";
        return page("Inbox", "<meta http-equiv=\"refresh\" content=\"5\">", "<h1>Inbox</h1>" + table);
    }

    static String mail(Mail mail) {
        String headers = mail.headers().entrySet().stream()
                .map(header -> "<dt>" + escape(header.getKey()) + "</dt><dd>" + escape(header.getValue()) + "</dd>")
                .collect(Collectors.joining());
        String frame = mail.html().isEmpty()
                ? ""
                : "<h2>HTML</h2><iframe title=\"HTML\" sandbox=\"allow-popups allow-popups-to-escape-sandbox\" src=\"/mails/"
                        + mail.id() + "/html\"></iframe>";
        return page(
                title(mail),
                "",
                "<p><a href=\"/\">Inbox</a></p><h1>" + escape(title(mail)) + "</h1>" + frame + "<h2>Text</h2><pre>"
                        + linked(escape(mail.text())) + "</pre><h2>Headers</h2><dl>" + headers + "</dl>");
    }

    static String html(Mail mail) {
        return "<!doctype html><base target=\"_blank\">" + mail.html();
    }

    private static String title(Mail mail) {
        return mail.subject().isBlank() ? "(no subject)" : mail.subject();
    }

    private static String page(String title, String head, String body) {
        return "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + escape(title) + "</title>"
                + "<meta name=\"viewport\" content=\"width=device-width\"><link rel=\"stylesheet\" href=\"/style.css\">"
                + head + "</head><body>" + body + "</body></html>";
    }

    private static String linked(String escaped) {
        return escaped.replaceAll("(https?://[^\\s<>]+)", "<a href=\"$1\" target=\"_blank\">$1</a>");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
