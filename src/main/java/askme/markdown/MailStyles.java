package askme.markdown;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes the site's styles into the elements of a text for a mail, because many mail programs ignore style sheets. Programs that
 * read the style sheet of the mail's layout use its dark colours instead.
 */
final class MailStyles {

    private static final String MONO = "font-family:ui-monospace,Menlo,Consolas,monospace;font-size:14px";
    private static final String CELL = "padding:4px 10px;border:1px solid #dde4e7;text-align:left;overflow-wrap:normal";
    private static final String HEADING = "margin:16px 0 8px;font-size:18px;line-height:1.3";

    private static final Map<String, String> STYLES = Map.ofEntries(
            Map.entry(
                    "pre",
                    "margin:12px 0;padding:10px 12px;border:1px solid #dde4e7;border-radius:6px;background:#f7f9fa;"
                            + "overflow-x:auto;white-space:pre;" + MONO),
            Map.entry("code", MONO),
            Map.entry("kbd", "padding:1px 5px;border:1px solid #dde4e7;border-radius:4px;" + MONO),
            Map.entry("blockquote", "margin:12px 0;padding:2px 14px;border-left:4px solid #dde4e7;color:#505f69"),
            Map.entry("table", "display:block;max-width:100%;overflow-x:auto;border-collapse:collapse"),
            Map.entry("th", CELL),
            Map.entry("td", CELL),
            Map.entry("ul", "margin:8px 0;padding-left:24px"),
            Map.entry("ol", "margin:8px 0;padding-left:24px"),
            Map.entry("img", "max-width:100%;height:auto"),
            Map.entry("a", "color:#0a6079"),
            Map.entry("h3", HEADING),
            Map.entry("h4", HEADING),
            Map.entry("h5", HEADING),
            Map.entry("h6", HEADING));

    /** In the text of a member the sanitizer has escaped "<", so only tags match. */
    private static final Pattern TAG = Pattern.compile("<([a-z][a-z0-9]*)(?=[ />])");

    private MailStyles() {}

    /** {@code html}, which the sanitizer cleaned: it contains no style. */
    static String inlined(String html) {
        return TAG.matcher(html).replaceAll(tag -> {
            String style = STYLES.get(tag.group(1));
            return Matcher.quoteReplacement(style == null ? tag.group() : tag.group() + " style=\"" + style + "\"");
        });
    }
}
