package askme.markdown;

import java.util.regex.Pattern;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * The elements and attributes that the HTML of a member's text may contain. Everything else is removed. This is the second
 * defence: the renderer before it escapes HTML.
 */
final class HtmlPolicy {

    private static final Pattern LANGUAGE = Pattern.compile("language-[\\w+#.-]{1,40}");
    private static final Pattern ALIGNMENT = Pattern.compile("left|center|right");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    private static final Pattern SIDE = Pattern.compile("\\d{1,4}");
    private static final Pattern LAZY = Pattern.compile("lazy");

    /** Only our renderer writes ids: it escapes the HTML of members. */
    private static final Pattern FOOTNOTE = Pattern.compile(SafeHtml.FOOTNOTE + "(?:ref-)?\\d{1,5}");

    private static final PolicyFactory ALLOWED = new HtmlPolicyBuilder()
            .allowElements("p", "br", "hr", "h3", "h4", "h5", "h6", "blockquote", "ul", "ol", "li", "pre", "code")
            .allowElements("em", "strong", "del", "ins", "mark", "kbd", "sub", "sup")
            .allowElements("table", "thead", "tbody", "tr", "th", "td")
            .allowElements("a", "section")
            .allowElements((name, attributes) -> attributes.contains("src") ? name : null, "img")
            .allowUrlProtocols("http", "https", "mailto")
            .allowAttributes("href", "title")
            .onElements("a")
            .requireRelsOnLinks("nofollow", "ugc", "noopener")
            .allowAttributes("class")
            .matching(LANGUAGE)
            .onElements("code")
            .allowAttributes("class")
            .matching(Pattern.compile("footnotes"))
            .onElements("section")
            .allowAttributes("id")
            .matching(FOOTNOTE)
            .onElements("a", "li")
            .allowAttributes("align")
            .matching(ALIGNMENT)
            .onElements("th", "td")
            .allowAttributes("start")
            .matching(NUMBER)
            .onElements("ol")
            .allowAttributes("src")
            .matching(PictureAddress.SHOWN)
            .onElements("img")
            .allowAttributes("width", "height")
            .matching(SIDE)
            .onElements("img")
            .allowAttributes("loading")
            .matching(LAZY)
            .onElements("img")
            .allowAttributes("alt", "title")
            .onElements("img")
            .toFactory();

    /** Languages as other sites write them: {@code lang-js prettyprint-override}. */
    private static final Pattern FOREIGN_CLASS = Pattern.compile("[\\w+#. -]{1,80}");

    /**
     * The HTML of another site, which becomes Markdown. It has more elements than a page shows, because {@link ImportedHtml} writes them
     * in another way: the text of an element that is not listed here stays, without a gap around it.
     */
    private static final PolicyFactory FOREIGN = new HtmlPolicyBuilder()
            .allowElements("p", "div", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "code")
            .allowElements(
                    "ul", "ol", "li", "dl", "dt", "dd", "em", "i", "strong", "b", "del", "s", "strike", "ins", "mark")
            .allowElements("kbd", "sub", "sup", "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "a")
            .allowElements((name, attributes) -> attributes.contains("src") ? name : null, "img")
            .allowUrlProtocols("http", "https", "mailto")
            .allowAttributes("href", "title")
            .onElements("a")
            .allowAttributes("class")
            .matching(FOREIGN_CLASS)
            .onElements("pre", "code")
            .allowAttributes("start")
            .matching(NUMBER)
            .onElements("ol")
            .allowAttributes("src", "alt")
            .onElements("img")
            .toFactory();

    private HtmlPolicy() {}

    /** The elements of another site's HTML that become Markdown. */
    static String cleanForeign(String html) {
        return FOREIGN.sanitize(html);
    }

    static SafeHtml clean(String html) {
        return new SafeHtml(ALLOWED.sanitize(html));
    }
}
