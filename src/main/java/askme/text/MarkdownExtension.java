package askme.text;

import io.quarkus.arc.Arc;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateExtension;

/** {@code {post.body.markdown}}: the one way for a member's text to become markup in a template. */
@TemplateExtension
final class MarkdownExtension {

    private MarkdownExtension() {}

    static RawString markdown(String text) {
        return Arc.container().instance(Texts.class).get().html(text).raw();
    }
}
