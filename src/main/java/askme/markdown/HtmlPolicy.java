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

    private HtmlPolicy() {}

    static SafeHtml clean(String html) {
        return new SafeHtml(ALLOWED.sanitize(html));
    }
}
