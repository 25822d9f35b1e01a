package askme.markdown;

import io.quarkus.qute.RawString;

/**
 * HTML that has been through {@link HtmlPolicy}. Only this package makes one, so whoever holds it may print it as it is.
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

    /** For a template, which escapes everything else. */
    public RawString raw() {
        return new RawString(html);
    }
}
