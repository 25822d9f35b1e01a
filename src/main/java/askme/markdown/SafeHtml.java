package askme.markdown;

import io.quarkus.qute.RawString;

/**
 * HTML that {@link HtmlPolicy} cleaned. Only this package creates it, so every template may print it without escaping.
 */
public final class SafeHtml {

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
}
