package askme.text;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Renders members' Markdown and keeps the result in the process. The key is the text itself: no edit has to invalidate
 * anything, equal texts share, and nobody can make two texts collide as with a short hash.
 */
@ApplicationScoped
public class Texts {

    /** Java keeps text of any script but Latin in two bytes a character. */
    private static final int BYTES_PER_CHARACTER = 2;

    private static final int BYTES_PER_ENTRY = 200;

    private final Cache<String, SafeHtml> rendered;

    Texts(TextConfig config) {
        rendered = Caffeine.newBuilder()
                .maximumWeight(config.cache().asLongValue())
                .weigher(Texts::bytes)
                .build();
    }

    /** The HTML of {@code markdown}. */
    public SafeHtml html(String markdown) {
        return rendered.get(markdown, Markdown::render);
    }

    /** The same without keeping it: for a draft, each of which is seen once. */
    public SafeHtml preview(String markdown) {
        return Markdown.render(markdown);
    }

    private static int bytes(String markdown, SafeHtml html) {
        return BYTES_PER_ENTRY
                + BYTES_PER_CHARACTER * (markdown.length() + html.html().length());
    }
}
