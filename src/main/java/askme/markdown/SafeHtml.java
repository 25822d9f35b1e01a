package askme.markdown;

import io.quarkus.qute.RawString;

/**
 * HTML that {@link HtmlPolicy} cleaned. Only this package creates it, so every template may print it without escaping.
 */
public final class SafeHtml {

    /** The beginning of ids of footnotes. A page shows many posts, so each post puts its own name into it. */
    static final String FOOTNOTE = "fn-post-";

    private final String html;

    SafeHtml(String html) {
        this.html = html;
    }

    /** The markup. */
    public String html() {
        return html;
    }

    /** The markup for a template, which escapes every other value. */
    public RawString raw() {
        return new RawString(html);
    }

    /** The markup for a mail, with styles. A mail has no address, so each path begins with {@code baseUrl}. */
    RawString rawAt(String baseUrl) {
        // In the text of a member the sanitizer has escaped quotation marks, so only attributes match.
        return new RawString(MailStyles.inlined(html.replace("=\"/", "=\"" + baseUrl + "/")));
    }

    /** The markup on a page with other posts: its footnotes have ids that contain {@code post}. */
    RawString raw(String post) {
        return new RawString(
                html.contains(FOOTNOTE)
                        // In the text of a member the sanitizer has escaped quotation marks, so only attributes match.
                        ? html.replace("=\"" + FOOTNOTE, "=\"fn-" + post + "-")
                                .replace("=\"#" + FOOTNOTE, "=\"#fn-" + post + "-")
                        : html);
    }
}
