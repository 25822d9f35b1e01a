package askme.markdown;

import io.quarkus.arc.Arc;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateExtension;
import java.util.Map;

/** The only ways in which a template prints a member's text as markup; everything else is escaped. */
@TemplateExtension
final class MarkdownExtensions {

    /** The characters of an excerpt in a mail. */
    private static final int EXCERPT = 240;

    private MarkdownExtensions() {}

    /** {@code {post.body.markdownAt(baseUrl)}}: rendered, and cleaned by {@link HtmlPolicy}. For a mail. */
    static RawString markdownAt(String text, String baseUrl) {
        return Arc.container().instance(MarkdownCache.class).get().html(text).rawAt(baseUrl);
    }

    /** {@code {post.body.mailExcerpt}}: the beginning without markup; escaped as every text. */
    static String mailExcerpt(String text) {
        return Excerpt.cut(Arc.container().instance(MarkdownCache.class).get().words(text), EXCERPT);
    }

    /** {@code {comment.body.inlineMarkdownAt(baseUrl)}}: emphasis, code and links only. For a mail. */
    static RawString inlineMarkdownAt(String text, String baseUrl) {
        return Arc.container().instance(MarkdownCache.class).get().inline(text).rawAt(baseUrl);
    }

    /** {@code {comment.body.inlineMarkdown}}: emphasis, code and links only. */
    static RawString inlineMarkdown(String text) {
        return Arc.container().instance(MarkdownCache.class).get().inline(text).raw();
    }

    /** {@code {comment.body.inlineMarkdown(comment.mentions)}}: the same with links to the members that it mentions. */
    static RawString inlineMarkdown(String text, Map<String, Mentions.Mentioned> mentions) {
        return Arc.container()
                .instance(MarkdownCache.class)
                .get()
                .inline(text, mentions)
                .raw();
    }

    /** {@code {answer.body.markdown('answer', answer.id)}}: the same for a page, with other posts on it. */
    static RawString markdown(String text, String kind, long id) {
        return Arc.container().instance(MarkdownCache.class).get().html(text).raw(kind + "-" + id);
    }

    /** {@code {card.title.marked(marks)}}: escaped, with the matches marked. */
    static RawString marked(String text, Highlighter marks) {
        return marks.in(text);
    }
}
