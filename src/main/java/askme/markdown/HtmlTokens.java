package askme.markdown;

import askme.difference.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Divides cleaned HTML: it is well-formed, and "<" and ">" are only around tags. */
final class HtmlTokens {

    private static final Pattern TAG_OR_ENTITY = Pattern.compile("<[^>]*>|&[^;\\s]{1,10};");
    private static final Pattern TAG = Pattern.compile("<(/?)([a-z0-9]+)[^>]*>");
    private static final Set<String> VOID = Set.of("br", "hr", "img");

    private HtmlTokens() {}

    /** The outermost elements, each with the text after it. */
    static List<String> blocks(String html) {
        List<String> blocks = new ArrayList<>();
        Matcher tag = TAG.matcher(html);
        int depth = 0;
        int from = 0;
        while (tag.find()) {
            if (depth == 0 && tag.start() > from) {
                blocks.add(html.substring(from, tag.start()));
                from = tag.start();
            }
            if (!VOID.contains(tag.group(2))) {
                depth += tag.group(1).isEmpty() ? 1 : -1;
            }
        }
        if (from < html.length()) {
            blocks.add(html.substring(from));
        }
        return blocks;
    }

    /** Tags, entities, and the words between them. */
    static List<String> words(String html) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TAG_OR_ENTITY.matcher(html);
        int from = 0;
        while (matcher.find()) {
            tokens.addAll(Tokens.words(html.substring(from, matcher.start())));
            tokens.add(matcher.group());
            from = matcher.end();
        }
        tokens.addAll(Tokens.words(html.substring(from)));
        return tokens;
    }

    static boolean isTag(String token) {
        return token.startsWith("<");
    }
}
