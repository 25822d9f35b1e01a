package askme.markdown;

import io.quarkus.arc.Arc;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateExtension;

/** The ways for a member's text to become markup in a template; everything else is escaped. */
@TemplateExtension
final class MarkdownExtensions {

    private MarkdownExtensions() {}

    /** {@code {post.body.markdown}}: rendered and cleaned. */
    static RawString markdown(String text) {
        return Arc.container().instance(MarkdownCache.class).get().html(text).raw();
    }

    /** {@code {card.title.marked(marks)}}: escaped, with the words marked. */
    static RawString marked(String text, Highlighter marks) {
        return marks.in(text);
    }
}
