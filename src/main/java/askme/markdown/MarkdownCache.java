package askme.markdown;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.TreeMap;
import org.commonmark.node.Node;

/**
 * Renders members' Markdown and caches the result in the process. The key is the text itself. So an edit invalidates
 * nothing, equal texts share an entry, and two texts cannot collide as they could with a short hash.
 */
@ApplicationScoped
public class MarkdownCache {

    /** Java needs two bytes for each character of a text that is not Latin. */
    private static final int BYTES_PER_CHARACTER = 2;

    private static final int BYTES_PER_ENTRY = 200;

    /** More than a search engine shows of a text. */
    private static final int WORDS_CHARACTERS = 500;

    private final Cache<String, Rendered> rendered;

    MarkdownCache(MarkdownConfig config) {
        rendered = Caffeine.newBuilder()
                .maximumWeight(config.cache().asLongValue())
                .weigher(MarkdownCache::bytes)
                .build();
    }

    private record Rendered(SafeHtml html, String words) {

        static Rendered of(String markdown) {
            Node document = Markdown.parse(markdown);
            return of(Markdown.render(markdown, document), document);
        }

        static Rendered ofComment(String markdown, Map<String, Mentions.Mentioned> mentions) {
            Node document = Markdown.parseInline(markdown, mentions);
            return of(Markdown.renderInline(markdown, document), document);
        }

        private static Rendered of(SafeHtml html, Node document) {
            return new Rendered(html, Excerpt.cut(PlainText.of(document), WORDS_CHARACTERS));
        }
    }

    /** The HTML of {@code markdown}. */
    public SafeHtml html(String markdown) {
        return rendered.get(markdown, Rendered::of).html;
    }

    /** The HTML of a comment, which has no blocks. */
    public SafeHtml inline(String markdown) {
        return inline(markdown, Map.of());
    }

    /**
     * The HTML of a comment.
     *
     * @param mentions the members that it mentions, by the {@link Mentions#key} of their names
     */
    public SafeHtml inline(String markdown, Map<String, Mentions.Mentioned> mentions) {
        return comment(markdown, mentions).html;
    }

    /** The words of a comment without their markup. */
    public String inlineWords(String markdown) {
        return comment(markdown, Map.of()).words;
    }

    /** A text cannot contain the character that marks the key of a comment. */
    private Rendered comment(String markdown, Map<String, Mentions.Mentioned> mentions) {
        String key = "\0" + (mentions.isEmpty() ? "" : new TreeMap<>(mentions) + "\0") + markdown;
        return rendered.get(key, missing -> Rendered.ofComment(markdown, mentions));
    }

    /** The beginning of {@code markdown} without its markup, in one line of at most {@value #WORDS_CHARACTERS} characters. */
    public String words(String markdown) {
        return rendered.get(markdown, Rendered::of).words;
    }

    /** The HTML of {@code markdown}, without the cache: each draft is rendered only once. */
    public SafeHtml preview(String markdown) {
        return Markdown.render(markdown);
    }

    private static int bytes(String markdown, Rendered text) {
        return BYTES_PER_ENTRY
                + BYTES_PER_CHARACTER * (markdown.length() + text.html.html().length() + text.words.length());
    }
}
