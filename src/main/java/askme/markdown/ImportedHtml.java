package askme.markdown;

import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * HTML of another site as Markdown that renders the same text. The result is compared with the source. If a mark of emphasis, a link or a
 * block changes the text, a plainer form is taken: without emphasis and links, and then the text alone.
 */
public final class ImportedHtml {

    private static final int DEEPEST_NESTING = 32;
    private static final List<Extension> EXTENSIONS =
            List.of(TablesExtension.create(), StrikethroughExtension.create());
    private static final Parser FOREIGN_PARSER = Parser.builder()
            .extensions(EXTENSIONS)
            .maxOpenBlockParsers(DEEPEST_NESTING)
            .maxInlineNesting(DEEPEST_NESTING)
            .build();

    /** Escapes nothing: {@link HtmlPolicy} cleans the result. */
    private static final HtmlRenderer FOREIGN_RENDERER =
            HtmlRenderer.builder().extensions(EXTENSIONS).build();

    private ImportedHtml() {}

    /**
     * A text of this site.
     *
     * @param plain whether the source's markup could not be kept
     */
    public record Converted(String markdown, boolean plain) {}

    /** The Markdown of {@code html}, which nobody has to trust. */
    public static Converted toMarkdown(String html) {
        Document document = parse(HtmlPolicy.cleanForeign(html));
        String text = text(document);
        String markdown = new MarkdownWriter(false).write(document.body());
        if (text.equals(rendered(markdown))) {
            return new Converted(markdown, false);
        }
        String plain = new MarkdownWriter(true).write(document.body());
        return new Converted(text.equals(rendered(plain)) ? plain : asCode(document), true);
    }

    /** The Markdown of this site for {@code source}, which is Markdown with HTML in it, as other sites allow. */
    public static Converted ofMarkdown(String source) {
        return toMarkdown(FOREIGN_RENDERER.render(FOREIGN_PARSER.parse(source)));
    }

    /** The text that a reader of {@code html} sees, without any space. */
    static String textOf(String html) {
        return text(parse(HtmlPolicy.cleanForeign(html)));
    }

    /** The text that a reader of the Markdown sees, without any space. */
    static String rendered(String markdown) {
        return text(parse(Markdown.render(markdown).html()));
    }

    private static Document parse(String html) {
        Document document = Jsoup.parseBodyFragment(html);
        document.outputSettings().prettyPrint(false);
        return document;
    }

    private static String text(Document document) {
        StringBuilder text = new StringBuilder();
        document.body().traverse((node, depth) -> {
            if (node instanceof TextNode words) {
                text.append(words.getWholeText());
            } else if (node instanceof Element image && image.nameIs("img")) {
                text.append(MarkdownPieces.nameOf(image));
            }
        });
        return withoutSpaces(UserInput.normalized(text.toString()));
    }

    /** Without spaces and control characters. A loop: every imported text is compared. */
    private static String withoutSpaces(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > ' ' && !Character.isSpaceChar(c) && !Character.isISOControl(c)) {
                kept.append(c);
            }
        }
        return kept.toString();
    }

    private static String asCode(Document document) {
        return MarkdownPieces.fence("", document.body().wholeText().strip());
    }
}
