package askme.markdown;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/**
 * Where a member's text differs from plain CommonMark. Typed HTML shows as it was typed ({@code List<String>} must not
 * vanish), but for a few tags that Markdown has no marks for. An image becomes a link to it: pages load nothing from other
 * sites (the Content-Security-Policy), so that no reader is tracked by a picture.
 */
final class MemberHtmlRenderer implements NodeRenderer {

    private static final Pattern ALLOWED = Pattern.compile("</?(?:kbd|sub|sup|ins|del|mark|br)\\s{0,9}/?>");
    private final HtmlNodeRendererContext context;
    private final HtmlWriter out;

    MemberHtmlRenderer(HtmlNodeRendererContext context) {
        this.context = context;
        this.out = context.getWriter();
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(HtmlInline.class, Image.class, Link.class);
    }

    @Override
    public void render(Node node) {
        if (node instanceof Image image) {
            image(image);
        } else if (node instanceof Link link) {
            link(link);
        } else {
            html(((HtmlInline) node).getLiteral());
        }
    }

    static boolean allowed(String tag) {
        return ALLOWED.matcher(tag).matches();
    }

    private void html(String tag) {
        if (allowed(tag)) {
            out.raw(tag);
        } else {
            out.text(tag);
        }
    }

    private void link(Link link) {
        String url = url(link.getDestination());
        if (url.isEmpty()) {
            children(link);
            return;
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("href", url);
        if (link.getTitle() != null) {
            attributes.put("title", link.getTitle());
        }
        out.tag("a", attributes);
        children(link);
        out.tag("/a");
    }

    private void image(Image image) {
        String url = url(image.getDestination());
        boolean linked = !url.isEmpty() && !(image.getParent() instanceof Link);
        if (linked) {
            out.tag("a", Map.of("href", url));
        }
        if (image.getFirstChild() == null) {
            out.text(image.getDestination());
        }
        children(image);
        if (linked) {
            out.tag("/a");
        }
    }

    /** Where a link leads; "" where it is refused: it is plain text then, as an empty address is that of the page itself. */
    private String url(String destination) {
        return context.encodeUrl(context.urlSanitizer().sanitizeLinkUrl(destination));
    }

    private void children(Node node) {
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            context.render(child);
        }
    }
}
