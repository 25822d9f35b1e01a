package askme.markdown;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Document;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Markdown for members: CommonMark with GitHub's tables, strikethrough, footnotes and bare links. Every text can be rendered. */
final class Markdown {

    /** The page itself uses h1 and h2, so the headings of a text begin at h3. */
    private static final int LEVELS_BELOW_PAGE = 2;

    private static final int DEEPEST_HEADING = 6;

    /** No real text nests so deeply. An attacker may, to overflow the stack of code that walks the tree. */
    private static final int DEEPEST_NESTING = 32;

    /** The largest HTML of one text. The longest text of characters that must all be escaped is as large. */
    static final int MOST_HTML = 120_000;

    private static final List<Extension> EXTENSIONS =
            List.of(TablesExtension.create(), StrikethroughExtension.create());

    private static final Parser PARSER = Parser.builder()
            .extensions(EXTENSIONS)
            .extensions(List.of(new Footnotes()))
            .customInlineContentParserFactory(new BareLinks())
            .maxOpenBlockParsers(DEEPEST_NESTING)
            .maxInlineNesting(DEEPEST_NESTING)
            .postProcessor(Markdown::lowerHeadings)
            .postProcessor(new MailLinks())
            .build();

    /** For comments: a line that begins like a heading or a list stays a line. */
    private static final Parser INLINE_PARSER = Parser.builder()
            .extensions(List.of(StrikethroughExtension.create()))
            .enabledBlockTypes(Set.of())
            .customInlineContentParserFactory(new BareLinks())
            .customInlineContentParserFactory(new Mentions.Parser())
            .maxInlineNesting(DEEPEST_NESTING)
            .postProcessor(new MailLinks())
            .build();

    private static final HtmlRenderer RENDERER = renderer(true);

    /** A picture in a comment would be larger than the comment, so it is a link. */
    private static final HtmlRenderer INLINE_RENDERER = renderer(false);

    private Markdown() {}

    private static HtmlRenderer renderer(boolean pictures) {
        return HtmlRenderer.builder()
                .extensions(EXTENSIONS)
                .escapeHtml(true)
                .sanitizeUrls(true)
                .nodeRendererFactory(context -> new MemberHtmlRenderer(context, pictures))
                .build();
    }

    static Node parse(String markdown) {
        return PARSER.parse(markdown);
    }

    /** A comment: emphasis, code and links in one paragraph. */
    static Node parseInline(String markdown) {
        return INLINE_PARSER.parse(markdown);
    }

    /** The same with links to the members that it mentions. */
    static Node parseInline(String markdown, Map<String, Mentions.Mentioned> mentions) {
        Node document = parseInline(markdown);
        Mentions.link(document, mentions);
        return document;
    }

    static SafeHtml render(String markdown) {
        return render(markdown, parse(markdown));
    }

    /**
     * The HTML of {@code document}, which was parsed from {@code markdown}. If it were far larger than the text, as with thousands
     * of uses of one long link, it is the source instead.
     */
    static SafeHtml render(String markdown, Node document) {
        return render(markdown, document, RENDERER);
    }

    /** The HTML of a comment, which was parsed by {@link #parseInline}. */
    static SafeHtml renderInline(String markdown, Node document) {
        return render(markdown, document, INLINE_RENDERER);
    }

    private static SafeHtml render(String markdown, Node document, HtmlRenderer renderer) {
        LimitedText html = new LimitedText(MOST_HTML);
        renderer.render(document, html);
        SafeHtml clean = html.isComplete() ? HtmlPolicy.clean(html.toString()) : null;
        return clean == null || clean.html().length() > MOST_HTML ? source(markdown) : clean;
    }

    private static SafeHtml source(String markdown) {
        Document document = new Document();
        IndentedCodeBlock block = new IndentedCodeBlock();
        block.setLiteral(markdown);
        document.appendChild(block);
        return HtmlPolicy.clean(RENDERER.render(document));
    }

    private static Node lowerHeadings(Node document) {
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                heading.setLevel(Math.min(DEEPEST_HEADING, heading.getLevel() + LEVELS_BELOW_PAGE));
            }
        });
        return document;
    }
}
