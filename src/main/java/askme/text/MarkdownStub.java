package askme.text;

import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateExtension;

@TemplateExtension
final class MarkdownStub {
    static RawString markdown(String s) {
        return new RawString(org.commonmark.renderer.html.HtmlRenderer.builder()
                .escapeHtml(true)
                .build()
                .render(org.commonmark.parser.Parser.builder().build().parse(s)));
    }
}
