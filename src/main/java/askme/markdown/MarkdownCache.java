package askme.markdown;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import org.commonmark.node.Node;

/**
 * Renders members' Markdown and keeps the result in the process. The key is the text itself: no edit has to invalidate
 * anything, equal texts share, and nobody can make two texts collide as with a short hash.
 */
@ApplicationScoped
public class MarkdownCache {

    /** Java keeps text of any script but Latin in two bytes a character. */
    private static final int BYTES_PER_CHARACTER = 2;

    private static final int BYTES_PER_ENTRY = 200;

    /** As much as a search engine shows of a text and more. */
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
            return new Rendered(Markdown.render(document), Excerpt.cut(PlainText.of(document), WORDS_CHARACTERS));
        }
    }

    /** The HTML of {@code markdown}. */
    public SafeHtml html(String markdown) {
        return rendered.get(markdown, Rendered::of).html;
    }

    /** The beginning of {@code markdown} without its marks, in one line of at most {@value #WORDS_CHARACTERS} characters. */
    public String words(String markdown) {
        return rendered.get(markdown, Rendered::of).words;
    }

    /** The same without keeping it: for a draft, each of which is seen once. */
    public SafeHtml preview(String markdown) {
        return Markdown.render(markdown);
    }

    private static int bytes(String markdown, Rendered text) {
        return BYTES_PER_ENTRY
                + BYTES_PER_CHARACTER * (markdown.length() + text.html.html().length() + text.words.length());
    }
}
